/**
 * One figure of a recipe, made ready for many rows: from a row to an observation with its hedge, its gap,
 * its note and its place in the source.
 */
import type { Catalogue, Note } from '#stats/model/catalogue.ts';
import type { Stated } from '#stats/uncertainty/hedge.ts';
import type { Measure } from '#stats/model/measure.ts';
import { significant } from '#stats/number.ts';
import { NONE, type IntervalKind, type Observation } from '#stats/model/observation.ts';
import type { AreaTable } from '../../aliases/areas.ts';
import { suggest } from '../../nearest.ts';
import { amountRole, type Amount, type AmountOf } from './amount.ts';
import type { Footnote, Read } from './cell.ts';
import { testOf } from '../rows/condition.ts';
import { defaultLocator, locatorFrom } from './locator.ts';
import { noteOf } from './note.ts';
import { areaRole, breakdownRole, codedRole, periodRole, type SayCell } from './column-reader.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { FigureRecipe, Recipe } from '../schema/shape.ts';
import { isQualifier, rounded, statedAs } from './stated.ts';

/** What a figure needs to know besides its recipe. */
export interface FigureContext {
  readonly recipe: Recipe;
  readonly columns: HeaderColumns;
  readonly table: AreaTable;
  readonly catalogue: Pick<Catalogue, 'indicators'>;
  readonly edition: string;
  readonly sheet: string | null;
  readonly read: (text: string) => Read;
  readonly placeInFile: (row: SourceRow, at: number) => number | null;
  readonly nameInFile: (row: SourceRow, at: number) => string;
}

/** The observation of a row; null where the row has none, or where a fault was said. */
export type FigureOf = (row: SourceRow, say: SayCell, absent: () => void) => Observation | null;

