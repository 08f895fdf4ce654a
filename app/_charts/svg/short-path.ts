/**
 * The same path in fewer bytes: from point to point instead of from the corner of the drawing. Every point keeps
 * its place to a tenth of a pixel, because each step is measured from the rounded point before it.
 */

/** Paths of straight lines alone; curves and closed boxes stay as they are. */
const STRAIGHT = /^(?:[ML]-?[\d.]+ -?[\d.]+)+$/;
const POINT = /([ML])(-?[\d.]+) (-?[\d.]+)/g;

/** A number without the zero before its point. @example short(-0.3) === '-.3' */
function short(n: number): string {
  const tenths = Math.round(n * 10);
  const [whole, rest] = [Math.trunc(Math.abs(tenths) / 10), Math.abs(tenths) % 10];
  const sign = tenths < 0 ? '-' : '';
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole || ''}.${rest}`;
}

/** Two numbers, with a space only where they would run together: a second point begins another number. */
const pair = (a: string, b: string): string =>
  b.startsWith('-') || (b.startsWith('.') && a.includes('.')) ? a + b : `${a} ${b}`;

/** @example shortPath('M34 119.4L40.6 119.1L47.2 129.1') === 'M34 119.4l6.6-.3l6.6 10' */
export function shortPath(d: string): string {
  if (!STRAIGHT.test(d)) return d;
  let [x, y] = [0, 0];
  let text = '';
  for (const [, letter, left = '0', top = '0'] of d.matchAll(POINT)) {
    const [nextX, nextY] = [Number(left), Number(top)];
    if (letter === 'M') text += `M${pair(short(nextX), short(nextY))}`;
    else {
      const [dx, dy] = [short(nextX - x), short(nextY - y)];
      text += dy === '0' ? `h${dx}` : dx === '0' ? `v${dy}` : `l${pair(dx, dy)}`;
    }
    [x, y] = [nextX, nextY];
  }
  return text;
}
