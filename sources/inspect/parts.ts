/**
 * Decides which columns identify a row and which contain its numbers. In a correct draft no two rows have the
 * same key: columns of texts become breakdowns until that is so.
 */
import type { SUBNATIONAL_KINDS } from '#stats/model/catalogue.ts';
import { NOT_A_VALUE, type ColumnLook } from './column.ts';
import type { Look } from './look.ts';
import { whichFigure, type WhichFigure } from './which-figure.ts';

export interface Parts {
  readonly area: ColumnLook | null;
  /** If the areas are places within a country, as the name of their column says: the kind of these places. */
  readonly within: PlaceOfCountry | null;
  /** Whether the name of the column says which kind of places it has. */
  readonly isKindKnown: boolean;
  /** The column of the larger places in which they lie: the department of a municipality. */
  readonly parent: { readonly place: ColumnLook; readonly kind: PlaceOfCountry } | null;
  readonly counterpart: ColumnLook | null;
  readonly year: ColumnLook | null;
  readonly month: ColumnLook | null;
  readonly quarter: ColumnLook | null;
  readonly half: ColumnLook | null;
  /** If a row has a first and a last day or month: the column of the last; `year` is that of the first. */
  readonly end: ColumnLook | null;
  /** A column of months where no column has their year. */
  readonly months: ColumnLook | null;
  /** Figures that stand under each other: `Rate`, `Count`. */
  readonly which: WhichFigure | null;
  readonly values: readonly ColumnLook[];
  readonly breakdowns: readonly ColumnLook[];
  readonly fillDown: readonly ColumnLook[];
  /** Rows that differ but still have the same key. */
  readonly clashes: number;
}

const YEAR = /year|año|anio|time|period|fecha|date|quarter|trimestre|month|mes$/i;
const START = /start|begin|from|first|inicio|desde/i;
const END = /end|until|last|to$|fin|hasta/i;

type PlaceOfCountry = (typeof SUBNATIONAL_KINDS)[number];

/** Names of columns of places within a country. */
const LOCAL: readonly (readonly [RegExp, PlaceOfCountry])[] = [
  [/^depart(amento|ment)s?$/i, 'department'],
  [/^(estado|state|provin(cia|ce)|entidad( federativa)?)s?$/i, 'state'],
  [
    /^(municip(io|ality)|municipalities|county|counties|comuna|cant[oó]n|distrito|district)s?$/i,
    'municipality',
  ],
  [/^(ciudad|city)$/i, 'city'],
  [/^regi[oó]n(es|s)?$/i, 'region'],
];
/** Names of columns of places of some kind, and none at all. */
const SOMEWHERE =
  /^(column 1|geo|geography|geographic(al)? (area|region|name)|area|location|jurisdic(tion|ci[oó]n)|territor(y|io)|place|lugar|zona|[aá]rea geogr[aá]fica|local authority|(police )?force|(state|province|region|county|district|city|municipality)s?[ ._]name|nombre (del? )?(estado|departamento|provincia|municipio|regi[oó]n))$/i;
/** Names of columns of second areas: where people come from, who gives. */
const SECOND =
  /^nat$|origin|origen|nationalit|nacionalidad|citizen|ciudadan|\b(coo|donor|donante|birth|nacimiento|departure|procedencia|sending)\b/i;

/** What a name says beside the place: `Departamento de residencia`, `state_name`. */
const ABOUT_PLACE =
  /^(nombre|name)[ _](del? |of )?|[ ._](name|nombre|label|de (residencia|ocurrencia|los? hechos?|nacimiento))$/i;

const placesOf = ({ name }: ColumnLook): PlaceOfCountry | null => {
  const plain = name.trim().replace(ABOUT_PLACE, '');
  return LOCAL.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
};

/** Texts of a column with empty cells filled from above, as the draft will do. */
function textsOf(look: Look, column: ColumnLook, fill: boolean): string[] {
  let last = '';
  return look.table.body.map(({ cells }) => {
    const text = cells[column.at] ?? '';
    if (text.trim() !== '' || !fill) last = text;
    return last;
  });
}

/** Whether a column writes areas as ISO codes, which need no table of names. */
const isCode = (c: ColumnLook): boolean => c.areas.form === 'alpha-3' && c.areas.share > 0.9;

/** How many rows have the same key as an earlier row. */
function clashesOf(keys: readonly (readonly string[])[], rows: number): number {
  const seen = new Set<string>();
  for (let i = 0; i < rows; i++) seen.add(keys.map((texts) => texts[i] ?? '').join('\u0000'));
  return rows - seen.size;
}

