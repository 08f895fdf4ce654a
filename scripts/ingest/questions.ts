// What only a person knows of a file: what its numbers are, who published them, and what the draft of a recipe guessed.

import { parseDocument, isMap, isScalar, isSeq, type Document, type YAMLMap } from 'yaml';
import { parsePeriod } from '#stats/time/period.ts';
import { STORED_GAPS } from '#stats/model/gap.ts';
import { MEASURES } from '#stats/model/measure.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { ownId } from '#stats/model/own-catalogue.ts';
import type { AreaTable } from '#sources/aliases/areas.ts';
import type { RecipeDraft } from '#sources/inspect/draft.ts';
import { slugOf } from '#sources/inspect/indicator.ts';
import { currency } from '#sources/metadata/money.ts';
import { confirm, type Asker } from './ask.ts';
import { askNames } from './unknown-names.ts';

const MEASURE_WORDS = `count (whole numbers of events or people), rate (so many per so many people), share (a percentage of a whole), level (an index, a wage, a price, degrees: never added up), estimate (anything else, such as a range)`;

const oneOf =
  (words: readonly string[]) =>
  (answer: string): string | null =>
    words.includes(answer) ? null : `write one of ${words.join(', ')}`;

const positive = (answer: string): string | null =>
  Number(answer) > 0 ? null : 'write a number, such as 100000';

const figuresOf = (document: Document): YAMLMap[] => {
  const figures = document.get('figures');
  return isSeq(figures) ? figures.items.filter((item) => isMap(item)) : [];
};

/** Ids that say nothing of the figure: it gets one of its title. */
const VAGUE = /^own-(value|count|rate|share|n|number|total|obs-value|column-\d|figure-.*)$/;

/** The unit of a figure: words in both languages, or the currency of an amount of money and the year of its prices. */
async function askUnit(asker: Asker, column: string): Promise<Record<string, unknown>> {
  const of = `"${column}"`;
  const unit = await asker.ask({
    flag: 'unit',
    of: column,
    text: `${of}: its unit, in English (points, kilometres), or the currency of an amount (USD, MXN)?`,
  });
  if (currency.safeParse(unit).success) {
    const year = await asker.ask({
      flag: 'price-year',
      of: column,
      text: `${of}: the year of its prices (Enter: not stated)?`,
      usual: 'not stated',
      check: (given) =>
        given === 'not stated' || /^\d{4}$/.test(given) ? null : 'write a year, or not stated',
    });
    return { currency: unit, ...(year !== 'not stated' && { priceYear: Number(year) }) };
  }
  const unitEs = await asker.ask({
    flag: 'unit-es',
    of: column,
    text: `${of}: its unit, in Spanish?`,
    usual: unit,
  });
  return { unit: { en: unit, es: unitEs } };
}

/** Asks what a new indicator is, and writes it into the figure of the recipe. */
async function describe(
  asker: Asker,
  figure: YAMLMap,
  column: string,
  taken: ReadonlySet<string>,
): Promise<void> {
  const of = `"${column}"`;
  const at = (path: readonly string[]): string => String(figure.getIn(path) ?? '');
  const usual = at(['describe', 'title', 'en']) || at(['indicator']);
  const measure = await asker.ask({
    flag: 'measure',
    of: column,
    text: `${of}: which measure? ${MEASURE_WORDS}`,
    usual: at(['measure']),
    check: oneOf(MEASURES),
  });
  const title = await asker.ask({ flag: 'title', of: column, text: `${of}: its title, in English?`, usual });
  const titleEs = await asker.ask({
    flag: 'title-es',
    of: column,
    text: `${of}: its title, in Spanish?`,
    usual: title,
  });
  const id = ownId(slugOf(title));
  if (VAGUE.test(String(figure.get('indicator'))) && !taken.has(id)) figure.set('indicator', id);
  figure.set('measure', measure);
  // A factor in a column of the file stays; that of percentages is for shares.
  if (measure !== 'share' && !isMap(figure.get('scale'))) figure.delete('scale');
  const entry: Record<string, unknown> = { title: { en: title, es: titleEs } };
  if (measure === 'rate') {
    const per = await asker.ask({
      flag: 'per',
      of: column,
      text: `${of}: so many per how many people?`,
      check: positive,
    });
    entry['per'] = Number(per);
  } else if (measure === 'estimate' || measure === 'level') {
    Object.assign(entry, await askUnit(asker, column));
  }
  figure.set('describe', entry);
}

