/** The chart of two indicators, for a picture of it. */
import { scatterModel } from '#app/_charts/scatter/chart.ts';
import type { PairHalf, Paired } from '#stats/pairing/pairs.ts';
import type { Pictured } from './picture.tsx';

export const pairPictured = (halves: readonly [PairHalf, PairHalf], paired: Paired): Pictured => {
  const { language, release } = halves[0].comparison;
  return {
    chart: (width, { plot } = {}) =>
      scatterModel(halves, paired, { width, language, ...(plot !== undefined && { plot }) }),
    language,
    version: release.version,
  };
};
