/**
 * An answer as Markdown, to be read by people and by programs that read text: the finding, a sentence for each
 * series, the table, notes, sources, the verdict and links. Every figure has its hedge in words.
 */
import { versionParameter } from '#stats/model/release.ts';
import { chartWords } from '#app/_charts/chart.ts';
import { seriesSentence } from '#app/_charts/wording/alt-text.ts';
import { namesOf } from '#app/_charts/wording/series-name.ts';
import { DATE_JOINER, MONTH_NAMES } from '#app/_words/dates.ts';
import { MARKDOWN_WORDS } from '#app/_words/markdown.ts';
import { verdictOn } from '#stats/comparability/notice.ts';
import { verdictText } from '#stats/comparability/verdict.ts';
import type { Language } from '#stats/language.ts';
import type { Source } from '#stats/model/catalogue.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatQuery } from '#stats/query/query.ts';
import { withStop } from '#stats/text.ts';
import { figureTable, type MarkdownContext } from './figures.ts';
import { plainText, linkTo, bulletList, sections } from './text.ts';

/** Series that have a sentence of their own. */
const MOST_SENTENCES = 12;
/** A series with more figures than this is told by its first and its last. */
const MOST_TOLD = 2;

const NOT_STATED = 'not stated';

/** @example fullDate('2026-11-22', 'en') === '22 November 2026' */
function fullDate(date: string, language: Language): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = MONTH_NAMES[language][Number(month) - 1] ?? '';
  return DATE_JOINER[language]([String(Number(day)), name, year]);
}

/** The notes of an answer, each once: those that must be shown first, then those of single figures. */
function notesOf(comparison: Comparison, words: ReturnType<typeof chartWords>) {
  const { language, areas, cells, indicator } = comparison;
  const shown = new Set(cells.map(({ area }) => area));
  const groups = areas.flatMap((area) =>
    area.kind === 'group' && area.note && shown.has(area.code)
      ? [`${area.name[language]}: ${area.note[language]}`]
      : [],
  );
  const general = [...groups, ...indicator.notes.map(({ text }) => text[language]), ...words.notes];
  const ofCells = [...new Set(cells.flatMap(({ notes }) => notes.map(({ text }) => text[language])))];
  const marks = new Map(ofCells.map((text, i) => [text, i + 1]));
  const marked = new Set(ofCells.map(withStop));
  return {
    general: [...new Set([...general, ...words.ours].map(withStop))].filter((text) => !marked.has(text)),
    ofCells,
    marksOf: (cell: Cell): number[] => [
      ...new Set(cell.notes.flatMap(({ text }) => marks.get(text[language]) ?? [])),
    ],
  };
}

/** Author, title, date, licence and editions of a source. */
function sourceLine(source: Source, { editions, language }: Comparison): string {
  const words = MARKDOWN_WORDS[language];
  const { name, url } = source.licence;
  const who = [source.author, source.publisher].find((who) => who !== undefined && who !== NOT_STATED);
  const title = source.url ? linkTo(source.title[language], source.url) : plainText(source.title[language]);
  const licence = url
    ? linkTo(name, url)
    : name === NOT_STATED
      ? words.noLicence
      : plainText(words.licence(name));
  const own = editions.filter((edition) => edition.source === source.id).map(({ id }) => id);
  return [
    `${who === undefined ? '' : `${plainText(who)}: `}${title} (${plainText(source.published)})`,
    licence,
    ...(own.length > 0 ? [plainText(words.editions(own.join(', ')))] : []),
  ].join('. ');
}

/** The same question in other formats. `address` is that of the Markdown. */
export const inFormat = (address: string, ending: string): string => address.replace('.md', `.${ending}`);

function links(comparison: Comparison, address: string): string {
  const { language, release, indicator, query } = comparison;
  const words = MARKDOWN_WORDS[language];
  const search = [formatQuery(query, indicator), `release=${versionParameter(release.version)}`]
    .filter(Boolean)
    .join('&');
  const page = `${language === 'es' ? '/es' : ''}/indicators/${indicator.id}?${search}`;
  return bulletList([
    linkTo(words.page, page),
    linkTo('CSV', inFormat(address, 'csv')),
    linkTo('JSON', inFormat(address, 'json')),
    linkTo(`${words.picture} (SVG)`, inFormat(address, 'svg')),
    linkTo(words.revisions, `/data/${release.version}/${indicator.id}/revisions.json`),
  ]);
}

/** One sentence for each of the first series. */
function sentencesOf(comparison: Comparison): string {
  const { language } = comparison;
  const all = seriesOf(comparison);
  const names = namesOf(comparison, all, language);
  const rest = all.length - MOST_SENTENCES;
  return bulletList([
    ...all
      .slice(0, MOST_SENTENCES)
      .map((series) => plainText(seriesSentence(comparison, series, names, MOST_TOLD, language))),
    ...(rest > 0 ? [MARKDOWN_WORDS[language].more(rest)] : []),
  ]);
}

/** The whole text. `address` is its canonical address. */
export function formatMarkdown(comparison: Comparison, address: string): string {
  const { language, release, sources, cells } = comparison;
  const words = MARKDOWN_WORDS[language];
  const above = chartWords(comparison);
  const notes = notesOf(comparison, above);
  const verdict = verdictOn(comparison);
  const context: MarkdownContext = {
    comparison,
    marksOf: notes.marksOf,
    allRows: linkTo('CSV', inFormat(address, 'csv')),
  };
  const definition = comparison.indicator.definition[language];
  const intro = [
    `# ${plainText(above.title)}`,
    plainText(withStop(above.subtitle)),
    plainText(withStop(definition)),
    `${plainText(words.release(release.version, fullDate(release.date, language)))}. ${words.reading}`,
  ].join('\n\n');
  const verdictLines = [...(verdict ? [verdictText(verdict, language)] : []), ...above.notices.map(withStop)];
  const footnotes = notes.ofCells.map((text, i) => `[^${i + 1}]: ${plainText(text)}`);
  return `${sections([
    ['', intro],
    [words.verdict, verdictLines.map(plainText).join(' ')],
    [words.series, cells.length > 0 ? sentencesOf(comparison) : words.nothing],
    [words.figures, cells.length > 0 ? figureTable(context) : ''],
    [
      words.notes,
      [bulletList(notes.general.map(plainText)), footnotes.join('\n')].filter(Boolean).join('\n\n'),
    ],
    [words.sources, bulletList(sources.map((source) => sourceLine(source, comparison)))],
    [words.elsewhere, links(comparison, address)],
  ])}\n`;
}
