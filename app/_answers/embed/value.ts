/**
 * `/embed/{release}/value?indicator=...`: one figure for running text, with its hedge, unit, source and period, as a
 * small page, as plain text and as a picture as high as a line. It says nothing about later releases; a doubt about it
 * may be entered at any time.
 */
import { DOUBT_SEAL } from '#app/_data/claims/doubt-seal.ts';
import { doubtTexts } from '#app/_charts/wording/doubt-text.ts';
import { figurePhrase, type FigurePhrase } from '#app/_downloads/sentence/phrase.ts';
import { figureSentence } from '#app/_downloads/sentence/sentence.ts';
import { pageAddress } from '#app/_downloads/citation/cited-work.ts';
import { oembedHeaders } from '#app/_downloads/discovery/oembed-links.ts';
import { sentenceWordsIn } from '#app/_words/sentence.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { VALUE_PROBLEMS, VALUE_WORDS } from '#app/_words/value.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { BadQuery, malformed } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { withStop } from '#stats/text.ts';
import { drawValue } from '../chart/value-svg.ts';
import { refuseTooMuchToDraw } from '../data/count.ts';
import { readDataRequest } from '../data/read-query.ts';
import type { AnswerContext } from '../data/context.ts';
import { EMBED_THEME, LANG, VALUE_FORM, type FormatParameter } from '../http/format-parameters.ts';
import { FIVE_MINUTES, SVG_POLICY, withDrawing } from '../http/headers.ts';
import { pinnedAnswer } from '../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../http/request.ts';
import type { ValueFormat } from '../http/embed-routes.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import { valuePage, VALUE_POLICY } from '../shell/value-page.ts';

const INDICATOR = 'indicator';
const MOST_SUGGESTED = 20;

const HEADERS: Readonly<Record<ValueFormat, Readonly<Record<string, string>>>> = {
  html: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': VALUE_POLICY,
    'referrer-policy': 'strict-origin-when-cross-origin',
  },
  txt: { 'content-type': 'text/plain; charset=utf-8' },
  svg: { 'content-type': 'image/svg+xml; charset=utf-8', ...SVG_POLICY },
};

/** A text has no theme. */
const parametersOf = (format: ValueFormat): readonly FormatParameter[] =>
  format === 'txt' ? [LANG, VALUE_FORM] : [LANG, VALUE_FORM, EMBED_THEME];

/** The parameter that tells the figures of an answer apart, with its values. */
function tellApart(cells: readonly Cell[]): string[] {
  const parts = [
    ['country', (cell: Cell) => cell.area],
    ['time', (cell: Cell) => formatPeriod(cell.period)],
    ['source', (cell: Cell) => cell.source],
    ['origin', (cell: Cell) => cell.counterpart],
    ['breakdown', (cell: Cell) => cell.breakdown],
    ['definition', (cell: Cell) => cell.definition],
  ] as const;
  for (const [name, valueOf] of parts) {
    const values = [...new Set(cells.map(valueOf))];
    if (values.length > 1) return values.slice(0, MOST_SUGGESTED).map((value) => `${name}=${value}`);
  }
  return [];
}

/** The only figure of an answer, or its gap. @throws BadQuery if there are others */
function onlyCell({ cells, indicator }: Comparison): Cell {
  const [cell] = cells;
  if (cell && cells.length === 1) return cell;
  throw new BadQuery(
    malformed(INDICATOR, indicator.id, tellApart(cells), VALUE_PROBLEMS.notOne(cells.length)),
  );
}

/** What a reader sees: the number alone, the number in its phrase, or a whole sentence. */
function shownAs(form: string, phrase: FigurePhrase, cell: Cell, comparison: Comparison): FigurePhrase {
  if (form === 'figure') return { ...phrase, unit: '', source: '', text: phrase.figure };
  if (form !== 'sentence') return phrase;
  const sentence = figureSentence(cell, comparison);
  return { figure: '', unit: sentence, source: '', text: sentence };
}

/** Mandatory notes and doubts stand wherever the figure stands; a sentence has the notes already. */
function notesOf(cell: Cell, form: string, comparison: Comparison): string[] {
  const { language } = comparison;
  const mandatory = cell.notes.flatMap((note) => (note.mandatory ? [note.text[language]] : []));
  const doubts = doubtTexts(cell, comparison, language).map(withStop);
  return [...(form === 'sentence' ? [] : mandatory), ...doubts];
}

/** Lines of text: the figure, what must stand with it, and its source where the first line does not name it. */
function valueText(
  { text }: FigurePhrase,
  notes: readonly string[],
  source: string,
  { language, release }: Comparison,
): string {
  const words = sentenceWordsIn(language);
  const noted = notes.length === 1 ? words.note : words.notes;
  const from = `${VALUE_WORDS[language].source}: ${source} (Cotejo, ${EMBED_WORDS[language].release.toLowerCase()} ${release.version}).`;
  const lines = [
    text,
    ...(notes.length > 0 ? [noted({ text: notes.join(' ') })] : []),
    ...(source === '' ? [] : [from]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Answers a value. @throws BadQuery, NotFound */
export async function answerValue(
  { release, format }: Extract<RouteAddress, { kind: 'value' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer> {
  const id = parseParameters(request.search).get(INDICATOR);
  if (id === undefined || id === '')
    throw new BadQuery(malformed(INDICATOR, '', [`${INDICATOR}=homicide-rate`], VALUE_PROBLEMS.noIndicator));
  const search = request.search
    .split('&')
    .filter((part) => part.split('=')[0] !== INDICATOR)
    .join('&');
  const known = parametersOf(format);
  const question = await readDataRequest({ release, indicator: id }, { ...request, search }, known, context);
  const { version, language, extras, plan, indicator } = question;
  const form = extras.get(VALUE_FORM.name) ?? '';
  const ending = format === 'html' ? '' : `.${format}`;
  const query = [...question.canonical.split('&'), `${INDICATOR}=${indicator.id}`]
    .filter(Boolean)
    .sort()
    .join('&');
  const canonical = join(`/embed/${version}/value${ending}`, query);
  return pinnedAnswer(request, {
    version,
    // Doubts stand beside the figure, and are no part of a release.
    seal: `${withDrawing(question.seal)} ${DOUBT_SEAL}`,
    cacheControl: FIVE_MINUTES,
    canonical,
    ...(format === 'html' && { links: oembedHeaders(request.origin, canonical) }),
    headers: { ...HEADERS[format], 'content-language': language },
    weigh: () => plan.weight(),
    makeBody: async () => {
      await refuseTooMuchToDraw(plan, 'value', context.limits);
      const comparison = await plan.comparison();
      const cell = onlyCell(comparison);
      const whole = figurePhrase(cell, comparison);
      const phrase = shownAs(form, whole, cell, comparison);
      const notes = notesOf(cell, form, comparison);
      const theme = extras.get(EMBED_THEME.name) ?? 'auto';
      if (format === 'svg') return drawValue(phrase, notes, theme === 'dark' ? 'dark' : 'light');
      if (format === 'html')
        return valuePage({ phrase, notes, theme, language, version, page: pageAddress(comparison) });
      return valueText(phrase, notes, form === 'figure' ? whole.source : '', comparison);
    },
  });
}
