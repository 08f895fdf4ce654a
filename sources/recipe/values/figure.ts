/**
 * A figure of a recipe, prepared for many rows: turns a row into an observation with its hedge, its gap, its
 * note and its place in the source.
 */
import type { Catalogue, Disclosure } from '#stats/model/catalogue.ts';
import type { StoredGap } from '#stats/model/gap.ts';
import { MAY_BE_SIGNED, MEASURE_RULES, MEASURES, type Measure } from '#stats/model/measure.ts';
import { NONE, type Observation } from '#stats/model/observation.ts';
import type { PlaceTable } from '../../aliases/places.ts';
import { suggest } from '../../validation/nearest.ts';
import { storedProblem } from '../../validation/stored-rules.ts';
import type { Footnote, Read } from './cell.ts';
import { testOf } from '../rows/condition.ts';
import { numberColumns, type Amount } from './amount.ts';
import { amountsFrom, presentAmounts, qualifierRole, valueFrom } from './figure-value.ts';
import type { ValueRules } from './figure-value.ts';
import { defaultLocator, locatorFrom } from './locator.ts';
import { noteOf } from './note.ts';
import { statusRole } from './status.ts';
import { areaRole, type NewArea } from './area-role.ts';
import { breakdownRole, codedRole, type ColumnCheck, type SayCell } from './column-reader.ts';
import { periodColumns, periodRole } from './period-role.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { FigureRecipe, NumberRole, Recipe } from '../schema/shape.ts';

/** The context of a figure, besides its recipe. */
export interface FigureContext {
  readonly recipe: Recipe;
  readonly columns: HeaderColumns;
  readonly table: PlaceTable;
  readonly catalogue: Pick<Catalogue, 'indicators' | 'dimensions'>;
  readonly edition: string;
  readonly sheet: string | null;
  readonly read: (text: string) => Read;
  readonly disclosure?: Disclosure | undefined;
  readonly placeInFile: (row: SourceRow, at: number) => number | null;
  readonly nameInFile: (row: SourceRow, at: number) => string;
  /** Checks of whole columns, made after the last row. */
  readonly checks: ColumnCheck[];
  /** Areas that the recipe adds by their names. */
  readonly newAreas: Map<string, NewArea>;
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
    const hint = suggest(figure.indicator, ids, `or write measure: ${MEASURES.join(', ')} beside it`);
    throw new SyntaxError(`indicator ${figure.indicator} is not in the catalogue; ${hint}`);
  }
  if (!indicator && figure.signed === true && !MAY_BE_SIGNED.includes(measure))
    throw new SyntaxError(
      `${figure.indicator}: a ${measure} is never below 0; write measure: count for a net flow, level for degrees`,
    );
  return { measure, signed: indicator?.signed ?? figure.signed ?? false };
}

const isSum = (role: NumberRole | undefined): boolean => typeof role === 'object' && 'sum' in role;

/**
 * Rates, shares and levels are never added up: 10 and 20 per 100,000 are not 30. The rows of a share with numerator
 * and denominator may be: these are added, and the share is their ratio.
 */
export const isAddedUp = (
  measure: Measure,
  { numerator, denominator }: Pick<FigureRecipe, 'numerator' | 'denominator'>,
): boolean =>
  MEASURE_RULES[measure].combinedBy === 'sum' ||
  (measure === 'share' && numerator !== undefined && denominator !== undefined);

/** @throws SyntaxError if a recipe would add up what must not be added */
function refuseSums(figure: FigureRecipe, measure: Measure, recipe: Recipe): void {
  const { indicator, value, low, high } = figure;
  if ([value, low, high].some(isSum) && MEASURE_RULES[measure].combinedBy !== 'sum')
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
  context: FigureContext,
): (row: SourceRow, say: SayCell) => SeriesColumns | null {
  const { recipe, columns, checks } = context;
  const areaColumn = figure.area ?? recipe.area;
  const periodColumn = figure.period ?? recipe.period;
  if (!areaColumn || !periodColumn)
    throw new SyntaxError(`${figure.indicator} has no ${areaColumn ? 'period' : 'area'}; name its column`);
  const counterpartColumn = figure.counterpart ?? recipe.counterpart;
  const definitionColumn = figure.definition ?? recipe.definition;
  const areaOf = areaRole(areaColumn, context);
  const counterpartOf = counterpartColumn ? areaRole(counterpartColumn, context) : () => NONE;
  const breakdownOf = breakdownRole(
    { ...recipe.breakdown, ...figure.breakdown },
    columns,
    context.catalogue.dimensions.map(({ id }) => id),
  );
  const definitionOf = definitionColumn ? codedRole(definitionColumn, columns) : () => 'main';
  const periodOf = periodRole(periodColumn, columns, recipe, checks);
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
): (row: SourceRow, present: readonly Amount[], status: readonly Footnote[]) => Attributes {
  const { recipe, columns, sheet } = context;
  const template = figure.locator ?? recipe.locator ?? defaultLocator(sheet);
  const locatorOf = locatorFrom(template, columns, recipe.file, sheet);
  const ofPeriod = periodColumns(figure.period ?? recipe.period);
  const note = noteOf(figure.note, columns, Object.entries(recipe.footnotes), ofPeriod);
  const at = (name: string | undefined): number => (name === undefined ? -1 : columns.find(name));
  const [attributed, printed] = [at(figure.attributedTo), at(figure.printed)];
  return (row, present, status) => {
    const column = present[0]?.at ?? 0;
    return {
      attributedTo: (row.cells[attributed] ?? '') || null,
      locator: locatorOf(row, context.nameInFile(row, column), context.placeInFile(row, column)),
      printed: (row.cells[printed] ?? '') || null,
      note: note(row, [...present.flatMap((amount) => amount.footnotes), ...status]),
    };
  };
}

