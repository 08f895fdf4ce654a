/**
 * The evidence of one figure. `/data/observations/{id}.json` is a published figure with all its states, so it
 * changes with each release; `/data/{release}/{indicator}/evidence.json?...&cell=` is a computed figure of a
 * pinned answer and never does.
 */
import { jsonOf } from '../../http/json.ts';
import { cellEvidenceDocument, cellEvidenceRows } from '#app/_downloads/evidence/cell.ts';
import { observationDocument, observationRows } from '#app/_downloads/evidence/observation.ts';
import { formatRows } from '#app/_downloads/evidence/rows.ts';
import { EVIDENCE_PROBLEMS } from '#app/_words/evidence-problems.ts';
import { parseObservationId } from '#stats/model/observation-id.ts';
import { BadQuery, malformed, NotFound, notFound, unknownParameter } from '#stats/problem.ts';
import { encodeValue, parseParameters } from '#stats/query-string.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { LANG } from '../../http/format-parameters.ts';
import { FORMATS, JSON_TYPE } from '../../http/formats.ts';
import { attachment, CORS_HEADERS, etagOf, ONE_MINUTE } from '../../http/headers.ts';
import { pinnedAnswer } from '../../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer, WholeAnswer } from '../../http/request.ts';
import type { EvidenceFormat, RouteAddress } from '../../http/routes.ts';
import { join } from '../../http/url.ts';
import type { AnswerContext } from '../context.ts';
import { languageIn, readDataRequest, readExtras } from '../read-query.ts';

const headersOf = (format: EvidenceFormat, name: string): Record<string, string> =>
  format === 'json'
    ? { 'content-type': JSON_TYPE }
    : { 'content-type': FORMATS.csv.type, 'content-disposition': attachment(`${name}.csv`) };

/** `/data/observations/{id}.json` and `.csv`. @throws NotFound for an id that no release has */
export async function answerObservation(
  { id, format }: Extract<RouteAddress, { kind: 'observation' }>,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<WholeAnswer> {
  const parameters = parseParameters(request.search);
  for (const name of parameters.keys()) {
    if (name !== LANG.name) throw new BadQuery(unknownParameter(name, [LANG.name]));
  }
  const language = languageIn(readExtras(parameters, [LANG]));
  const key = parseObservationId(id);
  const latest = (await data.loadReleases()).at(-1)?.version ?? '';
  const evidence = key && (await data.loadObservation(latest, key, language));
  if (!evidence) throw new NotFound(notFound(NOT_FOUND_NAMES.observation, id, []));
  const body =
    format === 'json'
      ? jsonOf(observationDocument(evidence, request.origin))
      : formatRows(observationRows(evidence));
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      ...headersOf(format, id),
      'content-language': language,
      'cache-control': ONE_MINUTE,
      etag: etagOf(body),
      'x-data-version': evidence.release.version,
    },
    body,
    keep: 60,
  };
}

/** The parameter that names the figure of the answer. */
const CELL = 'cell';

/** `/data/{release}/{indicator}/evidence.json?...&cell=`. @throws BadQuery without a cell of the answer */
export async function answerCellEvidence(
  { release, indicator: id, format }: Extract<RouteAddress, { kind: 'evidence' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer> {
  const parameters = parseParameters(request.search);
  const cell = parameters.get(CELL);
  if (cell === undefined) throw new BadQuery(malformed(CELL, '', [], EVIDENCE_PROBLEMS.noCell));
  const question = request.search
    .split('&')
    .filter((part) => !part.startsWith(`${CELL}=`))
    .join('&');
  const { version, language, query, indicator, seal, search } = await readDataRequest(
    { release, indicator: id },
    { ...request, search: question },
    [LANG],
    context,
  );
  const canonical = join(
    `/data/${version}/${indicator.id}/evidence.${format}`,
    [search, `${CELL}=${encodeValue(cell)}`, language === 'en' ? '' : `lang=${language}`]
      .filter(Boolean)
      .join('&'),
  );
  return pinnedAnswer(request, {
    version,
    seal,
    canonical,
    headers: { ...headersOf(format, `${indicator.id}-${version}-evidence`), 'content-language': language },
    makeBody: async () => {
      const evidence = await context.data.loadCellEvidence({ version, language, query }, cell);
      if (!evidence) throw new BadQuery(malformed(CELL, cell, [], EVIDENCE_PROBLEMS.unknownCell));
      return format === 'json'
        ? jsonOf(cellEvidenceDocument(evidence))
        : formatRows(cellEvidenceRows(evidence));
    },
  });
}
