/** What each of two indicators measures, point by point, and whether the two are alike in it. */
import { COUNTED_WORDS } from '#stats/wording/comparability.ts';
import { unique } from '#stats/text.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { shownOf } from '#stats/format/figure.ts';
import type { PairHalf, Paired } from '#stats/pairing/pairs.ts';
import type { Cell } from '#stats/model/observation.ts';
import { countingUnitOf } from '#stats/model/counting-unit.ts';
import { BASIS_WORDS } from '#stats/format/labels.ts';
import { definitionName } from '#app/_charts/wording/code-name.ts';
import type { Language } from '#stats/language.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import type { PairedResult } from '#stats/pairing/pair-indicators.ts';
import type { PageContext } from '../page/page-context.ts';
import type { VerdictKind } from '../page/Verdict.tsx';

/** The data that the parts of a page about two indicators receive. */
export interface PairedView {
  readonly halves: readonly [PairHalf, PairHalf];
  readonly together: PairedResult;
  readonly place: PageContext;
}

export interface DefinitionRow {
  readonly what: string;
  readonly sides: readonly [string, string];
  readonly kind: VerdictKind;
  readonly verdict: string;
}

/** Whether a figure is shown as anything other than a plain number. */
function isHedged(cell: Cell, indicator: Indicator): boolean {
  const shown = shownOf(cell, indicator);
  return shown !== null && (shown.qualifier !== 'exact' || shown.low !== null || shown.high !== null);
}

/** One side of the table: an indicator and its figures that are in a pair. */
interface DefinitionSide {
  readonly half: PairHalf;
  readonly cells: readonly Cell[];
}

type CompareWords = (typeof COMPARE_WORDS)[Language];

/**
 * The content of a row for a side; empty if nothing is known. `differing` is the sign if the sides differ.
 */
interface RowRule {
  readonly differing: 'axes' | 'design' | 'differs';
  readonly text: (side: DefinitionSide, language: Language) => string;
}

const ROW_RULES: Readonly<Record<keyof CompareWords['rows'], RowRule>> = {
  unit: {
    differing: 'axes',
    text: ({ half }, language) => half.comparison.indicator.unit.label[language],
  },
  time: {
    differing: 'differs',
    text: ({ cells }, language) => unique(cells.map((cell) => BASIS_WORDS[cell.basis][language])).join(', '),
  },
  counted: {
    differing: 'design',
    text: ({ half, cells }, language) => {
      const { indicator } = half.comparison;
      const units = unique(cells.map((cell) => countingUnitOf(indicator, cell.definition)));
      const shown = units.length > 0 ? units : [indicator.counted];
      return shown.map((unit) => COUNTED_WORDS[unit]?.[language] ?? unit).join(', ');
    },
  },
  where: {
    differing: 'differs',
    text: ({ half }, language) => {
      const { areaRole, counterpartRole } = half.comparison.indicator;
      return (half.place === 'origin' ? (counterpartRole ?? areaRole) : areaRole)[language];
    },
  },
  definition: {
    differing: 'design',
    text: ({ half, cells }, language) =>
      unique(cells.map((cell) => cell.definition))
        .map((code) => definitionName(half.comparison.indicator, code, language))
        .join(', '),
  },
  source: {
    differing: 'differs',
    text: ({ half, cells }, language) =>
      half.comparison.sources
        .filter((source) => cells.some((cell) => cell.source === source.id))
        .map((source) => source.shortTitle[language])
        .join(', '),
  },
  hedge: {
    differing: 'differs',
    text: ({ half, cells }, language) => {
      const words = COMPARE_WORDS[language];
      const hedged = cells.filter((cell) => isHedged(cell, half.comparison.indicator)).length;
      return cells.length === 0 ? '' : hedged === 0 ? words.noHedge : words.hedged(hedged, cells.length);
    },
  },
};

/** The rows of the table, in their order. */
const ROWS = ['unit', 'time', 'counted', 'where', 'definition', 'source', 'hedge'] as const;

export function definitionRows(
  halves: readonly [PairHalf, PairHalf],
  { pairs, alignment }: Paired,
): DefinitionRow[] {
  const { language } = halves[0].comparison;
  const words = COMPARE_WORDS[language];
  const sideOf = (at: 0 | 1): DefinitionSide => ({
    half: halves[at],
    cells: pairs.length > 0 ? pairs.map(({ cells }) => cells[at]) : halves[at].comparison.cells,
  });
  const [left, right] = [sideOf(0), sideOf(1)];
  return ROWS.map((id) => {
    const { differing, text } = ROW_RULES[id];
    const [a, b] = [text(left, language), text(right, language)];
    const what = words.rows[id];
    if (id === 'time' && alignment.kind === 'fiscal-with-calendar')
      return { what, sides: [a, b], kind: 'notes', verdict: words.marks.near };
    const mark = a === '' || b === '' ? 'open' : a === b ? 'same' : differing;
    const kind = mark === 'open' ? 'open' : mark === 'differs' ? 'notes' : 'holds';
    const orOpen = (side: string): string => side || words.marks.open;
    return { what, sides: [orOpen(a), orOpen(b)], kind, verdict: words.marks[mark] };
  });
}
