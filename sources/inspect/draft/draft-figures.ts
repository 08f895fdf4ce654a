/** The part of a draft about its figures: what they are, and what only a person knows of them. */
import type { Catalogue } from '#stats/model/catalogue.ts';
import { MAY_BE_SIGNED, type Measure } from '#stats/model/measure.ts';
import { formatNumber } from '#stats/number.ts';
import type { AreaTable } from '#sources/aliases/areas.ts';
import { currency } from '../../metadata/money.ts';
import { lookAtColumn, type ColumnLook } from '../column.ts';
import { flow, question } from './draft-layout.ts';
import { guessIndicator, nameAnew, type Guess } from '../indicator.ts';
import type { Look } from '../look.ts';
import type { Parts } from '../parts.ts';
import { factorOf, measureOfUnit, withoutFactor } from '../units.ts';
import { saysUnit, unitColumn, type FigureOfRows } from '../which-figure.ts';

/** Names of columns of numbers that say nothing of them. */
const VAGUE = /^(values?|valor(es)?|obs_?values?|observation value|n|number|data|dato|cantidad|total)$/i;

/** What only a person knows of a new indicator; its unit, where the file says it. */
function describeLines(measure: Measure, words: string, unit: string | null): string[] {
  const title = words.replaceAll(/[_-]+/g, ' ').trim();
  const both = flow({ en: title, es: title });
  const plain = unit === null ? '' : withoutFactor(unit);
  const units = plain === '' ? both : flow({ en: plain, es: plain });
  const isMoney = currency.safeParse(plain).success;
  return [
    '    describe: # edit: what it is, in both languages',
    `      title: ${both}`,
    ...(measure === 'rate' ? ['      per: 100000 # edit: per how many people?'] : []),
    ...(measure === 'estimate' || measure === 'level'
      ? [
          isMoney
            ? `      currency: ${plain}`
            : `      unit: ${units} # edit: points, degrees, kilometres; for money write currency: USD instead`,
        ]
      : []),
  ];
}

/** A measure that the cells of a new indicator can have: no count has fractions, and no rate is below 0. */
function fitting(measure: Measure | null, cells: readonly ColumnLook[]): Measure | null {
  if (measure === null) return null;
  if (measure === 'count' && cells.some((c) => c.fractions)) return 'level';
  return cells.some((c) => c.negative) && !MAY_BE_SIGNED.includes(measure) ? 'level' : measure;
}

/** Names of columns whose words multiply. */
const FACTOR_NAME = /^(scalar[ _]factor|scale|magnitude|multiplier|escala|multiplicador)$/i;

/** The factor of each word of a column; null if one of them is none. */
function factorsOf(texts: readonly string[]): Record<string, number> | null {
  const known = texts.flatMap((text): (readonly [string, number])[] => {
    const factor = /^(units?|unidad(es)?)$/i.test(text.trim()) ? 1 : factorOf(text);
    return factor === null ? [] : [[text, factor]];
  });
  return known.length > 0 && known.length === texts.length ? Object.fromEntries(known) : null;
}

/** Columns of SDMX that say more of the value: its factor, and its status. */
function sdmxLines({ columns }: Look): string[] {
  const named = (name: string): string | undefined =>
    columns.find((column) => column.name.toUpperCase() === name)?.name;
  const [factor, status] = [named('UNIT_MULT'), named('OBS_STATUS')];
  const words = factor === undefined ? columns.find(({ name }) => FACTOR_NAME.test(name)) : undefined;
  const codes = words === undefined ? null : factorsOf(words.texts.map(([text]) => text));
  return [
    ...(factor === undefined ? [] : [`    scale: ${flow({ powerOfTen: factor })}`]),
    ...(words && codes ? [`    scale: ${flow({ column: words.name, codes })}`] : []),
    ...(status === undefined ? [] : [`    status: ${flow(status)}`]),
  ];
}

