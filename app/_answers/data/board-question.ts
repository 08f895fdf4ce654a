/**
 * The questions of a board, each as `indicator?query` in a parameter of its own: `a=homicide-rate?country=HND`,
 * percent-encoded as every value.
 */
import { findIndicator } from '#app/_data/catalogue.ts';
import type { ChartKind } from '#app/_charts/model/kind.ts';
import { BOARD_PROBLEMS } from '#app/_words/board.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import type { Query } from '#stats/model/query.ts';
import { BadQuery, malformed, NotFound } from '#stats/problem.ts';
import { encodeValue, parseParameters } from '#stats/query-string.ts';
import { formatQuery, parseQuery } from '#stats/query/query.ts';
import { chartKindIn } from '../chart/chart-of-kind.ts';
import { CHART_KIND, EMBED_THEME, LANG, PANEL_NAMES } from '../http/format-parameters.ts';
import type { AnswerContext } from './context.ts';
import { refuseTooMuch } from './count.ts';
import { canonicalSearch, languageIn, readExtras, readOwn } from './read-query.ts';

const EXTRAS = [LANG, EMBED_THEME];

export interface BoardPanel {
  readonly indicator: Indicator;
  readonly query: Query;
  readonly kind: ChartKind | null;
}

export interface Board {
  readonly panels: readonly BoardPanel[];
  readonly language: Language;
  readonly theme: string;
  /** The canonical query string. */
  readonly canonical: string;
}

/** Says what is wrong with a question, with the parameter of the board that holds it. @throws always */
export function refusePanel(name: string, error: unknown): never {
  if (!(error instanceof BadQuery)) throw error;
  const { problem } = error;
  const own = {
    ...problem,
    parameter: problem.parameter === null ? name : `${name}: ${problem.parameter}`,
  };
  throw error instanceof NotFound ? new NotFound(own) : new BadQuery(own);
}

/** A question of a board. @throws BadQuery that names the parameter of the board */
function parsePanel(name: string, text: string, catalogue: Catalogue): BoardPanel {
  const at = text.indexOf('?');
  try {
    const parameters = parseParameters(at < 0 ? '' : text.slice(at + 1));
    const indicator = findIndicator(catalogue, at < 0 ? text : text.slice(0, at));
    const extras = readExtras(parameters, [CHART_KIND]);
    return {
      indicator,
      query: parseQuery(parameters, indicator, catalogue, [CHART_KIND.name]),
      kind: chartKindIn(extras),
    };
  } catch (error) {
    return refusePanel(name, error);
  }
}

/** @throws BadQuery, NotFound */
export function parseBoard(given: ReadonlyMap<string, string>, catalogue: Catalogue): Board {
  const extras = readOwn(given, EXTRAS, [...PANEL_NAMES, ...EXTRAS.map(({ name }) => name)]);
  const panels = PANEL_NAMES.flatMap((name) => {
    const text = given.get(name);
    return text === undefined || text === '' ? [] : [parsePanel(name, text, catalogue)];
  });
  if (panels.length === 0)
    throw new BadQuery(
      malformed('a', given.get('a') ?? '', ['a=homicide-rate?country=HND'], BOARD_PROBLEMS.noPanel),
    );
  // Questions are named anew in their order, so that a board without its second has one address.
  const questions = panels.map(({ indicator, query, kind }, i) => {
    const parts = [formatQuery(query, indicator), kind === null ? '' : `${CHART_KIND.name}=${kind}`];
    const search = parts.filter(Boolean).join('&');
    return `${PANEL_NAMES[i]}=${encodeValue(indicator.id + (search === '' ? '' : `?${search}`))}`;
  });
  return {
    panels,
    language: languageIn(extras),
    theme: extras.get(EMBED_THEME.name) ?? 'auto',
    canonical: canonicalSearch(questions.join('&'), extras, EXTRAS),
  };
}

/** The answers, each within its share of the limits. @throws BadQuery for too many figures */
export async function loadBoard(
  { panels, language }: Board,
  version: string,
  { data, limits }: AnswerContext,
): Promise<Comparison[]> {
  const shareOf = (most: number): number => Math.floor(most / panels.length);
  const share = { most: shareOf(limits.drawnCells), computed: shareOf(limits.computedCells) };
  const plans = await Promise.all(panels.map(({ query }) => data.planAnswer({ version, language, query })));
  for (const plan of plans) await refuseTooMuch(plan, 'board', share);
  return Promise.all(plans.map((plan) => plan.judgedComparison()));
}
