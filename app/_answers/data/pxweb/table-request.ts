/** What both versions of PxWebApi ask of a table: its variables, a selection of them, and the figures of that. */
import { releaseSeal } from '#app/_data/answer-plan.ts';
import type { ReleaseIndex } from '#app/_data/catalogue.ts';
import { pxTable, type PxSelection, type PxTable } from '#app/_downloads/pxweb/table.ts';
import { PXWEB_PROBLEMS } from '#app/_words/pxweb.ts';
import type { Language, Text } from '#stats/language.ts';
import { isPlace, type Indicator } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Query } from '#stats/model/query.ts';
import { malformed, NotFound } from '#stats/problem.ts';
import { fullQuery } from '#stats/query/query.ts';
import { JSON_TYPE } from '../../http/formats.ts';
import { pinnedAnswer } from '../../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../../http/request.ts';
import { join } from '../../http/url.ts';
import type { AnswerContext } from '../context.ts';
import { refuseTooMuch } from '../count.ts';
import { selectionOf } from './selection.ts';

/** Numbers of one answer; also in its configuration. */
export const MOST_CELLS = 150_000;
/** A reader that keeps to this is never refused for asking too often. */
export const CALLS = { maxCallsPerTimeWindow: 30, timeWindow: 10 };
export const formatPx = (document: object): string => `${JSON.stringify(document)}\n`;

export interface PxRequest {
  readonly version: string;
  readonly index: ReleaseIndex;
  readonly language: Language;
  readonly parameters: ReadonlyMap<string, string>;
  /** The address of the interface, with the site's own. */
  readonly base: string;
  readonly request: AnswerRequest;
  readonly context: AnswerContext;
}

/** Refuses an address below the interface; `text` says what there is. */
export const nothingAt = (
  path: string,
  text: Text = PXWEB_PROBLEMS.resource,
  accepted: readonly string[] = ['config', 'tables'],
): NotFound => new NotFound({ ...malformed(null, path, accepted, text), code: 'not-found' });

export function pinnedDocument(
  { version, index, request }: PxRequest,
  makeBody: () => Promise<string>,
): PinnedAnswer {
  return pinnedAnswer(request, {
    version,
    // Links in the documents are absolute.
    seal: `${releaseSeal(index)} ${request.origin}`,
    canonical: join(request.path, request.search),
    headers: { 'content-type': JSON_TYPE },
    makeBody,
  });
}

/** The table of an indicator with all values of its variables. */
export async function tableOf(
  indicator: Indicator,
  { version, index, language, context }: PxRequest,
): Promise<PxTable> {
  const found = await context.data.loadDimensions(version, indicator.id);
  const codes = (list: readonly { readonly code: string }[]): string[] => list.map(({ code }) => code);
  return pxTable(
    indicator,
    {
      areas: codes(found.areas),
      origins: codes(found.origins),
      breakdowns: codes(found.breakdowns),
      definitions: codes(found.definitions),
      sources: codes(found.sources),
      periods: codes(found.periods),
    },
    { catalogue: index.catalogue, release: index.release, language },
  );
}

/** The narrowest question that has the figures of a selection; groups are asked for with everything else. */
function queryOfSelection(selection: PxSelection, indicator: Indicator, { catalogue }: ReleaseIndex): Query {
  const kinds = new Map(catalogue.areas.map(({ code, kind }) => [code, kind]));
  const places = (id: string): readonly string[] => {
    const codes = selection.get(id) ?? [];
    const areNamed = codes.every((code) => isPlace(kinds.get(code) ?? 'other'));
    return areNamed && codes.length <= 100 ? codes : [];
  };
  return {
    ...fullQuery(indicator),
    country: places('area'),
    origin: places('counterpart'),
    source: selection.get('source') ?? [],
  };
}

/** How a version of the interface writes the figures of a selection. */
export type PxWriter = (
  table: PxTable,
  selection: PxSelection,
  answer: Comparison,
  /** The address of the figures as CSV. */
  csv: string,
) => object;

/** A document of the figures of the selection that is asked for. @throws BadQuery for too many */
export async function figuresDocument(
  indicator: Indicator,
  asked: PxRequest,
  write: PxWriter,
): Promise<PinnedAnswer> {
  const { parameters, request, version } = asked;
  const table = await tableOf(indicator, asked);
  const selection = selectionOf(parameters, table, MOST_CELLS);
  const csv = `${request.origin}/data/${version}/${indicator.id}.csv`;
  return pinnedDocument(asked, async () =>
    formatPx(write(table, selection, await selectedFigures(selection, indicator, asked), csv)),
  );
}

/** The answer that has the figures of a selection. Throws BadQuery for too many. */
async function selectedFigures(
  selection: PxSelection,
  indicator: Indicator,
  { index, version, language, context }: PxRequest,
): Promise<Comparison> {
  const query = queryOfSelection(selection, indicator, index);
  const plan = await context.data.planAnswer({ version, language, query });
  const { jsonCells, computedCells } = context.limits;
  await refuseTooMuch(plan, 'data', { most: jsonCells, computed: computedCells });
  return plan.comparison();
}
