// Rounds: in each round every contender is measured once, one after another, so that other load on the
// machine affects all of them. Results are medians over the rounds, and ratios are computed within a round.

import type { Host } from './host.ts';
import { load, type LoadMeasurement } from './load.ts';

/** A server and the requests that are sent to it. */
export interface Contender {
  readonly name: string;
  readonly host: Host;
  readonly next: () => string;
  readonly headers?: Record<string, string>;
  /** Default 8; 1 if the time of a single request is measured. */
  readonly connections?: number;
}

/** The result of a contender in a round. */
export interface BenchTurn extends LoadMeasurement {
  /** Milliseconds of its process for each request. */
  readonly cpu: number;
}

export type Rounds = ReadonlyMap<string, readonly BenchTurn[]>;

const CONNECTIONS = 8;

/** The median of some values. */
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

/** Measures contenders in turns. The first turn of each is a warm-up and does not count. */
export async function run(
  contenders: readonly Contender[],
  rounds: number,
  milliseconds: number,
): Promise<Rounds> {
  const turns = new Map<string, BenchTurn[]>(contenders.map(({ name }) => [name, []]));
  for (const contender of contenders) await turn(contender, milliseconds / 2);
  for (let round = 0; round < rounds; round += 1) {
    // Every second round runs in reverse order, so that each contender runs after a heavy one equally often.
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed())
      turns.get(contender.name)?.push(await turn(contender, milliseconds));
  }
  return turns;
}

/** The median over the rounds of a value of a contender. */
export const middle = (rounds: Rounds, name: string, of: (turn: BenchTurn) => number): number =>
  median((rounds.get(name) ?? []).map(of));

/** The median over the rounds of a contender's value divided by another's. */
export const ratio = (rounds: Rounds, name: string, to: string, of: (turn: BenchTurn) => number): number =>
  median((rounds.get(name) ?? []).map((turn, i) => of(turn) / of((rounds.get(to) ?? [])[i] ?? turn)));
