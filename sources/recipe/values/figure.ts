/**
 * A figure of a recipe, prepared for many rows: turns a row into an observation with its hedge, its gap, its
 * note and its place in the source.
 */
import type { Catalogue, Disclosure } from '#stats/model/catalogue.ts';
import { MEASURE_RULES, type Measure } from '#stats/model/measure.ts';
import { NONE, type Observation } from '#stats/model/observation.ts';
import type { AreaTable } from '../../aliases/areas.ts';
import { suggest } from '../../validation/nearest.ts';
import type { Read } from './cell.ts';
import { testOf } from '../rows/condition.ts';
import type { Amount } from './amount.ts';
import { amountsFrom, presentAmounts, qualifierRole, valueFrom } from './figure-value.ts';
import type { ValueRules } from './figure-value.ts';
import { defaultLocator, locatorFrom } from './locator.ts';
import { noteOf } from './note.ts';
import { areaRole, breakdownRole, codedRole, periodRole, type SayCell } from './column-reader.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { FigureRecipe, NumberRole, Recipe } from '../schema/shape.ts';

/** The context of a figure, besides its recipe. */
export interface FigureContext {
  readonly recipe: Recipe;
  readonly columns: HeaderColumns;
  readonly table: AreaTable;
  readonly catalogue: Pick<Catalogue, 'indicators'>;
  readonly edition: string;
  readonly sheet: string | null;
  readonly read: (text: string) => Read;
  readonly disclosure?: Disclosure | undefined;
  readonly placeInFile: (row: SourceRow, at: number) => number | null;
  readonly nameInFile: (row: SourceRow, at: number) => string;
}

/** The observation of a row; null if the row has no observation, or if a fault was reported. */
export type FigureOf = (row: SourceRow, say: SayCell, absent: () => void) => Observation | null;

/** The measure of a figure. @throws SyntaxError for an indicator without a measure */
export function measureOf(
  figure: FigureRecipe,
  { catalogue }: Pick<FigureContext, 'catalogue'>,
): Pick<ValueRules, 'measure' | 'signed'> {
  const indicator = catalogue.indicators.find(({ id }) => id === figure.indicator);
  const measure = indicator?.measure ?? figure.measure;
  if (measure === undefined) {
    const ids = catalogue.indicators.map(({ id }) => id);
    const hint = suggest(figure.indicator, ids, 'or write measure: rate, count, estimate or share beside it');
    throw new SyntaxError(`indicator ${figure.indicator} is not in the catalogue; ${hint}`);
  }
  if (!indicator && measure === 'count' && figure.signed === true)
    throw new SyntaxError(
      `${figure.indicator}: a count is never below 0; write measure: estimate for a balance, such as net migration`,
    );
  return { measure, signed: indicator?.signed ?? figure.signed ?? false };
}

const isSum = (role: NumberRole | undefined): boolean => typeof role === 'object' && 'sum' in role;

/**
 * Rates and shares are never added up: 10 and 20 per 100,000 are not 30. The rows of a share with numerator
 * and denominator may be: these are added, and the share is their ratio.
 */
export const isAddedUp = (
  measure: Measure,
  { numerator, denominator }: Pick<FigureRecipe, 'numerator' | 'denominator'>,
): boolean =>
  !MEASURE_RULES[measure].isRatio ||
  (measure === 'share' && numerator !== undefined && denominator !== undefined);

/** @throws SyntaxError if a recipe would add up what must not be added */
function refuseSums(figure: FigureRecipe, measure: Measure, recipe: Recipe): void {
  const { indicator, value, low, high } = figure;
  if ([value, low, high].some(isSum) && MEASURE_RULES[measure].isRatio)
    throw new SyntaxError(
      `${indicator} is a ${measure}, and columns of a ${measure} cannot be added up; name one column, or give numerator and denominator`,
    );
  if (recipe.group && !isAddedUp(measure, figure))
    throw new SyntaxError(
      `${indicator} is a ${measure}, and rows of a ${measure} cannot be added up; remove group and name a breakdown or a filter`,
    );
}

type SeriesColumns = Pick<
  Observation,
  'area' | 'counterpart' | 'breakdown' | 'definition' | 'basis' | 'period' | 'ofBasis'
>;

