/**
 * A short remark about the sources of an indicator: a single source cannot be checked; several sources are
 * compared where they cover the same thing; figures with different definitions are not compared.
 */
import { subjectPeriodKey } from '#stats/sources/series-key.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { floorOf, hedgeOf } from '#stats/uncertainty/hedge.ts';
import type { Cell } from '#stats/model/observation.ts';
import { COMPUTATION_WORDS } from '#stats/format/labels.ts';
import { wordsIn } from '#app/_words/words.ts';
import { headlineOf } from './headline.ts';
import type { VerdictKind } from '../page/Verdict.tsx';

export interface SourceAgreement {
  readonly kind: VerdictKind;
  readonly words: string;
}

/** Sources that round to a hundredth of the figure still agree. */
const ROUNDING = 0.005;

/** Whether two figures can both be true. */
function overlap(a: Cell, b: Cell, signed: boolean): boolean {
  if (!a.stated || !b.stated) return true;
  const [x, y] = [hedgeOf(a.stated, floorOf(signed)), hedgeOf(b.stated, floorOf(signed))];
  const slack = ROUNDING * Math.max(Math.abs(a.stated.value ?? 0), Math.abs(b.stated.value ?? 0));
  return x.low <= y.high + slack && y.low <= x.high + slack;
}

/** The remark beside an indicator in the catalogue, from every source that has figures of the same question. */
export function sourceAgreementOf(comparison: Comparison): SourceAgreement {
  const words = wordsIn(comparison.language).remark;
  const figures = comparison.cells.filter((cell) => cell.stated !== null);
  const published = figures.filter((cell) => cell.computed === null);
  // What is computed for a group is compared with what is computed from another source.
  const isOfSeveral = new Set(figures.map((cell) => cell.source)).size > 1;
  const cells = published.length > 0 || !isOfSeveral ? published : figures;
  const ours = cells.length === 0 ? headlineOf(comparison) : null;
  if (ours?.computed && ours.coverage) {
    const { present, expected } = ours.coverage;
    const how = COMPUTATION_WORDS[ours.computed][comparison.language];
    return { kind: 'notes', words: words.group({ how, present, expected }) };
  }
  const sources = new Set(cells.map((cell) => cell.source)).size;
  if (sources <= 1) {
    const kind = 'open';
    if (cells.length > 1 && cells.length < 20) {
      return { kind, words: words.oneSourceFigures({ n: cells.length }) };
    }
    return { kind, words: words.oneSource };
  }
  if (new Set(cells.map((cell) => cell.definition)).size > 1) {
    return { kind: 'notes', words: words.denominators({ n: sources }) };
  }
  const groups = new Map<string, Cell[]>();
  for (const cell of cells)
    groups.set(subjectPeriodKey(cell), [...(groups.get(subjectPeriodKey(cell)) ?? []), cell]);
  const pairs = [...groups.values()].flatMap((same) =>
    same.flatMap((a, i) => same.slice(i + 1).map((b) => [a, b] as const)),
  );
  const checked = pairs.filter(([a, b]) => a.source !== b.source);
  if (checked.length === 0) return { kind: 'open', words: words.sourcesApart({ n: sources }) };
  const agree = checked.every(([a, b]) => overlap(a, b, comparison.indicator.signed));
  return agree
    ? { kind: 'holds', words: words.sourcesAgree({ n: sources }) }
    : { kind: 'fails', words: words.sourcesDiffer({ n: sources }) };
}