/** @throws SyntaxError where the recipe itself cannot be followed */
export function figureFrom(figure: FigureRecipe, context: FigureContext): FigureOf {
  const { recipe, columns, table, catalogue, edition, read } = context;
  const known = catalogue.indicators.find((i) => i.id === figure.indicator);
  const measure: Measure | undefined = known?.measure ?? figure.measure;
  if (measure === undefined) {
    const ids = catalogue.indicators.map((i) => i.id);
    const hint = suggest(figure.indicator, ids, 'or write measure: rate, count, estimate or share beside it');
    throw new SyntaxError(`indicator ${figure.indicator} is not in the catalogue; ${hint}`);
  }
  const signed = known?.signed ?? figure.signed ?? false;
  const area = figure.area ?? recipe.area;
  const period = figure.period ?? recipe.period;
  if (!area || !period)
    throw new SyntaxError(`${figure.indicator} has no ${area ? 'period' : 'area'}; name its column`);
  const counterpart = figure.counterpart ?? recipe.counterpart;
  const definition = figure.definition ?? recipe.definition;
  const breakdown = { ...recipe.breakdown, ...figure.breakdown };

  const test = figure.when ? testOf(figure.when, columns) : () => true;
  const areaOf = areaRole(area, columns, table, recipe);
  const counterpartOf = counterpart ? areaRole(counterpart, columns, table, recipe) : () => NONE;
  const breakdownOf = breakdownRole(breakdown, columns);
  const definitionOf = definition ? codedRole(definition, columns) : () => 'main';
  const periodOf = periodRole(period, columns);
  const amount = (role: FigureRecipe['value'], scale = 1): AmountOf | null =>
    role === undefined ? null : amountRole(role, columns, read, scale);
  const valueOf = amount(figure.value, figure.scale);
  const lowOf = amount(figure.low, figure.scale);
  const highOf = amount(figure.high, figure.scale);
  const numeratorOf = amount(figure.numerator);
  const denominatorOf = amount(figure.denominator);
  const main = valueOf ?? lowOf ?? numeratorOf;
  if (
    !main ||
    (numeratorOf === null) !== (denominatorOf === null) ||
    (lowOf === null) !== (highOf === null)
  ) {
    throw new SyntaxError(
      `${figure.indicator}: name value, or low and high, or numerator and denominator (both of a pair)`,
    );
  }
  const qualifierOf = qualifierRole(figure, columns);
  const template = figure.locator ?? recipe.locator ?? defaultLocator(context.sheet);
  const locatorOf = locatorFrom(template, columns, recipe.file, context.sheet);
  const note = noteOf(figure.note, columns, Object.entries(recipe.footnotes));
  const at = (name: string | undefined): number => (name === undefined ? -1 : columns.find(name));
  const [attributed, printed] = [at(figure.attributedTo), at(figure.printed)];
  const status = figure.periodStatus ?? recipe.periodStatus ?? 'stated';
  const floor = signed ? -Infinity : 0;

  const check = (row: SourceRow, found: Amount, say: SayCell): boolean => {
    const { value } = found;
    if (value === null) return true;
    if (value < 0 && !signed) {
      say(row, found.at, {
        rule: `is below 0, which ${figure.indicator} cannot be`,
        advice: 'correct the file, or write signed: true for a new indicator that may be negative',
      });
      return false;
    }
    if (measure === 'share' && value > 1) {
      const advice = value <= 100 ? 'write scale: 0.01 for this figure in the recipe' : 'correct the file';
      say(row, found.at, { rule: `is ${value}, and a share is 0 to 1`, advice });
      return false;
    }
    return true;
  };

  return (row, say, absent) => {
    if (!test(row)) return null;
    const when = periodOf(row, say);
    const [where, whose, part, meaning] = [
      areaOf(row, say),
      counterpartOf(row, say),
      breakdownOf(row, say),
      definitionOf(row, say),
    ];
    const value = valueOf?.(row, say);
    const [low, high] = [lowOf?.(row, say), highOf?.(row, say)];
    const [numerator, denominator] = [numeratorOf?.(row, say), denominatorOf?.(row, say)];
    if (!when || where === null || whose === null || part === null || meaning === null) return null;
    const all = [value, low, high, numerator, denominator];
    if (all.includes('fault')) return null;
    if (all.includes('absent')) {
      absent();
      return null;
    }
    const found = all.filter((one): one is Amount => typeof one === 'object');
    if (![value, low, high].every((one) => typeof one !== 'object' || check(row, one, say))) return null;
    let gap = found.find((one) => one.gap !== null)?.gap ?? null;
    const [top, bottom] = [number(numerator), number(denominator)];
    if (gap === null && top !== null && bottom !== null && top > bottom) {
      const rule = `is more than its whole, ${bottom}`;
      if (typeof numerator === 'object')
        say(row, numerator.at, { rule, advice: 'correct the file or the columns named' });
      return null;
    }
    if (gap === null && bottom === 0) gap = 'not-applicable';
    let stated: Stated | null = null;
    let kind: IntervalKind = 'none';
    if (gap === null) {
      const hedge = qualifierOf(row, say);
      if (hedge === null) return null;
      const word = hedge === 'exact' && typeof value === 'object' ? value.qualifier : hedge;
      const own =
        number(value) ??
        (measure === 'share' && top !== null && bottom !== null ? significant(top / bottom) : null);
      stated = own === null ? null : statedAs(own, word);
      const [from, to] = [number(low), number(high)];
      if (from !== null && to !== null) {
        stated =
          own === null
            ? { qualifier: 'range', value: null, low: from, high: to }
            : { qualifier: word, value: own, low: from, high: to };
        kind = figure.intervalKind ?? 'stated';
        if (from > to || (own !== null && (own < from || own > to))) {
          const rule = `does not lie between ${from} and ${to}`;
          say(row, found[0]?.at ?? 0, { rule, advice: 'correct the file or the columns named low and high' });
          return null;
        }
      }
      if (stated && figure.rounding !== undefined) {
        if (stated.value !== null) kind = 'rounding';
        stated = rounded(stated, figure.rounding, floor);
      }
      if (stated && kind === 'none' && (stated.low !== null || stated.high !== null)) {
        kind = typeof value === 'object' && value.hidden ? 'suppression' : (figure.intervalKind ?? 'stated');
      }
    }
    const marks: readonly Footnote[] = found.flatMap((one) => one.footnotes);
    const mainAt = found[0]?.at ?? 0;
    const said: Note | null = note(row, marks);
    return {
      indicator: figure.indicator,
      source: recipe.source,
      area: where,
      counterpart: whose,
      breakdown: part,
      definition: meaning,
      basis: when.period.basis,
      period: when.period,
      periodStatus: status,
      ofBasis: when.ofBasis,
      edition,
      stated,
      intervalKind: kind,
      numerator: gap === null ? top : null,
      denominator: gap === null ? bottom : null,
      gap,
      attributedTo: (row.cells[attributed] ?? '') || null,
      locator: locatorOf(row, context.nameInFile(row, mainAt), context.placeInFile(row, mainAt)),
      printed: (row.cells[printed] ?? '') || null,
      note: said,
    };
  };
}

const number = (one: Amount | 'absent' | 'fault' | undefined): number | null =>
  typeof one === 'object' ? one.value : null;

type QualifierOf = (row: SourceRow, say: SayCell) => Stated['qualifier'] | null;

function qualifierRole({ qualifier }: FigureRecipe, columns: HeaderColumns): QualifierOf {
  if (qualifier === undefined) return () => 'exact';
  if (typeof qualifier === 'object' && 'constant' in qualifier) {
    const { constant } = qualifier;
    return () => constant;
  }
  const { column, codes } =
    typeof qualifier === 'string' ? { column: qualifier, codes: undefined } : qualifier;
  const at = columns.find(column);
  return (row, say) => {
    const text = row.cells[at] ?? '';
    const word = codes?.[text] ?? (text === '' ? 'exact' : text);
    if (isQualifier(word)) return word;
    say(row, at, { rule: 'is no qualifier', advice: 'give it one under codes of qualifier in the recipe' });
    return null;
  };
}