/** Reads the series and the period of a figure. @throws SyntaxError if no column gives them */
function seriesFrom(
  figure: FigureRecipe,
  { recipe, columns, table }: FigureContext,
): (row: SourceRow, say: SayCell) => SeriesColumns | null {
  const areaColumn = figure.area ?? recipe.area;
  const periodColumn = figure.period ?? recipe.period;
  if (!areaColumn || !periodColumn)
    throw new SyntaxError(`${figure.indicator} has no ${areaColumn ? 'period' : 'area'}; name its column`);
  const counterpartColumn = figure.counterpart ?? recipe.counterpart;
  const definitionColumn = figure.definition ?? recipe.definition;
  const areaOf = areaRole(areaColumn, columns, table, recipe);
  const counterpartOf = counterpartColumn ? areaRole(counterpartColumn, columns, table, recipe) : () => NONE;
  const breakdownOf = breakdownRole({ ...recipe.breakdown, ...figure.breakdown }, columns);
  const definitionOf = definitionColumn ? codedRole(definitionColumn, columns) : () => 'main';
  const periodOf = periodRole(periodColumn, columns);
  return (row, say) => {
    // All are read before any is checked, so that every fault of a row is reported.
    const when = periodOf(row, say);
    const area = areaOf(row, say);
    const counterpart = counterpartOf(row, say);
    const breakdown = breakdownOf(row, say);
    const definition = definitionOf(row, say);
    if (!when || area === null || counterpart === null || breakdown === null || definition === null)
      return null;
    const { period, ofBasis } = when;
    return { area, counterpart, breakdown, definition, basis: period.basis, period, ofBasis };
  };
}

type Attributes = Pick<Observation, 'attributedTo' | 'locator' | 'printed' | 'note'>;

/** Reads the words about a figure: locator, attribution, printed form, note. */
function attributesFrom(
  figure: FigureRecipe,
  context: FigureContext,
): (row: SourceRow, present: readonly Amount[]) => Attributes {
  const { recipe, columns, sheet } = context;
  const template = figure.locator ?? recipe.locator ?? defaultLocator(sheet);
  const locatorOf = locatorFrom(template, columns, recipe.file, sheet);
  const note = noteOf(figure.note, columns, Object.entries(recipe.footnotes));
  const at = (name: string | undefined): number => (name === undefined ? -1 : columns.find(name));
  const [attributed, printed] = [at(figure.attributedTo), at(figure.printed)];
  return (row, present) => {
    const column = present[0]?.at ?? 0;
    return {
      attributedTo: (row.cells[attributed] ?? '') || null,
      locator: locatorOf(row, context.nameInFile(row, column), context.placeInFile(row, column)),
      printed: (row.cells[printed] ?? '') || null,
      note: note(
        row,
        present.flatMap((amount) => amount.footnotes),
      ),
    };
  };
}

const FRACTION = {
  rule: 'is not a whole number, and a count is',
  advice:
    'write measure: rate, share or estimate for this figure (an index, a mean and an amount of money are estimates)',
};

/** Whether every number of a value is whole, as far as it has numbers. */
const isWhole = ({ stated }: Pick<Observation, 'stated'>): boolean =>
  [stated?.value, stated?.low, stated?.high].every(
    (number) => number == null || !Number.isFinite(number) || Math.abs(number - Math.round(number)) < 1e-9,
  );

/** @throws SyntaxError if the recipe itself cannot be followed */
export function figureFrom(figure: FigureRecipe, context: FigureContext): FigureOf {
  const { recipe, columns, edition, read, disclosure } = context;
  const measure = measureOf(figure, context);
  refuseSums(figure, measure.measure, recipe);
  const test = figure.when ? testOf(figure.when, columns) : () => true;
  const seriesOf = seriesFrom(figure, context);
  const amountsOf = amountsFrom(figure, columns, read, { signed: measure.signed, disclosure });
  const rules: ValueRules = { figure, ...measure, qualifierOf: qualifierRole(figure, columns) };
  const attributesOf = attributesFrom(figure, context);
  const isNewCount =
    measure.measure === 'count' && !context.catalogue.indicators.some(({ id }) => id === figure.indicator);
  const periodStatus = figure.periodStatus ?? recipe.periodStatus ?? 'stated';
  return (row, say, absent) => {
    if (!test(row)) return null;
    const series = seriesOf(row, say);
    const amounts = amountsOf(row, say);
    const present = series && presentAmounts(amounts, absent);
    const value = present && valueFrom(rules, row, amounts, present, say);
    if (!value) return null;
    if (isNewCount && !isWhole(value)) {
      say(row, present[0]?.at ?? 0, FRACTION);
      return null;
    }
    const attributes = attributesOf(row, present);
    // Fields are listed individually: spreading objects for a million rows takes most of the time.
    return {
      indicator: figure.indicator,
      source: recipe.source,
      area: series.area,
      counterpart: series.counterpart,
      breakdown: series.breakdown,
      definition: series.definition,
      basis: series.basis,
      period: series.period,
      periodStatus,
      ofBasis: series.ofBasis,
      edition,
      stated: value.stated,
      intervalKind: value.intervalKind,
      numerator: value.numerator,
      denominator: value.denominator,
      gap: value.gap,
      attributedTo: attributes.attributedTo,
      locator: attributes.locator,
      printed: attributes.printed,
      note: attributes.note,
    };
  };
}