const FRACTION = {
  rule: 'is not a whole number, and a count is',
  advice:
    'write measure: rate, share, level (an index, a mean, an amount of money) or estimate for this figure',
};

const UNSTORABLE = 'correct the file, or the columns and the scale of this figure in the recipe';

/** Whether every number of a value is whole, as far as it has numbers. */
const isWhole = ({ stated }: Pick<Observation, 'stated'>): boolean =>
  [stated?.value, stated?.low, stated?.high].every(
    (number) => number == null || !Number.isFinite(number) || Math.abs(number - Math.round(number)) < 1e-9,
  );

/** Whether a cell has no number: it is empty, or a text that stands for none. */
const isNothing = (read: (text: string) => Read, text: string): boolean =>
  text.trim() === '' || read(text).kind !== 'number';

const gapOf = (gap: StoredGap | null) =>
  gap && ({ stated: null, intervalKind: 'none', numerator: null, denominator: null, gap } as const);

const hasValue = (gap: StoredGap) => ({
  rule: `is a number, and its status says that there is none (${gap})`,
  advice: 'say what the status means under codes of status in the recipe',
});

/**
 * Long because every step of a row is prepared once, and a row takes them all in turn.
 * @throws SyntaxError if the recipe itself cannot be followed
 */
export function figureFrom(figure: FigureRecipe, context: FigureContext): FigureOf {
  const { recipe, columns, edition, read, disclosure } = context;
  const measure = measureOf(figure, context);
  refuseSums(figure, measure.measure, recipe);
  const test = figure.when ? testOf(figure.when, columns) : () => true;
  const seriesOf = seriesFrom(figure, context);
  const amountsOf = amountsFrom(figure, columns, read, { signed: measure.signed, disclosure });
  const rules: ValueRules = { figure, ...measure, qualifierOf: qualifierRole(figure, columns) };
  const attributesOf = attributesFrom(figure, context);
  const statusOf = statusRole(figure.status, columns);
  const ownColumn = figure.value === undefined ? null : numberColumns(figure.value).own;
  const valueAt = ownColumn === null ? -1 : columns.find(ownColumn);
  const isNewCount =
    measure.measure === 'count' && !context.catalogue.indicators.some(({ id }) => id === figure.indicator);
  const periodStatus = figure.periodStatus ?? recipe.periodStatus ?? 'stated';
  return (row, say, absent) => {
    if (!test(row)) return null;
    const series = seriesOf(row, say);
    const status = statusOf(row, say);
    if (!status) return null;
    const isEmpty = status.gap !== null && isNothing(read, row.cells[valueAt] ?? '');
    if (status.gap !== null && !isEmpty) {
      say(row, Math.max(valueAt, 0), hasValue(status.gap));
      return null;
    }
    const amounts = isEmpty ? null : amountsOf(row, say);
    const present = amounts ? series && presentAmounts(amounts, absent) : [];
    const value = amounts ? present && valueFrom(rules, row, amounts, present, say) : gapOf(status.gap);
    if (!series || !present || !value) return null;
    if (isNewCount && !isWhole(value)) {
      say(row, present[0]?.at ?? 0, FRACTION);
      return null;
    }
    const problem = storedProblem(measure.measure, value, series);
    if (problem !== null) {
      say(row, present[0]?.at ?? 0, { rule: problem, advice: UNSTORABLE });
      return null;
    }
    const attributes = attributesOf(row, present, status.notes);
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
