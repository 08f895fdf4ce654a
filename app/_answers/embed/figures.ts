/**
 * The figures of an embed, and `/embed/{release}/{indicator}/figure/{question}/{number}`, a short address for each,
 * which leads to its evidence. An embed names the address without the number once, as the base of its links, so a
 * link to a figure is a number.
 */
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import type { Language } from '#stats/language.ts';
import type { PairHalf, Paired } from '#stats/pairing/pairs.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { NotFound, notFound } from '#stats/problem.ts';
import { evidenceAddress } from '#stats/evidence/address.ts';
import { parseParameters } from '#stats/query-string.ts';
import { loadBoard, parseBoard } from '../data/board-question.ts';
import type { AnswerContext } from '../data/context.ts';
import { refuseTooMuchToDraw } from '../data/count.ts';
import { findReleaseIndex, languageIn, readDataRequest, refuseParameters } from '../data/read-query.ts';
import { NO_QUESTION, type FigureAddress } from '../http/embed-routes.ts';
import { EMBED_PARAMETERS, PAIR_EMBED_PARAMETERS, PANEL_NAMES } from '../http/format-parameters.ts';
import { CORS_HEADERS, FIVE_MINUTES } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { framedEvidenceHref, type FigureNames } from '../shell/document.ts';
import { loadPair } from './pair.ts';

/** A figure with the answer that it belongs to. */
type Figure = readonly [cell: Cell, answer: Pick<Comparison, 'query' | 'indicator'>];

/** The figures of one answer. */
export const answerFigures = ({ cells, query, indicator }: Comparison): Figure[] => {
  const answer = { query, indicator };
  return cells.map((cell) => [cell, answer]);
};

/** The figures of two indicators, in the order of their pairs. */
export const pairFigures = ([first, second]: readonly [PairHalf, PairHalf], { pairs }: Paired): Figure[] =>
  pairs.flatMap(({ cells }): Figure[] => [
    [cells[0], first.comparison],
    [cells[1], second.comparison],
  ]);

/** The figures by their names, which are numbers; a gap has none. @param prefix the panel of a board */
export function nameFigures(figures: readonly Figure[], prefix = ''): FigureNames {
  const ofCell = new Map<Cell, string>();
  const ofEvidence = new Map<string, string>();
  figures.forEach(([cell, answer], i) => {
    const address = evidenceAddress(cell, answer);
    if (address === null) return;
    const name = ofEvidence.get(address) ?? `${prefix}${i}`;
    ofEvidence.set(address, name);
    ofCell.set(cell, name);
  });
  return { ofCell, ofEvidence };
}

/** What the links of figures begin with. @param self the address of the embed */
export function figureBase(self: string): string {
  const [path = '', search = ''] = self.split('?');
  // `=`, `&` and `~` may stand in a path.
  const question = search.replace(/[%/?#]/g, encodeURIComponent);
  return `${path}/figure/${question || NO_QUESTION}/`;
}

interface LoadedFigures {
  readonly language: Language;
  readonly names: readonly FigureNames[];
}

async function boardFigures(version: string, search: string, context: AnswerContext): Promise<LoadedFigures> {
  const { catalogue } = await findReleaseIndex(context.data, version);
  const board = parseBoard(parseParameters(search), catalogue);
  const comparisons = await loadBoard(board, version, context);
  const names = comparisons.map((comparison, i) => nameFigures(answerFigures(comparison), PANEL_NAMES[i]));
  return { language: board.language, names };
}

/** The figures of an embed, numbered as the embed numbers them. @throws BadQuery, NotFound */
async function loadFigures(
  { release, subject, question }: FigureAddress,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<LoadedFigures> {
  const asked = { ...request, path: `/embed/${release}/${subject}`, search: question };
  if (subject === 'board') return boardFigures(release, question, context);
  if (subject === 'compare') {
    const { language, halves, paired } = await loadPair(release, asked, context, PAIR_EMBED_PARAMETERS);
    return { language, names: [nameFigures(pairFigures(halves, paired))] };
  }
  const { plan, extras } = await readDataRequest(
    { release, indicator: subject },
    asked,
    EMBED_PARAMETERS,
    context,
  );
  await refuseTooMuchToDraw(plan, 'embed', context.limits);
  return { language: languageIn(extras), names: [nameFigures(answerFigures(await plan.comparison()))] };
}

/** 302 to the evidence of a figure, in the language and the release of its embed. @throws BadQuery, NotFound */
export async function answerFigure(
  address: FigureAddress,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> {
  refuseParameters(request);
  const { release: version, figure } = address;
  const { language, names } = await loadFigures(address, request, context);
  const all = names.flatMap(({ ofEvidence }) => [...ofEvidence]);
  const [target] = all.find(([, name]) => name === figure) ?? [];
  if (target === undefined)
    throw new NotFound(
      notFound(
        NOT_FOUND_NAMES.observation,
        figure,
        all.map(([, name]) => name),
      ),
    );
  return {
    status: 302,
    headers: {
      ...CORS_HEADERS,
      'cache-control': FIVE_MINUTES,
      location: framedEvidenceHref(target, { language, version }),
      'x-data-version': version,
    },
    body: '',
  };
}
