/**
 * PxWebApi 1 below `/pxweb/{release}/v1/{language}`, for R's package pxweb, which has no other version yet: the
 * configuration, the list of tables, the variables of a table, and by POST the figures of a selection.
 */
import { findIndicator } from '#app/_data/catalogue.ts';
import { dataDocument } from '#app/_downloads/pxweb/documents.ts';
import { levelEntry, selectedRows, tableVariables } from '#app/_downloads/pxweb/version-one.ts';
import { PXWEB_PROBLEMS } from '#app/_words/pxweb.ts';
import { LANGUAGES } from '#stats/language.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { BadQuery, unknownParameter, unknownValue } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import type { AnswerRequest, PinnedAnswer } from '../../http/request.ts';
import type { AnswerContext } from '../context.ts';
import { findReleaseIndex } from '../read-query.ts';
import {
  CALLS,
  figuresDocument,
  formatPx,
  MOST_CELLS,
  nothingAt,
  pinnedDocument,
  tableOf,
  type PxRequest,
} from './table-request.ts';

const OUTPUT_FORMATS = ['json', 'json-stat2'] as const;
const OUTPUT = 'outputFormat';

const config = (asked: PxRequest): PinnedAnswer =>
  pinnedDocument(asked, () =>
    Promise.resolve(
      formatPx({
        maxValues: MOST_CELLS,
        maxCells: MOST_CELLS,
        maxCalls: CALLS.maxCallsPerTimeWindow,
        timeWindow: CALLS.timeWindow,
        CORS: true,
      }),
    ),
  );

async function figures(indicator: Indicator, asked: PxRequest): Promise<PinnedAnswer> {
  const { parameters, request, base } = asked;
  const output = parameters.get(OUTPUT) ?? 'json';
  if (!OUTPUT_FORMATS.some((format) => format === output))
    throw new BadQuery(unknownValue('format', output, OUTPUT_FORMATS));
  const address = `${base}/${indicator.id}?${request.search}`;
  return figuresDocument(indicator, asked, (table, selection, answer, csv) =>
    output === 'json'
      ? selectedRows(table, selection, answer)
      : dataDocument(table, selection, answer, { address, csv }),
  );
}

/** Answers a request of a named release; `segments` are those after `v1`. */
export async function answerPxWebOne(
  { release: version, segments }: { readonly release: string; readonly segments: readonly string[] },
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer> {
  const index = await findReleaseIndex(context.data, version);
  const parameters = parseParameters(request.search);
  const [given = '', id, more] = segments;
  const language = LANGUAGES.find((known) => known === given);
  const base = `${request.origin}/pxweb/${version}/v1/${given}`;
  const asked = { version, index, language: language ?? 'en', parameters, base, request, context } as const;
  // Clients look for the configuration at every address from the first on.
  if (parameters.has('config')) return config(asked);
  const accepted = LANGUAGES.map((known) => `/pxweb/${version}/v1/${known}`);
  if (!language || more !== undefined) throw nothingAt(request.path, PXWEB_PROBLEMS.resourceOne, accepted);
  if (id === undefined || id === '') {
    for (const name of parameters.keys()) throw new BadQuery(unknownParameter(name, ['config']));
    const { indicators } = index.catalogue;
    const { release } = index;
    return pinnedDocument(asked, () =>
      Promise.resolve(formatPx(indicators.map((indicator) => levelEntry({ indicator, language, release })))),
    );
  }
  const indicator = findIndicator(index.catalogue, id);
  if (parameters.size > 0) return figures(indicator, asked);
  return pinnedDocument(asked, async () => formatPx(tableVariables(await tableOf(indicator, asked))));
}
