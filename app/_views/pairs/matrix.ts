/** The cells of the matrix of pairs as one path for each kind of sign. */
import type { PairedArea, PairSign } from '#stats/pairing/each-pair.ts';

/** Width and height of the matrix in the units of its drawing. */
export const MATRIX = 560;

const hundredth = (n: number): number => Math.round(n * 100) / 100;

/** Runs of equal cells in a row are one rectangle, so that 150 areas stay a small drawing. */
export function matrixPath(areas: readonly PairedArea[], wanted: readonly PairSign[]): string {
  const step = MATRIX / areas.length;
  const gap = step >= 8 ? 1 : 0;
  const parts: string[] = [];
  areas.forEach(({ signs }, i) => {
    let from = -1;
    for (let j = 0; j <= signs.length; j += 1) {
      const sign = signs[j];
      const isWanted = sign !== null && sign !== undefined && wanted.includes(sign);
      if (isWanted && from < 0) from = j;
      if ((!isWanted || gap > 0) && from >= 0) {
        const until = isWanted ? j + 1 : j;
        parts.push(
          `M${hundredth(from * step)} ${hundredth(i * step)}h${hundredth((until - from) * step - gap)}v${hundredth(step - gap)}h${-hundredth((until - from) * step - gap)}z`,
        );
        from = -1;
      }
    }
  });
  return parts.join('');
}
