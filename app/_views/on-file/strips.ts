/** The strips of a row as one path each: a block for each year with a figure. */

/** The width of a strip in the units of its drawing. */
export const WIDTH = 640;

export interface StripFrame {
  readonly first: number;
  readonly last: number;
  /** Height of a strip, and the space between two. */
  readonly strip: number;
  readonly between: number;
}

const perYear = ({ first, last }: StripFrame): number => WIDTH / (last - first + 1);
const tenth = (n: number): number => Math.round(n * 10) / 10;

/** Blocks of the years of some sources, the first of them in strip `from`. */
export function stripPath(years: readonly (readonly number[])[], from: number, frame: StripFrame): string {
  const step = perYear(frame);
  const gap = step > 4 ? 1 : 0;
  return years
    .flatMap((own, i) => {
      const y = 2 + (from + i) * (frame.strip + frame.between);
      return own.map(
        (year) =>
          `M${tenth((year - frame.first) * step)} ${y}h${tenth(step - gap)}v${frame.strip}h${-tenth(step - gap)}z`,
      );
    })
    .join('');
}

/** Round years below which there is room for their name. */
export function tickYears(frame: StripFrame): { readonly year: number; readonly x: number }[] {
  const step = perYear(frame);
  const every = [1, 2, 5, 10, 20, 50].find((years) => years * step >= 44) ?? 100;
  const years: { year: number; x: number }[] = [];
  for (let year = Math.ceil(frame.first / every) * every; year <= frame.last; year += every) {
    const x = tenth((year - frame.first + 0.5) * step);
    if (x > 14 && x < WIDTH - 14) years.push({ year, x });
  }
  return years;
}
