/**
 * `/data/diff.json?from=1.0.0&to=1.1.0`: what changed between two releases, whole, with filters by indicator and
 * area. Two releases never change, so neither does what lies between them.
 */
import { findIndicator } from '#app/_data/catalogue.ts';
import { DECLARED_SEAL } from '#app/_data/claims/declared-seal.ts';
import { releaseSeal } from '#app/_data/answer-plan.ts';
import { diffRow } from '#app/_downloads/diff/rows.ts';
import { formatDiffFeed } from '#app/_downloads/diff/feed.ts';
import { formatRows } from '#app/_downloads/evidence/rows.ts';
import { ERROR_WORDS } from '#app/_words/errors.ts';
import type { ReleaseIndex } from '#app/_data/catalogue.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { isLater, isReleased, parseVersion, versionOfParameter } from '#stats/model/release.ts';
import { NO_REVISION } from '#stats/evidence/revision.ts';
import { BadQuery, malformed, unknownParameter, unknownValue } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { LANG } from '../../http/format-parameters.ts';
import { FORMATS, JSON_TYPE } from '../../http/formats.ts';
import { attachment } from '../../http/headers.ts';
import { pinnedAnswer } from '../../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../../http/request.ts';
import type { DiffFormat, RouteAddress } from '../../http/routes.ts';
import type { AnswerContext } from '../context.ts';
import { findReleaseIndex, languageIn, readExtras } from '../read-query.ts';

const PARAMETERS = ['area', 'from', 'indicator', 'to', LANG.name];

interface DiffQuestion {
  readonly from: ReleaseIndex;
  readonly to: ReleaseIndex;
  /** Every indicator of either release, or the one that is asked for. */
  readonly indicators: readonly Indicator[];
  readonly area: string | null;
  readonly search: string;
}

/** @throws BadQuery, NotFound */
async function readDiff(request: AnswerRequest, { data }: AnswerContext): Promise<DiffQuestion> {
  const parameters = parseParameters(request.search);
  for (const name of parameters.keys())
    if (!PARAMETERS.includes(name)) throw new BadQuery(unknownParameter(name, PARAMETERS));
  const versions = (await data.loadReleases()).map(({ version }) => version);
  const release = async (name: 'from' | 'to'): Promise<ReleaseIndex> => {
    const version = versionOfParameter(parameters.get(name) ?? '');
    if (!isReleased(version, versions)) throw new BadQuery(unknownValue(name, version, versions));
    return findReleaseIndex(data, version);
  };
  const [from, to] = [await release('from'), await release('to')];
  const [a, b] = [parseVersion(from.release.version), parseVersion(to.release.version)];
  if (!a || !b || !isLater(b, a))
    throw new BadQuery(malformed('to', to.release.version, [], ERROR_WORDS.laterRelease));
  const named = parameters.get('indicator');
  const known = [
    ...new Map(
      [...from.catalogue.indicators, ...to.catalogue.indicators].map((entry) => [entry.id, entry]),
    ).values(),
  ];
  const indicators =
    named === undefined ? known : [findIndicator({ ...to.catalogue, indicators: known }, named)];
  const area = parameters.get('area') ?? null;
  const areas = to.catalogue.areas.map(({ code }) => code);
  if (area !== null && !areas.includes(area)) throw new BadQuery(unknownValue('area', area, areas));
  const language = languageIn(readExtras(parameters, [LANG]));
  const search = [
    area === null ? '' : `area=${area}`,
    `from=${from.release.version}`,
    named === undefined ? '' : `indicator=${named}`,
    language === 'en' ? '' : `lang=${language}`,
    `to=${to.release.version}`,
  ]
    .filter(Boolean)
    .join('&');
  return { from, to, indicators, area, search };
}

/** The rows of all indicators, one indicator at a time, so that a long file needs little memory. */
async function* rowsOf({ from, to, indicators, area }: DiffQuestion, { data }: AnswerContext) {
  const [a, b] = [from.release.version, to.release.version];
  const counts = await data.loadRevisionsByIndicator(a, b, area);
  for (const { id } of indicators) {
    if (!counts?.has(id)) continue;
    yield (await data.loadRevisions(a, b, id, area)).map((revision) => diffRow(revision, a, b));
  }
}

/** A text in pieces as bytes; it can be read from the beginning more than once. */
const bytes = (pieces: () => AsyncIterable<string>): AsyncIterable<Uint8Array> => ({
  async *[Symbol.asyncIterator]() {
    const encoder = new TextEncoder();
    for await (const piece of pieces()) if (piece !== '') yield encoder.encode(piece);
  },
});

async function* csvOf(question: DiffQuestion, context: AnswerContext): AsyncGenerator<string> {
  let isFirst = true;
  for await (const rows of rowsOf(question, context)) {
    const text = formatRows(rows);
    yield isFirst ? text : text.slice(text.indexOf('\n') + 1);
    isFirst = false;
  }
}

async function* jsonOf(question: DiffQuestion, context: AnswerContext): AsyncGenerator<string> {
  const { from, to, area, indicators } = question;
  const all =
    (await context.data.loadRevisionsByIndicator(from.release.version, to.release.version, area)) ??
    new Map();
  const counts = Object.fromEntries(indicators.flatMap(({ id }) => (all.has(id) ? [[id, all.get(id)]] : [])));
  const head = {
    format: 'cotejo-diff',
    version: 1,
    from: from.release.version,
    to: to.release.version,
    area,
    counts,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let before = '\n';
  for await (const rows of rowsOf(question, context)) {
    if (rows.length === 0) continue;
    yield before + rows.map((row) => JSON.stringify(row)).join(',\n');
    before = ',\n';
  }
  yield '\n]}\n';
}

const HEADERS: Readonly<Record<DiffFormat, Readonly<Record<string, string>>>> = {
  json: { 'content-type': JSON_TYPE },
  csv: { 'content-type': FORMATS.csv.type },
  atom: { 'content-type': 'application/atom+xml; charset=utf-8' },
};

/** @throws BadQuery, NotFound */
export async function answerDiff(
  { format }: Extract<RouteAddress, { kind: 'diff' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer> {
  const question = await readDiff(request, context);
  const { from, to, area, indicators, search } = question;
  const [a, b] = [from.release.version, to.release.version];
  const language = search.includes('lang=es') ? 'es' : 'en';
  const isFeed = format === 'atom';
  return pinnedAnswer(request, {
    version: b,
    seal: `${releaseSeal(from)} ${releaseSeal(to)} ${DECLARED_SEAL}${isFeed ? ` ${request.origin}` : ''}`,
    canonical: `/data/diff.${format}?${search}`,
    headers: {
      ...HEADERS[format],
      'content-language': language,
      ...(format === 'csv' && { 'content-disposition': attachment(`cotejo-${a}-${b}.csv`) }),
    },
    makeBody: async () => {
      if (format === 'csv') return bytes(() => csvOf(question, context));
      if (format === 'json') return bytes(() => jsonOf(question, context));
      const counts = await context.data.loadRevisionsByIndicator(a, b, area);
      const changed = indicators.flatMap((indicator) =>
        counts?.has(indicator.id) ? [{ indicator, counts: counts.get(indicator.id) ?? NO_REVISION }] : [],
      );
      return formatDiffFeed(changed, { from: from.release, to: to.release }, request.origin, language);
    },
  });
}
