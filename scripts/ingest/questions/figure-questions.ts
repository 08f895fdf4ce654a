// The questions about the figures of a file: which of them are meant, and what each is.

import { isMap, isScalar, isSeq, type Document, type YAMLMap } from 'yaml';
import { MEASURES } from '#stats/model/measure.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { ownId } from '#stats/model/own-catalogue.ts';
import { slugOf } from '#sources/inspect/indicator.ts';
import { currency } from '#sources/metadata/money.ts';
import { confirm, oneOf, type Asker } from './ask.ts';

const MEASURE_WORDS = `count (whole numbers of events or people), rate (so many per so many people), share (a percentage of a whole), level (an index, a wage, a price, degrees: never added up), estimate (anything else, such as a range)`;

const positive = (answer: string): string | null =>
  Number(answer) > 0 ? null : 'write a number, such as 100000';

const figuresOf = (document: Document): YAMLMap[] => {
  const figures = document.get('figures');
  return isSeq(figures) ? figures.items.filter((item) => isMap(item)) : [];
};

/** Ids that say nothing of the figure: it gets one of its title. */
const VAGUE = /^own-(value|count|rate|share|n|number|total|obs-value|column-\d|figure-.*)$/;

/** The unit of a figure: words in both languages, or the currency of an amount of money and the year of its prices. */
async function askUnit(
  asker: Asker,
  column: string,
  inFile: string | undefined,
): Promise<Record<string, unknown>> {
  const of = `"${column}"`;
  const unit = await asker.ask({
    flag: 'unit',
    of: column,
    text: `${of}: its unit, in English (points, kilometres), or the currency of an amount (USD, MXN)?`,
    ...(inFile !== undefined && { usual: inFile }),
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
  if (measure !== 'share' && figure.get('scale') === 0.01) figure.delete('scale');
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
    const unit = at(['describe', 'unit', 'en']) || at(['describe', 'currency']);
    const inFile = unit === '' || unit === at(['describe', 'title', 'en']) ? undefined : unit;
    Object.assign(entry, await askUnit(asker, column, inFile));
  }
  figure.set('describe', entry);
}

/** What a figure is called in the file: its column, or the text that tells its rows. */
function columnOf(figure: YAMLMap): string | undefined {
  const when = figure.get('when');
  const ofWhen = isMap(when) ? when.items.map(({ value }) => (isScalar(value) ? value.value : value)) : [];
  const value = figure.get('value');
  const texts = ofWhen.length > 0 ? ofWhen : [value];
  const isPlain = texts.every((text) => typeof text === 'string' || typeof text === 'number');
  return isPlain ? texts.join(', ') : undefined;
}

/** The names of figures; of two with the same name, the column of their numbers tells them apart. */
function namesOf(figures: readonly YAMLMap[]): string[] {
  const names = figures.map((figure) => columnOf(figure) ?? String(figure.get('indicator')));
  return names.map((name, i) => {
    const isAlone = names.filter((other) => other === name).length === 1;
    return isAlone ? name : `${name}, ${String(figures[i]?.get('value'))}`;
  });
}

/** Nobody wants to describe more figures than that because they pressed Enter. */
const MOST_AT_ONCE = 12;

/** Of several figures, those that are meant. */
export async function askWhich(asker: Asker, document: Document): Promise<void> {
  const figures = document.get('figures');
  if (!isSeq(figures) || figures.items.length < 2) return;
  const names = namesOf(figuresOf(document));
  const isMany = names.length > MOST_AT_ONCE;
  const answer = await asker.ask({
    flag: 'figures',
    text: `Which of these figures? ${names.map((name) => `"${name}"`).join(', ')} (their names with | between them; ${isMany ? '' : 'Enter: '}all)`,
    ...(!isMany && { usual: 'all' }),
    check: (given) => {
      const unknown = given === 'all' ? [] : given.split('|').filter((name) => !names.includes(name.trim()));
      return unknown.length === 0 ? null : `"${unknown[0]}" is none of them`;
    },
  });
  if (answer === 'all') return;
  const meant = answer.split('|').map((name) => name.trim());
  figures.items = figures.items.filter((_, i) => meant.includes(names[i] ?? ''));
}

/** Asks of each figure whether it is the indicator that the draft takes it for, and what it is if it is new. */
export async function askFigures(asker: Asker, document: Document, { indicators }: Catalogue): Promise<void> {
  const figures = figuresOf(document);
  const names = namesOf(figures);
  for (const [i, figure] of figures.entries()) {
    const id = String(figure.get('indicator'));
    const known = indicators.find((indicator) => indicator.id === id);
    const column = names[i] ?? id;
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
