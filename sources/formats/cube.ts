/**
 * A table of several dimensions, as JSON-stat and PC-Axis store it: one long list of numbers, the last dimension
 * fastest. It becomes rows with a column for each dimension; where a dimension has codes besides its labels, with a
 * second column for those.
 */
import type { Line, TextLines } from './line.ts';

export interface CubeAxis {
  readonly name: string;
  readonly codes: readonly string[];
  readonly labels: readonly string[];
}

/** What a file says of its table in words. */
export interface TableWords {
  readonly title: string | null;
  /** The unit of all its numbers. */
  readonly unit: string | null;
}

export interface Cube {
  readonly about: TableWords;
  readonly dimensions: readonly CubeAxis[];
  /** What the numbers are. */
  readonly name: string;
  readonly valueAt: (index: number) => string;
  /** The status of a number, such as `p`; null if no number has one. */
  readonly statusAt: ((index: number) => string) | null;
}

const BATCH = 2000;

const hasCodes = ({ codes, labels }: CubeAxis): boolean =>
  codes.some((code, i) => code !== labels[i]) && !codes.every((code, i) => code === String(i));

export const cellCount = ({ dimensions }: Pick<Cube, 'dimensions'>): number =>
  dimensions.reduce((size, { codes }) => size * codes.length, 1);

/** The rows of a cube; cells without a number and without a status are left out. */
export async function* cubeLines(cube: Cube): TextLines {
  const { dimensions, valueAt, statusAt } = cube;
  const header = dimensions.flatMap((dimension) =>
    hasCodes(dimension) ? [dimension.name, `${dimension.name} code`] : [dimension.name],
  );
  yield [{ line: 0, cells: [...header, cube.name, ...(statusAt ? ['status'] : [])] }];
  const texts = dimensions.map((dimension) =>
    dimension.labels.map((label, i) => (hasCodes(dimension) ? [label, dimension.codes[i] ?? ''] : [label])),
  );
  const size = cellCount(cube);
  let batch: Line[] = [];
  for (let index = 0; index < size; index++) {
    const [value, status] = [valueAt(index), statusAt?.(index)];
    if (value === '' && (status ?? '') === '') continue;
    const at: number[] = [];
    for (let d = dimensions.length - 1, left = index; d >= 0; d--) {
      const length = dimensions[d]?.codes.length ?? 1;
      at[d] = left % length;
      left = Math.floor(left / length);
    }
    const cells = texts.flatMap((labels, d) => labels[at[d] ?? 0] ?? ['']);
    batch.push({ line: index + 1, cells: [...cells, value, ...(status === undefined ? [] : [status])] });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