/** The columns that must be added to the keys so that each row has a unique key, the most telling first. */
function findBreakdowns(
  look: Look,
  columns: {
    readonly keys: readonly ColumnLook[];
    readonly candidates: readonly ColumnLook[];
    readonly fillDown: readonly ColumnLook[];
  },
): { breakdowns: readonly ColumnLook[]; clashes: number } {
  const rows = look.table.body.length;
  const keyed = (column: ColumnLook): string[] => textsOf(look, column, columns.fillDown.includes(column));
  const keys = columns.keys.map(keyed);
  const breakdowns: ColumnLook[] = [];
  let clashes = clashesOf(keys, rows);
  while (clashes > 0) {
    const tried = columns.candidates
      .filter((c) => !breakdowns.includes(c))
      .map((column) => ({ column, left: clashesOf([...keys, keyed(column)], rows) }))
      .sort((a, b) => a.left - b.left || Number(isCode(b.column)) - Number(isCode(a.column)));
    const [best] = tried;
    if (!best || best.left >= clashes) break;
    breakdowns.push(best.column);
    keys.push(keyed(best.column));
    clashes = best.left;
  }
  return { breakdowns, clashes };
}

/** The columns of the period: a year, a year and a month, or a first and a last day. */
function findPeriod(
  rest: readonly ColumnLook[],
  hasYearColumns: boolean,
): Pick<Parts, 'year' | 'month' | 'quarter' | 'half' | 'end'> {
  // A column of periods that are not all plain years: months, days, spans.
  const whole = rest.filter((c) => c.periods === c.filled && c.empty === 0);
  // A column of plain numbers is none, whatever years its numbers could be.
  const printed = hasYearColumns
    ? []
    : whole.filter((c) => c.years < c.filled && (c.numbers < c.filled || YEAR.test(c.name)));
  const start = printed.find((c) => START.test(c.name)) ?? null;
  const end = start && (printed.find((c) => c !== start && END.test(c.name)) ?? null);
  const year = hasYearColumns
    ? null
    : ((end && start) ??
      rest.find((c) => c.years > c.filled * 0.8 && YEAR.test(c.name)) ??
      printed.find((c) => YEAR.test(c.name)) ??
      rest.find((c) => c.years > c.filled * 0.8) ??
      // Months and days are no other thing, whatever their column is called.
      printed[0] ??
      rest.find((c) => c.formats.length > 0 && c.empty === 0 && YEAR.test(c.name)) ??
      rest.find((c) => c.formats.length > 0 && c.empty === 0) ??
      null);
  const part = (count: 'months' | 'quarters' | 'halves'): ColumnLook | null =>
    year === null || end !== null
      ? null
      : (rest.find((c) => c !== year && c[count] > c.filled * 0.6) ?? null);
  const month = part('months');
  const quarter = month === null ? part('quarters') : null;
  return { year, month, quarter, half: (month ?? quarter) ? null : part('halves'), end };
}

/** Kinds of places, the larger first. */
const SIZES: readonly PlaceOfCountry[] = ['region', 'state', 'department', 'municipality', 'city'];
const sizeOf = (kind: PlaceOfCountry | null): number => (kind === null ? -1 : SIZES.indexOf(kind));

/** Of columns of places, that of the smallest: municipalities, where departments stand beside them. */
const smallest = (columns: readonly ColumnLook[]): ColumnLook | null =>
  columns.toSorted((a, b) => sizeOf(placesOf(b)) - sizeOf(placesOf(a)))[0] ?? null;

/** The column of the places in which others lie, the next larger ones. */
function parentOf(area: ColumnLook, kind: PlaceOfCountry, columns: readonly ColumnLook[]): Parts['parent'] {
  const larger = columns.filter(
    (c) => c !== area && sizeOf(placesOf(c)) < sizeOf(kind) && c.distinct <= area.distinct,
  );
  const place = smallest(larger.filter((c) => c.empty === 0));
  const its = place && placesOf(place);
  return place && its ? { place, kind: its } : null;
}

/** A column of names of months. */
const monthsAlone = (rest: readonly ColumnLook[]): ColumnLook | null =>
  rest.find((c) => c.months > c.filled * 0.9 && c.months > 0) ?? null;