/** What a figure is called in the file: its column, or the text that tells its rows. */
function columnOf(figure: YAMLMap): string | undefined {
  const when = figure.get('when');
  const text = isMap(when)
    ? (when.items[0]?.value as { value?: unknown } | null)?.value
    : figure.get('value');
  return typeof text === 'string' || typeof text === 'number' ? String(text) : undefined;
}

/** Of several columns of numbers, those that are meant. */
async function askWhich(asker: Asker, document: Document): Promise<void> {
  const figures = document.get('figures');
  if (!isSeq(figures) || figures.items.length < 2) return;
  const names = figuresOf(document).map((figure) => columnOf(figure) ?? '');
  const answer = await asker.ask({
    flag: 'figures',
    text: `Which of these figures? ${names.map((name) => `"${name}"`).join(', ')} (their names with | between them; Enter: all)`,
    usual: 'all',
    check: (given) => {
      const unknown = given === 'all' ? [] : given.split('|').filter((name) => !names.includes(name.trim()));
      return unknown.length === 0 ? null : `"${unknown[0]}" is none of them`;
    },
  });
  if (answer === 'all') return;
  const meant = answer.split('|').map((name) => name.trim());
  figures.items = figures.items.filter((_, i) => meant.includes(names[i] ?? ''));
}

/** The area and the period of a file that has no column of them. */
async function askConstants(asker: Asker, document: Document, table: AreaTable): Promise<void> {
  if (document.getIn(['area', 'constant']) === '_U') {
    const area = await asker.ask({
      flag: 'area',
      text: 'No column of areas was found. Which area is it (its code, such as HND; _U if it is not known)?',
      check: (given) =>
        given === '_U' || table.knows(given, 'alpha-3') ? null : 'write a code of three letters, such as HND',
    });
    if (area !== '') document.setIn(['area', 'constant'], area);
  }
  if (document.getIn(['period', 'yearIs']) === 'YEAR') {
    const year = await asker.ask({
      flag: 'period',
      text: 'A column has months, and no column has their year. Which year is it (2014, FY2014)?',
      check: (given) => (/^(FY)?\d{4}$/.test(given) ? null : 'write a year as 2014 or FY2014'),
    });
    if (year !== '') document.setIn(['period', 'yearIs'], year);
  }
  if (document.getIn(['area', 'within']) === 'PLACE') {
    const country = await asker.ask({
      flag: 'within',
      text: `In which country are the places of "${String(document.getIn(['area', 'column']))}" (its code, such as HND)?`,
      check: (given) => (table.knows(given, 'alpha-3') ? null : 'write a code of three letters, such as HND'),
    });
    if (country !== '') document.setIn(['area', 'within'], country);
  }
  if (document.getIn(['period', 'constant']) === 'PERIOD') {
    const period = await asker.ask({
      flag: 'period',
      text: 'No column of years was found. Which period is it (2014, FY2014, 2014-10)?',
      check: (given) => (parsePeriod(given) ? null : 'write a period as 2014, FY2014 or 2014-10'),
    });
    if (period !== '') document.setIn(['period', 'constant'], period);
  }
}

