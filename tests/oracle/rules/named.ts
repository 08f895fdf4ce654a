/**
 * Every named code is answered (ruling 39): a code of the question without a cell gets a gap, with its last
 * period on file if the question does not ask for all time.
 */
import type { Basis, Book, Cell, Indicator, Period, Question, BookRow, Subject } from '../book.ts';
import { keptWith } from '../book.ts';
import { codesOf } from './asking.ts';
import { WITHOUT_FIGURE } from './groups.ts';
import { axesOf, type Axis } from './members.ts';
import { basesOfMonths } from './months.ts';
import { isSpan, nameOf, periodNamed, SPANS, stepAmong, yearAround, type SpanBasis } from './periods.ts';
import { daysOf } from './time.ts';

const AXES = ['area', 'counterpart', 'breakdown', 'definition', 'source'] as const;
type AxisName = (typeof AXES)[number];
type Named = Readonly<Record<AxisName, readonly string[]>>;

function namedIn(question: Question, axes: readonly [Axis, Axis, Axis]): Named {
  const codes = (names: readonly string[], axis: Axis): readonly string[] =>
    names.length === 0 ? [] : [...new Set((axis ?? []).map((place) => place.code))];
  return {
    area: codes([...question.country, ...question.group], axes[0]),
    counterpart: codes(question.origin, axes[1]),
    breakdown: codes(question.breakdown, axes[2]),
    definition: question.definition,
    source: question.source.filter((code) => code !== 'preferred'),
  };
}

/** A figure on file, and the code of the question that it belongs to. */
interface OnFile {
  readonly subject: Subject;
  readonly period: Period;
}

const rowsOf = keptWith(({ rows }: Book) => rows.filter((row) => row.gap === null));

/** Every figure of the named codes, at any time; none if the question asks for all time. */
function onFile(
  question: Question,
  named: Named,
  axes: readonly [Axis, Axis, Axis],
  book: Book,
  indicator: Indicator,
): OnFile[] {
  const { first, last } = daysOf(question.time);
  if (first === null && last === null) return [];
  const ofSteps =
    basesOfMonths(question, indicator).length > 0 ? [stepAmong(indicator.bases) ?? 'month'] : [];
  const bases: readonly Basis[] = [...question.basis, ...ofSteps];
  const asks = (list: readonly string[], code: string): boolean => list.length === 0 || list.includes(code);
  const codesAt = (axis: Axis, code: string): readonly string[] =>
    axis === null
      ? [code]
      : axis
          .filter((place) =>
            place.members ? place.members.some((member) => member.code === code) : place.code === code,
          )
          .map((place) => place.code);
  const standing = (row: BookRow): OnFile[] => {
    const [areas = [], origins = [], breakdowns = []] = codesOf(row).map((code, i) =>
      codesAt(axes[i] ?? null, code),
    );
    return areas.flatMap((area) =>
      origins.flatMap((counterpart) =>
        breakdowns.map((breakdown) => ({
          subject: { ...row, area, counterpart, breakdown },
          period: row.period,
        })),
      ),
    );
  };
  return rowsOf(book)
    .filter((row) => row.indicator === indicator.id && bases.includes(row.basis))
    .filter((row) => asks(named.source, row.source) && asks(named.definition, row.definition))
    .flatMap(standing);
}

const lastDay = ({ start, end }: Period): string => end ?? start ?? '';

/** The last one of a code. If several end on the same day: by order of sources, then of codes. */
function lastOf(
  all: readonly OnFile[],
  axis: AxisName,
  code: string,
  { sources }: Indicator,
): OnFile | undefined {
  const name = ({ subject: s }: OnFile): string =>
    [s.area, s.counterpart, s.breakdown, s.definition, s.basis].join(' ');
  const order = (a: OnFile, b: OnFile): number =>
    -compare(lastDay(a.period), lastDay(b.period)) ||
    sources.indexOf(a.subject.source) - sources.indexOf(b.subject.source) ||
    compare(name(a), name(b));
  return all.filter(({ subject }) => subject[axis] === code).toSorted(order)[0];
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * The last period of the question; if it has no end, the last of the answer, otherwise that of the day of the
 * release.
 */
function periodAsked({ time, basis }: Question, cells: readonly Cell[], day: string): Period {
  const named = periodNamed(time.to);
  if (named && (basis.includes(named.basis) || named.basis === 'interval')) return named;
  const { last } = daysOf(time);
  const latest = cells.map(({ period }) => period).toSorted((a, b) => -compare(order(a), order(b)))[0];
  if (last === null && latest) return latest;
  const date = last ?? day;
  const year = Number(date.slice(0, 4));
  const first = basis.find((code) => ['month', ...SPANS].includes(code as SpanBasis));
  if (first && isSpan(first) && first !== 'calendar-year')
    return yearAround(date, first) ?? periodNamed(`FY${year}`)!;
  return periodNamed(first === 'month' ? date.slice(0, 7) : String(year))!;
}
/** Periods are ordered by their end, then by their start, then by their basis. */
const order = ({ start, end, basis }: Period): string =>
  `${end ?? '9999-99-99'} ${start ?? '0000-00-00'} ${basis}`;

/** The cells, and a gap for each named code without a cell. */
export function withGaps(
  cells: readonly Cell[],
  question: Question,
  indicator: Indicator,
  book: Book,
): Cell[] {
  const axes = axesOf(question, indicator, book);
  const named = namedIn(question, axes);
  const all: Cell[] = [...cells];
  const period = periodAsked(question, cells, book.date);
  const figures = AXES.some((axis) => named[axis].length > 0)
    ? onFile(question, named, axes, book, indicator)
    : [];
  for (const axis of AXES) {
    const there = new Set(all.map((cell) => cell[axis]));
    for (const code of named[axis].filter((wanted) => !there.has(wanted))) {
      const last = lastOf(figures, axis, code, indicator);
      const usual = {
        area: '_T',
        counterpart: '_Z',
        breakdown: '_T',
        definition: indicator.definitions[0]?.code ?? 'main',
        source: indicator.sources[0] ?? '',
      };
      const codeOn = (other: AxisName): string => {
        if (other === axis) return code;
        const shared = [...new Set(cells.map((cell) => cell[other]))];
        return last?.subject[other] ?? named[other][0] ?? (shared.length === 1 ? shared[0]! : usual[other]);
      };
      all.push({
        indicator: indicator.id,
        area: codeOn('area'),
        counterpart: codeOn('counterpart'),
        breakdown: codeOn('breakdown'),
        definition: codeOn('definition'),
        source: codeOn('source'),
        basis: period.basis,
        period,
        periodStatus: 'stated',
        ...WITHOUT_FIGURE,
        gap: { code: 'not-on-file', missing: [] },
        coverage: null,
        computed: null,
        editions: [],
        attributedTo: null,
        locator: null,
        printed: null,
        notes: [],
        ...(question.transform && { transform: question.transform.id }),
        ...(last && { lastOnFile: nameOf(last.period) }),
      });
    }
  }
  return all;
}
