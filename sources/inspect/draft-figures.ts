/** The part of a draft about its figures: what they are, and what only a person knows of them. */
import type { Catalogue } from '#stats/model/catalogue.ts';
import { MAY_BE_SIGNED, type Measure } from '#stats/model/measure.ts';
import type { ColumnLook } from './column.ts';
import { flow } from './draft-layout.ts';
import { guessIndicator, nameAnew } from './indicator.ts';
import type { Look } from './look.ts';
import type { Parts } from './parts.ts';

/** What only a person knows of a new indicator. */
function describeLines(measure: Measure, words: string): string[] {
  const title = words.replaceAll(/[_-]+/g, ' ').trim();
  const both = flow({ en: title, es: title });
  return [
    '    describe: # edit: what it is, in both languages',
    `      title: ${both}`,
    ...(measure === 'rate' ? ['      per: 100000 # edit: per how many people?'] : []),
    ...(measure === 'estimate' || measure === 'level'
      ? [`      unit: ${both} # edit: points, degrees, kilometres; for money write currency: USD instead`]
      : []),
  ];
}

/** A measure that the cells of a new indicator can have: no count has fractions, and no rate is below 0. */
function fitting(measure: Measure | null, cells: readonly ColumnLook[]): Measure | null {
  if (measure === null) return null;
  if (measure === 'count' && cells.some((c) => c.fractions)) return 'level';
  return cells.some((c) => c.negative) && !MAY_BE_SIGNED.includes(measure) ? 'level' : measure;
}

/** Columns of SDMX that say more of the value: its factor, and its status. */
function sdmxLines({ columns }: Look): string[] {
  const named = (name: string): string | undefined =>
    columns.find((column) => column.name.toUpperCase() === name)?.name;
  const [factor, status] = [named('UNIT_MULT'), named('OBS_STATUS')];
  return [
    ...(factor === undefined ? [] : [`    scale: ${flow({ powerOfTen: factor })}`]),
    ...(status === undefined ? [] : [`    status: ${flow(status)}`]),
  ];
}

/** A figure that a draft makes: its words, the column of its numbers, and which rows or columns are its own. */
interface Asked {
  readonly own: string;
  readonly value: string;
  readonly when: Record<string, string> | null;
  readonly cells: readonly ColumnLook[];
}

/** The figures of a file: one for each column of numbers, or for each text that names one. */
function askedOf({ spread, spreadColumns, columns }: Look, { which, values }: Parts): Asked[] {
  const cellsAt = (at: readonly number[]): ColumnLook[] => at.flatMap((i) => columns[i] ?? []);
  const value = spread ? 'value' : (values[0]?.name ?? 'value');
  if (which) {
    const cells = spread ? spreadColumns : columns.filter((c) => c.name === value);
    return which.texts.map(([text]) => ({ own: text, value, when: { [which.name]: text }, cells }));
  }
  if (!spread) return values.map((c) => ({ own: c.name, value: c.name, when: null, cells: [c] }));
  const { what } = spread;
  if (!what || what.texts.size < 2)
    return [{ own: [...(what?.texts.keys() ?? [])].join(' '), value, when: null, cells: spreadColumns }];
  return [...what.texts].map(([text, at]) => {
    const copy = /^\((\d)\)$/.exec(text)?.[1];
    const own = copy === undefined ? text : `column ${copy}`;
    return { own, value, when: { [what.column]: text }, cells: cellsAt(at) };
  });
}

/** Numbers with a percent sign are a share, as long as none is above 100 % or below 0. */
function measureByCells(measure: Measure | null, cells: readonly ColumnLook[]): Measure | null {
  if (measure === null) return null;
  const isPercent = cells.some((c) => c.percents > c.numbers * 0.5);
  const isShare = cells.every((c) => !c.negative && (c.greatest ?? 0) <= 100);
  return fitting(isPercent && isShare ? 'share' : measure, cells);
}

export function figureLines(
  look: Look,
  parts: Parts,
  { around, title }: { readonly around: string; readonly title: string },
  catalogue: Pick<Catalogue, 'indicators'>,
): string[] {
  const asked = askedOf(look, parts);
  const taken = new Set<string>();
  const lines = asked.flatMap(({ own, value, when, cells }) => {
    const guess = guessIndicator(own, asked.length > 1 && !when ? '' : around, catalogue);
    // Two texts that name different figures must become two figures, whatever words the title shares with
    // both.
    const known = knownMeasure(guess.indicator, catalogue);
    const isOther = known !== null && fitting(known, cells) !== known;
    const { indicator, measure } =
      taken.has(guess.indicator) || isOther ? nameAnew(own || around, guess.indicator) : guess;
    taken.add(indicator);
    const kept = measureByCells(measure, cells);
    const why =
      kept === measure || kept === 'share'
        ? ''
        : ` # edit: its cells do not fit a ${measure}: fractions, or numbers below 0`;
    return [
      `  - indicator: ${indicator}`,
      ...(kept ? [`    measure: ${kept}${why}`, ...describeLines(kept, own || title)] : []),
      ...(kept && cells.some((c) => c.negative)
        ? ['    signed: true # edit: it has numbers below 0, and may have them']
        : []),
      ...(when ? [`    when: ${flow(when)}`] : []),
      `    value: ${flow(value)}`,
      ...sdmxLines(look),
      ...scaleLines(kept ?? knownMeasure(indicator, catalogue), cells),
    ];
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
