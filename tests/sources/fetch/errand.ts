/** Fetches from a server on this machine into its own folder, with a clock that does not wait. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '#sources/fetch/clock.ts';
import { fetchEdition, type Errand } from '#sources/fetch/fetch.ts';
import type { Wish } from '#sources/fetch/publisher.ts';
import { PUBLISHERS } from '#sources/fetch/publishers/publishers.ts';
import type { SettledFile } from '#sources/fetch/settle.ts';

export interface TestClock extends Clock {
  /** The requested pauses, in milliseconds. */
  readonly pauses: number[];
}

/** Its time stands still; pauses are recorded but not made. */
export function testClock(): TestClock {
  const pauses: number[] = [];
  return {
    pauses,
    now: () => new Date('2026-11-22T12:00:00Z'),
    pause: async (ms) => void pauses.push(ms),
    random: () => 1,
  };
}

/** A folder that is removed after the test. */
export function newFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'cotejo-fetch-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return `${dir}/`;
}

export interface Trip extends Partial<Omit<Errand, 'question'>> {
  readonly base: string;
  readonly publisher?: string;
  readonly wish?: Partial<Wish>;
  readonly timeoutMs?: number;
  readonly mostAnswerBytes?: number;
}

const NOTHING: Wish = {
  what: '',
  areas: [],
  origins: [],
  asylums: [],
  from: null,
  to: null,
  pageRows: null,
  base: null,
};

const WHAT: Readonly<Record<string, string>> = { worldbank: 'VC.IHR.PSRC.P5', unhcr: 'asylum-decisions' };

/** The errand of a trip: by default the homicides of the World Bank. */
function errandFor(trip: Trip): Errand {
  const {
    base,
    publisher: id = 'worldbank',
    wish = {},
    timeoutMs = 5_000,
    mostAnswerBytes = 1e6,
    ...rest
  } = trip;
  const publisher = PUBLISHERS.find((publisher) => publisher.id === id);
  if (!publisher) throw new Error(`no publisher ${id}`);
  return {
    question: publisher.question({ ...NOTHING, what: WHAT[id] ?? '', base: new URL(base), ...wish }, 2026),
    out: newFolder(),
    resume: false,
    web: { userAgent: 'Cotejo/test', timeoutMs, mostBytes: mostAnswerBytes },
    clock: testClock(),
    pauseMs: 500,
    mostBytes: 1e7,
    tell: { page: () => {}, wait: () => {} },
    ...rest,
  };
}

export const go = (trip: Trip): Promise<SettledFile> => fetchEdition(errandFor(trip));

/** The single line with which a fetch ended. */
export async function complaintOf(trip: Trip): Promise<string> {
  try {
    await go(trip);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('the fetch came to a good end');
}
