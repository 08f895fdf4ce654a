/**
 * Goes through the years of two indicators across places: every year is fetched first, so that axes and circles
 * keep their scale, and each is drawn in place of the last.
 */
import type { ChartModel } from '#app/_charts/model/chart.ts';
import { scatterModel } from '#app/_charts/scatter/chart.ts';
import { sizesOf, type DotSizes } from '#app/_charts/scatter/point.ts';
import { comparisonFromJson, type ComparisonDocument } from '#app/_downloads/json.ts';
import type { Language } from '#stats/language.ts';
import { pairIndicators, type PairedResult } from '#stats/pairing/pair-indicators.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import type { PlaceAxis } from '#stats/query/several.ts';
import { eachAtOnce } from './each-at-once.ts';

/** A year to show: its code, the address of its page, and of its figures. */
export interface PairStep {
  readonly code: string;
  readonly href: string;
  readonly file: string;
  /** The figures that circles are as large as; null if they are alike. */
  readonly sizes: string | null;
}

interface PairsOfYear {
  readonly step: PairStep;
  readonly halves: readonly [PairHalf, PairHalf];
  readonly together: PairedResult;
  readonly sizes: DotSizes | null;
}

interface CompareDocument {
  readonly sides: readonly { readonly place: PlaceAxis; readonly answer: ComparisonDocument }[];
}

async function fetchJson<Document>(address: string, signal: AbortSignal): Promise<Document> {
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as Document;
}

async function loadYear(step: PairStep, signal: AbortSignal): Promise<PairsOfYear | null> {
  const [document, population] = await Promise.all([
    fetchJson<CompareDocument>(step.file, signal),
    step.sizes === null ? null : fetchJson<ComparisonDocument>(step.sizes, signal),
  ]);
  const [a, b] = document.sides.map(({ place, answer }): PairHalf => ({
    place,
    comparison: comparisonFromJson(answer),
  }));
  if (!a || !b) return null;
  const halves = [a, b] as const;
  const together = pairIndicators(halves);
  if (!together || together.pairs.length === 0) return null;
  return { step, halves, together, sizes: population && sizesOf(comparisonFromJson(population)) };
}

/** A year as it is drawn. */
export interface PairFrame {
  readonly step: PairStep;
  readonly wide: ChartModel;
  readonly narrow: ChartModel;
}

/** The drawings of all years that have pairs, in their order, on one scale. @throws if a year cannot be fetched */
export async function loadFrames(
  steps: readonly PairStep[],
  language: Language,
  signal: AbortSignal,
): Promise<readonly PairFrame[]> {
  const years = await eachAtOnce(steps, (step) => loadYear(step, signal));
  const all = years.flatMap(([, year]) => year ?? []);
  const among = all.flatMap(({ together }) => together.pairs);
  const greatest = Math.max(0, ...all.map(({ sizes }) => sizes?.greatest ?? 0));
  return all.map(({ step, halves, together, sizes }) => {
    const own = sizes && { ...sizes, greatest };
    const model = (width: number): ChartModel =>
      scatterModel(halves, together, { width, language, among, sizes: own });
    return { step, wide: model(800), narrow: model(343) };
  });
}
