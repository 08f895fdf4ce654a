/**
 * Figures that stand under each other: a column says which figure each row is (`Indicator`), or in which unit (tonnes,
 * hectares). As parts of one figure they would be compared, or added up.
 */
import type { ColumnLook } from './column.ts';
import type { Look } from './look.ts';

/** One of them, by the texts that tell its rows. */
export interface FigureOfRows {
  readonly texts: Readonly<Record<string, string>>;
  /** What the column of units says in its rows, if there is one and it says the same in all of them. */
  readonly unit: string | null;
}

export interface WhichFigure {
  readonly columns: readonly ColumnLook[];
  readonly figures: readonly FigureOfRows[];
}

/** Names of columns that say which figure a row is. */
const NAMED =
  /^((name of )?(the )?)?(indicator|measure|variable|series|statistic|element|indicador|medida|serie|estad[ií]stica|elemento)s?([ ._]?(name|label|nombre|title))?$/i;
/** Names of columns that say in which unit its number is. */
const UNIT =
  /^(combined[ _])?units?([ _]of[ _]measure(ment)?s?|[ _]?measures?)?([ ._](name|label))?$|^uom$|^unidad(es)?( de medida)?$|^(currency|moneda)([ ._](name|label))?$/i;
/** Texts that are units: as a part, `Total: US dollars` would stand beside `Total: euros`. */
const SAYS_UNIT =
  /currency|moneda|us ?\$|\b(usd|eur|ppp|lcu)\b|%|per ?cent\b|porcentaje|porcentual|\bper (100|1[ .,]?000|capita|head|inhabitant)|por (100|cien|cada|mil)\b|\b(index|[ií]ndice|rate|tasa|tonnes?|toneladas|hect[aá]re?as?|kilo\w*|dollars?|d[oó]lares|euros?|pesos|millones|millions?|thousands?|miles)\b/i;
export const saysUnit = (text: string): boolean => SAYS_UNIT.test(text);

const MOST_NAMED = 12;
/** A person can be asked about so many. */
const MOST_FIGURES = 60;

const textAt = (cells: readonly string[], { at }: ColumnLook): string => cells[at] ?? '';

/** The different texts of some columns, and the unit of each; null if there are too many. */
function figuresBy(
  { table }: Pick<Look, 'table'>,
  columns: readonly ColumnLook[],
  unit: ColumnLook | null,
): FigureOfRows[] | null {
  const found = new Map<string, { texts: Record<string, string>; units: Set<string> }>();
  for (const { cells } of table.body) {
    const key = columns.map((column) => textAt(cells, column)).join('\u0000');
    let figure = found.get(key);
    if (!figure) {
      if (found.size === MOST_FIGURES) return null;
      const texts = Object.fromEntries(columns.map((column) => [column.name, textAt(cells, column)]));
      found.set(key, (figure = { texts, units: new Set() }));
    }
    if (unit) figure.units.add(textAt(cells, unit));
  }
  return [...found.values()].map(({ texts, units }) => {
    const [only = null] = units;
    return { texts, unit: units.size === 1 ? only : null };
  });
}

/** Whether some columns say as much as those with one more. */
function determines(look: Look, columns: readonly ColumnLook[], other: ColumnLook): boolean {
  const figures = columns.length === 0 ? null : figuresBy(look, columns, null);
  return figures !== null && figures.length === figuresBy(look, [...columns, other], null)?.length;
}

const isNamed = ({ name, distinct }: ColumnLook): boolean =>
  NAMED.test(name.trim()) && distinct >= 2 && distinct <= MOST_NAMED;

/** Whether half of the texts of a column are units: `Number`, `Percent`. */
const saysUnits = ({ texts, distinct }: ColumnLook): boolean =>
  distinct >= 2 && distinct <= MOST_NAMED && texts.filter(([text]) => saysUnit(text)).length >= distinct / 2;

/** Of a code and its label, the label: the longer texts. */
const lengthOf = ({ texts }: ColumnLook): number =>
  texts.reduce((sum, [text]) => sum + text.length, 0) / Math.max(1, texts.length);

/** The column of units: the one with the longest texts, where a code stands beside its label. */
export const unitColumn = (columns: readonly ColumnLook[]): ColumnLook | null =>
  columns
    .filter(({ name, numbers, filled }) => UNIT.test(name.trim()) && numbers < filled)
    .sort((a, b) => lengthOf(b) - lengthOf(a))[0] ?? null;

/**
 * The columns that say which figure a row is, as few as tell the units apart.
 * @param candidates columns of texts without an empty cell
 */
export function whichFigure(look: Look, candidates: readonly ColumnLook[]): WhichFigure | null {
  const unit = unitColumn(look.columns);
  const units = unit !== null && candidates.includes(unit) && unit.distinct >= 2 ? [unit] : [];
  const named = candidates.filter(isNamed).sort((a, b) => lengthOf(b) - lengthOf(a));
  const columns: ColumnLook[] = [];
  for (const column of [...named, ...units, ...candidates.filter(saysUnits)])
    if (!columns.includes(column) && !determines(look, columns, column)) columns.push(column);
  const figures = columns.length === 0 ? null : figuresBy(look, columns, unit);
  return figures === null || figures.length < 2 ? null : { columns, figures };
}
