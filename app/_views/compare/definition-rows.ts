/** What each of two indicators measures, point by point, and whether the two are alike in it. */
import { unique } from '#stats/text.ts';
import type { PairHalf, Paired } from '#stats/pairing/pairs.ts';
import type { Cell } from '#stats/model/observation.ts';
import { COUNTED_WORDS } from '#stats/comparability/verdict.ts';
import { BASIS_WORDS } from '#stats/format/labels.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import type { PairedResult } from '#app/_downloads/compare.ts';
import type { PageContext } from '../page/page-context.ts';
import type { VerdictKind } from '../page/Verdict.tsx';

/** What the parts of a page about two indicators are given. */
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

/** A figure that is no plain number. */
const isHedged = ({ stated, intervalKind }: Cell): boolean =>
  stated !== null &&
  intervalKind !== 'rounding' &&
  (stated.qualifier !== 'exact' || stated.low !== null || stated.high !== null);

export function definitionRows(
  halves: readonly [PairHalf, PairHalf],
  { pairs, alignment }: Paired,
): DefinitionRow[] {
  const { language } = halves[0].comparison;
  const words = COMPARE_WORDS[language];
  const cells = [0, 1].map((side) => pairs.map((pair) => pair.cells[side === 0 ? 0 : 1]));
  const both = (tell: (half: PairHalf, cells: readonly Cell[]) => string): readonly [string, string] => [
    tell(halves[0], cells[0] ?? []),
    tell(halves[1], cells[1] ?? []),
  ];
  const row = (
    what: keyof typeof words.rows,
    sides: readonly [string, string],
    differing: 'axes' | 'design' | 'differs',
  ): DefinitionRow => {
    const [a, b] = sides;
    const mark = a === '' || b === '' ? 'open' : a === b ? 'same' : differing;
    const kind = mark === 'open' ? 'open' : mark === 'differs' ? 'notes' : 'holds';
    const said = (text: string): string => text || words.marks.open;
    return { what: words.rows[what], sides: [said(a), said(b)], kind, verdict: words.marks[mark] };
  };
  const time = both((_, own) => unique(own.map((cell) => BASIS_WORDS[cell.basis][language])).join(', '));
  const near = alignment.kind === 'fiscal-with-calendar';
  return [
    row(
      'unit',
      both(({ comparison }) => comparison.indicator.unit.label[language]),
      'axes',
    ),
    near
      ? { what: words.rows.time, sides: time, kind: 'notes', verdict: words.marks.near }
      : row('time', time, 'differs'),
    row(
      'counted',
      both(
        ({ comparison: { indicator } }) => COUNTED_WORDS[indicator.counted]?.[language] ?? indicator.counted,
      ),
      'design',
    ),
    row(
      'where',
      both(
        ({ comparison: { indicator }, place }) =>
          (place === 'origin' ? (indicator.counterpartRole ?? indicator.areaRole) : indicator.areaRole)[
            language
          ],
      ),
      'differs',
    ),
    row(
      'definition',
      both(({ comparison: { indicator } }, own) =>
        unique(own.map((cell) => cell.definition))
          .map((code) => indicator.definitions.find((one) => one.code === code)?.name[language] ?? code)
          .join(', '),
      ),
      'design',
    ),
    row(
      'source',
      both(({ comparison }, own) =>
        comparison.sources
          .filter((source) => own.some((cell) => cell.source === source.id))
          .map((source) => source.shortTitle[language])
          .join(', '),
      ),
      'differs',
    ),
    row(
      'hedge',
      both((_, own) => {
        const hedged = own.filter(isHedged).length;
        return own.length === 0 ? '' : hedged === 0 ? words.noHedge : words.hedged(hedged, own.length);
      }),
      'differs',
    ),
  ];
}