/** Asks of each figure whether it is the indicator that the draft takes it for, and what it is if it is new. */
async function askFigures(asker: Asker, document: Document, { indicators }: Catalogue): Promise<void> {
  for (const figure of figuresOf(document)) {
    const id = String(figure.get('indicator'));
    const known = indicators.find((indicator) => indicator.id === id);
    const column = columnOf(figure) ?? id;
    if (known) {
      const same = await confirm(asker, {
        flag: 'same',
        of: column,
        text: `Is "${column}" what the site calls "${known.title.en}" (${known.unit.label.en})? yes or no`,
      });
      if (same) continue;
      figure.set('indicator', ownId(slugOf(column)));
      figure.set('measure', known.measure);
    }
    await describe(
      asker,
      figure,
      column,
      new Set(figuresOf(document).map((other) => String(other.get('indicator')))),
    );
  }
}

const MEANINGS = [...STORED_GAPS, 'none', 'absent'];

/** What each text in place of a number means; a mark that a note of the file explains is not asked for. */
async function askMissing(asker: Asker, document: Document): Promise<void> {
  const missing = document.get('missing');
  if (!isMap(missing)) return;
  for (const { key, value } of missing.items) {
    if (!isScalar(key) || !isScalar(value)) continue;
    const text = String(key.value);
    value.value = await asker.ask({
      flag: 'missing',
      of: text,
      text: `What does ${text === '' ? 'an empty cell' : `"${text}"`} in place of a number mean? not-published, suppressed, not-applicable, none (a true zero) or absent (not stated)`,
      check: oneOf(MEANINGS),
    });
  }
}

/** Guesses that other questions settle. */
const ASKED =
  /^(the indicators|what it is|what it means here|what an empty cell means|its cells do not fit|per how many|points, degrees|no areas of these names|the code of the area|the code of their country|which year|2014, FY2014)/;

/** Asks of every other guess of the draft whether it is right. @returns the guesses that are not */
async function askGuesses(asker: Asker, text: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    const [, before = '', guess] = /^(.*?)#\s*edit:\s*(.*)$/.exec(line) ?? [];
    if (guess === undefined || ASKED.test(guess)) continue;
    const right = await confirm(asker, {
      flag: 'accept',
      text: `A guess of the draft: ${before.trim() === '#' ? '' : before.trim()}\n  ${guess}\n  Is it right? yes or no`,
    });
    if (!right) wrong.push(`line ${i + 1}: ${line.trim()}`);
  }
  return wrong;
}

export interface FileAnswers {
  /** The text of the recipe, with the answers. */
  readonly recipe: string;
  /** Guesses that the person says are wrong. */
  readonly wrong: readonly string[];
  readonly publisher: string;
  readonly licence: string;
  readonly published: string | undefined;
}

/** A draft, as it was made and with the ids of own data, and the names that it does not know. */
interface DraftedFile extends Pick<RecipeDraft, 'text' | 'unknown'> {
  readonly own: string;
}

/** Asks everything that the file does not say; `own` is the draft with ids of own data. @throws UserError if nobody is there to answer */
export async function askAll(
  asker: Asker,
  { text: draft, own, unknown }: DraftedFile,
  catalogue: Catalogue,
  table: AreaTable,
): Promise<FileAnswers> {
  const document = parseDocument(own);
  await askWhich(asker, document);
  await askFigures(asker, document, catalogue);
  await askConstants(asker, document, table);
  await askMissing(asker, document);
  await askNames(asker, document, unknown, { table, areas: catalogue.areas });
  const wrong = await askGuesses(asker, draft);
  const publisher = await asker.ask({ flag: 'publisher', text: 'Who published the file?' });
  const licence = await asker.ask({
    flag: 'licence',
    text: 'Under which licence?',
    usual: 'not stated',
  });
  const published = await asker.ask({
    flag: 'edition',
    text: 'When was it published (YYYY-MM-DD; Enter: not known)?',
    usual: 'not known',
    check: (answer) =>
      answer === 'not known' || parsePeriod(answer)?.basis === 'day' ? null : 'write a day as 2026-11-30',
  });
  asker.finish();
  return {
    recipe: document.toString({ lineWidth: 0 }),
    wrong,
    publisher,
    licence,
    published: published === 'not known' ? undefined : published,
  };
}