/** A figure that a draft makes: its words, the column of its numbers, and which rows or columns are its own. */
interface Asked {
  readonly own: string;
  readonly value: string;
  readonly when: Readonly<Record<string, string>> | null;
  readonly cells: readonly ColumnLook[];
  /** What the file says of its unit. */
  readonly unit: string | null;
}

/** A column as it is in the rows of one figure. */
function inRowsOf(
  { texts }: FigureOfRows,
  cells: readonly ColumnLook[],
  { table, columns, notes, numbers }: Look,
  areas: AreaTable,
): ColumnLook[] {
  const wanted = columns.flatMap(({ name, at }) => (name in texts ? [{ at, text: texts[name] }] : []));
  const body = table.body.filter((line) => wanted.every(({ at, text }) => (line.cells[at] ?? '') === text));
  const marks = notes.map((note) => note.mark);
  return cells.map(({ name, at }) => lookAtColumn(name, at, body, areas, marks, numbers));
}

/** A unit in words or as a currency; a code such as `P_HTHAB` tells a reader nothing. */
const inWords = (unit: string | null): string | null =>
  unit !== null && /^[A-Z0-9_]{2,}$/.test(unit) && !currency.safeParse(unit).success ? null : unit;

/** What the file says of the unit of all its numbers: in a column, in words of its own, or in a text that is repeated. */
function unitOf({ columns, file }: Look): string | null {
  const units = unitColumn(columns);
  if (units !== null) return units.distinct === 1 ? inWords(units.texts[0]?.[0] ?? null) : null;
  if (file.about?.unit) return file.about.unit;
  const repeated = columns.filter(
    (c) =>
      c.distinct === 1 &&
      c.empty === 0 &&
      c.texts.length === 1 &&
      !/indicator|series|title|variable/i.test(c.name),
  );
  return (
    repeated.map((c) => c.texts[0]?.[0] ?? '').find((text) => text.length < 40 && saysUnit(text)) ?? null
  );
}

/** The columns of numbers of one figure, and what tells them: the file's own, or those with one word across the top. */
interface Read {
  readonly own: string;
  readonly value: string;
  readonly when: Readonly<Record<string, string>> | null;
  readonly cells: readonly ColumnLook[];
}

function readsOf({ spread, spreadColumns, columns }: Look, { values }: Parts): Read[] {
  const cellsAt = (at: readonly number[]): ColumnLook[] => at.flatMap((i) => columns[i] ?? []);
  if (!spread) return values.map((c) => ({ own: c.name, value: c.name, when: null, cells: [c] }));
  const { what } = spread;
  const value = 'value';
  if (!what || what.texts.size < 2)
    return [{ own: [...(what?.texts.keys() ?? [])].join(' '), value, when: null, cells: spreadColumns }];
  return [...what.texts].map(([text, at]) => {
    const copy = /^\((\d)\)$/.exec(text)?.[1];
    const own = copy === undefined ? text : `column ${copy}`;
    return { own, value, when: { [what.column]: text }, cells: cellsAt(at) };
  });
}

/** The figures of a file: one for each column of numbers, or for each text that names one. */
function askedOf(look: Look, parts: Parts, areas: AreaTable): Asked[] {
  const { which } = parts;
  const unit = unitOf(look);
  const reads = readsOf(look, parts);
  if (!which) return reads.map((read) => ({ ...read, unit }));
  return which.figures.flatMap((figure) => {
    const texts = Object.values(figure.texts);
    return reads.map(({ own, value, when, cells }) => ({
      own: [...texts, ...(reads.length > 1 ? [own] : [])].join(', '),
      value,
      when: { ...figure.texts, ...when },
      cells: inRowsOf(figure, cells, look, areas),
      unit: inWords(figure.unit) ?? texts.find(saysUnit) ?? unit,
    }));
  });
}

/** Numbers with a percent sign are a share, as long as none is above 100 % or below 0. */
function measureByCells(measure: Measure | null, cells: readonly ColumnLook[]): Measure | null {
  if (measure === null) return null;
  const isPercent = cells.some((c) => c.percents > c.numbers * 0.5);
  const isShare = cells.every((c) => !c.negative && (c.greatest ?? 0) <= 100);
  return fitting(isPercent && isShare ? 'share' : measure === 'share' && !isShare ? 'level' : measure, cells);
}

