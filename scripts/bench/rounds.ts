// Rounds: in each, every contender is measured once, one after another, so that whatever else the machine does
// falls on all of them. What is told is the median of the rounds, and ratios are taken within a round.

import type { Host } from './host.ts';
import { load, type LoadMeasurement } from './load.ts';

/** Something that is asked. */
export interface Contender {
  readonly name: string;
  readonly host: Host;
  readonly next: () => string;
  readonly headers?: Record<string, string>;
  /** Default 8; 1 where the time of a single question is looked for. */
  readonly connections?: number;
}

/** One contender in one round. */
export interface BenchTurn extends LoadMeasurement {
  /** Milliseconds of its process for each request. */
  readonly cpu: number;
}

export type Rounds = ReadonlyMap<string, readonly BenchTurn[]>;

const CONNECTIONS = 8;

/** The middle one of some values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

async function turn(
  { host, next, headers, connections = CONNECTIONS }: Contender,
  milliseconds: number,
): Promise<BenchTurn> {
  const before = await host.cpu();
  const since = performance.now();
  const measured = await load({
    port: host.port,
    next,
    connections,
    milliseconds,
    ...(headers && { headers }),
  });
  const requests = (measured.perSecond * (performance.now() - since)) / 1000;
  return { ...measured, cpu: ((await host.cpu()) - before) / requests };
}

/** Measures contenders in turns. The first turn of each warms it and does not count. */
export async function run(
  contenders: readonly Contender[],
  rounds: number,
  milliseconds: number,
): Promise<Rounds> {
  const turns = new Map<string, BenchTurn[]>(contenders.map(({ name }) => [name, []]));
  for (const contender of contenders) await turn(contender, milliseconds / 2);
  for (let round = 0; round < rounds; round += 1) {
    // The other way round every second time: whoever comes after a heavy one finds the machine as warm.
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed())
      turns.get(contender.name)?.push(await turn(contender, milliseconds));
  }
  return turns;
}

/** The median over rounds of what is taken from one contender. */
export const middle = (rounds: Rounds, name: string, of: (turn: BenchTurn) => number): number =>
  median((rounds.get(name) ?? []).map(of));

/** The median over rounds of one contender's figure in parts of another's. */
export const ratio = (rounds: Rounds, name: string, to: string, of: (turn: BenchTurn) => number): number =>
  median((rounds.get(name) ?? []).map((turn, i) => of(turn) / of((rounds.get(to) ?? [])[i] ?? turn)));