// Long because each part is looked for among what the parts before it left.
export function findParts(look: Look): Parts {
  const { columns, spread, spreadColumns, table, file } = look;
  const rest = columns.filter((c) => !spreadColumns.includes(c) && c.filled > 0);
  // A column of numbers in which most are missing has one or two tokens besides numbers.
  const isText = (c: ColumnLook): boolean =>
    c.isCode || c.numbers === 0 || (c.numbers < c.filled * 0.6 && c.words > 3);
  // Written once for several rows: merged, or only in the first of them.
  const isMerged = (c: ColumnLook): boolean =>
    file.merges.some(
      (m) =>
        m.startCol <= c.at &&
        c.at <= m.endCol &&
        m.endRow > m.startRow &&
        m.startRow >= table.skip + table.headerRows,
    );
  const fillDown = rest.filter(
    (c) =>
      isText(c) &&
      c.firstFilled &&
      c.empty > table.body.length * 0.2 &&
      (spread !== null || isMerged(c) || c.areas.share > 0.8),
  );
  const areas = rest
    .filter((c) => c.areas.share >= 0.5 && (c.areas.form === 'm49' || (isText(c) && c.texts.length > 0)))
    .sort(
      (a, b) =>
        Number(b.areas.share > 0.8) - Number(a.areas.share > 0.8) ||
        b.distinct - a.distinct ||
        b.areas.share - a.areas.share,
    );
  const isLocal = (c: ColumnLook): boolean => isText(c) && c.distinct > 1 && placesOf(c) !== null;
  const isSomewhere = (c: ColumnLook): boolean =>
    isText(c) && c.distinct > 3 && SOMEWHERE.test(c.name.trim()) && c.months + c.quarters < c.filled / 2;
  const local = smallest(rest.filter(isLocal)) ?? rest.find(isSomewhere) ?? look.groupColumn;
  // Departments of Nicaragua have names of countries among them, but most have not.
  const whole = areas.filter((c) => !(isLocal(c) && c.areas.share < 0.9));
  // Of two columns the one of origins is the second area; alone, it leaves the first one open.
  const firsts = whole.filter((c) => !SECOND.test(c.name));
  const second = firsts.length === 0 ? (whole.find((c) => c.areas.share > 0.8) ?? null) : null;
  const area =
    spread?.area != null
      ? null
      : (firsts.find((c) => c.areas.form === 'alpha-3' && c.areas.share > 0.7) ?? firsts[0] ?? local);
  const within = area !== null && !whole.includes(area) ? (placesOf(area) ?? 'region') : null;
  const parent = area === null || within === null ? null : parentOf(area, within, rest.filter(isLocal));
  const { year, month, quarter, half, end } = findPeriod(rest, spread?.period != null);
  const period = [year, month, quarter, half, end];
  const taken = new Set<ColumnLook | null>([area, parent?.place ?? null, second, ...period]);
  const which = whichFigure(
    look,
    rest.filter((c) => !taken.has(c) && isText(c) && c.empty === 0),
  );
  const named = which?.columns ?? [];
  const values =
    spread !== null ? [] : rest.filter((c) => !taken.has(c) && !isText(c) && !NOT_A_VALUE.test(c.name));
  // A dimension has a code for every row, so a column with empty cells is not a dimension unless it is filled
  // down.
  const texts = rest.filter(
    (c) =>
      !taken.has(c) &&
      !named.includes(c) &&
      isText(c) &&
      // There are more countries than parts of any other kind.
      (c.distinct <= 200 || c.areas.share > 0.8) &&
      (c.empty === 0 || fillDown.includes(c) || (c.areas.share > 0.8 && c.empty < c.filled / 100)),
  );
  const { breakdowns, clashes } = findBreakdowns(look, {
    keys: [area, parent?.place ?? null, second, ...period, ...named].filter((c) => c !== null),
    candidates: texts,
    fillDown,
  });
  const counterpart =
    second ??
    breakdowns.find((c) => c.areas.share > 0.8 && (c.distinct > 3 || (isCode(c) && c.distinct > 1))) ??
    null;
  return {
    area,
    within,
    // A region may be any of them.
    isKindKnown: area !== null && ![null, 'region'].includes(placesOf(area)),
    parent,
    counterpart,
    year,
    month,
    quarter,
    half,
    end,
    months: year === null && spread?.period == null ? monthsAlone(rest) : null,
    which,
    values,
    breakdowns: [
      ...breakdowns.filter((c) => c !== counterpart),
      ...(look.groupColumn && look.groupColumn !== area ? [look.groupColumn] : []),
    ],
    fillDown,
    clashes,
  };
}