/** A count by its words may be tonnes by its unit. */
function measureByUnit(measure: Measure | null, unit: string | null): Measure | null {
  if (measure !== 'count' || unit === null) return measure;
  return measureOfUnit(unit) ?? 'level';
}

// Long because a figure is written line by line.
function linesOf(
  { own, value, when, cells, unit }: Asked,
  { indicator, measure }: Guess,
  title: string,
  look: Look,
  catalogue: Pick<Catalogue, 'indicators'>,
): string[] {
  const ofUnit = measureByUnit(measure, unit);
  const factor = unit === null ? null : factorOf(unit);
  const sdmx = sdmxLines(look);
  // Thousands of people with a fraction are whole people.
  const isScaled = factor !== null || sdmx.some((line) => / 1000|powerOfTen/.test(line));
  const kept = ofUnit === 'count' && isScaled ? ofUnit : measureByCells(ofUnit, cells);
  const why =
    kept === ofUnit || kept === 'share'
      ? ''
      : ` # edit: its cells do not fit a ${String(ofUnit)}: fractions, or numbers below 0`;
  const words = when === null && VAGUE.test(own.trim()) ? title : own || title;
  return [
    `  - indicator: ${indicator}`,
    ...(kept ? [`    measure: ${kept}${why}`, ...describeLines(kept, words, unit)] : []),
    ...(kept && cells.some((c) => c.negative)
      ? ['    signed: true # edit: it has numbers below 0, and may have them']
      : []),
    ...(when ? [`    when: ${flow(when)}`] : []),
    `    value: ${flow(value)}`,
    ...sdmx,
    ...(sdmx.some((line) => line.includes('scale:'))
      ? []
      : factor === null
        ? scaleLines(kept ?? knownMeasure(indicator, catalogue), cells)
        : [
            `    scale: ${factor} ${question(`the unit is ${JSON.stringify(unit)}, so every number is taken ${formatNumber(factor, 'en')} times`)}`,
          ]),
  ];
}

export function figureLines(
  look: Look,
  parts: Parts,
  { around, title }: { readonly around: string; readonly title: string },
  catalogue: Pick<Catalogue, 'indicators'>,
  areas: AreaTable,
): string[] {
  const asked = askedOf(look, parts, areas);
  const taken = new Set<string>();
  const lines = asked.flatMap((figure) => {
    const { own, when, cells } = figure;
    const guess = guessIndicator(own, asked.length > 1 && !when ? '' : around, catalogue);
    // Two texts that name different figures must become two figures, whatever words the title shares with
    // both.
    const known = knownMeasure(guess.indicator, catalogue);
    const isOther = known !== null && fitting(known, cells) !== known;
    let named = taken.has(guess.indicator) || isOther ? nameAnew(own || around, guess.indicator) : guess;
    const { indicator } = named;
    for (let n = 2; taken.has(named.indicator); n++) named = { ...named, indicator: `${indicator}-${n}` };
    taken.add(named.indicator);
    return linesOf(figure, named, title, look, catalogue);
  });
  return ['figures: # edit: the indicators, where the guess is wrong', ...lines];
}

const knownMeasure = (id: string, { indicators }: Pick<Catalogue, 'indicators'>): Measure | null =>
  indicators.find((indicator) => indicator.id === id)?.measure ?? null;

/** A share whose numbers are above 1 and say nothing of percent is taken for percent. */
function scaleLines(measure: Measure | null, cells: readonly ColumnLook[]): string[] {
  const isFraction = cells.every((c) => c.greatest === null || Math.abs(c.greatest) <= 1);
  if (measure !== 'share' || isFraction || cells.some((c) => c.percents > 0)) return [];
  return ['    scale: 0.01 # edit: a share is 0 to 1, and these numbers are taken for percent'];
}
