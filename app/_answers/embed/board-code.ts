/**
 * `/embed/{release}/board/code`: the code that puts several charts on a site in one frame. Its form takes the addresses
 * of pages, so that a board can be put together by whoever reads them.
 */
import { BOARD_CODE_WORDS, BOARD_WORDS } from '#app/_words/board.ts';
import { EMBED_CODE_WORDS } from '#app/_words/embed-code.ts';
import type { Language } from '#stats/language.ts';
import { formatQuery } from '#stats/query/query.ts';
import type { AnswerContext } from '../data/context.ts';
import { parseBoard, type Board, type BoardPanel } from '../data/board-question.ts';
import { readPastedBoard } from '../data/pasted/pasted-board.ts';
import { findReleaseIndex } from '../data/read-query.ts';
import { CHART_KIND, CODE_LANGUAGE, FOLLOW, PANEL_NAMES } from '../http/format-parameters.ts';
import { markup, type Markup } from '../http/html.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import { makeBoard, type MadeBoard } from './board.ts';
import {
  choices,
  chosenValue,
  chosenWidth,
  codeAnswer,
  hiddenField,
  pageLanguage,
  type Extras,
} from './code-page.ts';
import { pictureAddresses, snippetOf } from './snippet.ts';

/** The narrowest frame, and the one in which a single column is highest. */
const HIGHEST = [320, 472] as const;

/** The question of a panel as a board has it. */
function questionOf({ indicator, query, kind }: BoardPanel): string {
  const search = [formatQuery(query, indicator), kind === null ? '' : `${CHART_KIND.name}=${kind}`];
  return [indicator.id, search.filter(Boolean).join('&')].filter(Boolean).join('?');
}

/** The addresses of the picture of the chart of a panel. */
function pictureOf(
  { indicator, query, kind }: BoardPanel,
  site: string,
  { language, theme }: Board,
): ReturnType<typeof pictureAddresses> {
  const look = [
    ...(kind === null ? [] : [`${CHART_KIND.name}=${kind}`]),
    ...(language === 'es' ? ['lang=es'] : []),
    ...(theme === 'dark' ? ['theme=dark'] : []),
  ];
  const drawn = [formatQuery(query, indicator), ...look].filter(Boolean).join('&');
  return pictureAddresses(`${site}/${indicator.id}.png`, drawn);
}

interface OfferedBoard {
  readonly board: Board;
  readonly made: MadeBoard;
  readonly version: string;
  readonly extras: Extras;
}

/** The code for the choices made. */
function codeFor({ board, made, version, extras }: OfferedBoard, origin: string): string {
  const { language, panels, canonical } = board;
  const isLatest = chosenValue(extras, FOLLOW) === 'latest';
  const release = isLatest ? 'latest' : version;
  const embed = origin + join(`/embed/${release}/board`, canonical);
  const width = chosenWidth(extras);
  const pixels = width === null ? Math.max(...HIGHEST.map(made.heightAt)) : made.heightAt(width);
  return snippetOf({
    ...{ language, width, embed, page: embed, version: isLatest ? null : version },
    title: `${BOARD_WORDS[language].title(panels.length)}: ${made.subject}`,
    credit: made.credit,
    pictures: panels.map((panel, i) => ({
      ...pictureOf(panel, `${origin}/data/${release}`, board),
      alternative: made.panels[i]?.alternative ?? '',
      ...{ most: made.panels[i]?.least ?? 0, mostCss: null },
    })),
    height: { pixels, css: made.heightCss },
  });
}

/** The form: the questions, one more, and the choices of every embed. */
function form({ board, extras, version }: OfferedBoard, ui: Language): Markup {
  const words = BOARD_CODE_WORDS[ui];
  const questions = [...board.panels.map(questionOf), ''].slice(0, PANEL_NAMES.length);
  const fields = questions.map(
    (question, i) =>
      markup`<label class="question">${words.chart(i + 1)} <input name="${PANEL_NAMES[i] ?? ''}" value="${question}" placeholder="${words.placeholder}" spellcheck="false"></label>\n`,
  );
  return markup`<form class="choices" aria-label="${EMBED_CODE_WORDS[ui].choices}">${fields}${hiddenField(CODE_LANGUAGE.name, ui)}
${choices(extras, version)}</form>\n`;
}

/** Answers the code of a board. @throws BadQuery, NotFound */
export async function answerBoardCode(
  { release: version }: Extract<RouteAddress, { kind: 'board-code' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> {
  const { catalogue } = await findReleaseIndex(context.data, version);
  const { board: given, extras } = await readPastedBoard(request.search, request.origin, context);
  const board = parseBoard(given, catalogue);
  const self = join(`/embed/${version}/board`, board.canonical);
  const made = await makeBoard({ board, version, self, saysSince: false }, request, context);
  const offered = { board, made, version, extras };
  const ui = pageLanguage(extras);
  const { title, lead } = BOARD_CODE_WORDS[ui];
  const { origin } = request;
  const code = codeFor(offered, origin);
  return codeAnswer({ title, lead, ui, version, origin, code, form: form(offered, ui) });
}

/** The page that makes a board of a chart and others. */
export function boardCodeLink(version: string, question: string, ui: Language): Markup {
  const search = [`${PANEL_NAMES[0]}=${encodeURIComponent(question)}`, ...(ui === 'es' ? ['ui=es'] : [])];
  const href = `/embed/${version}/board/code?${search.join('&')}`;
  return markup`<p class="def"><a href="${href}">${BOARD_CODE_WORDS[ui].several}</a></p>\n`;
}
