/** What tests of several servers share: a server with the first releases in it, and questions that nobody keeps. */
import { migrate } from '#db/migrate.ts';
import { publishAll } from '#db/publish/publish.ts';
import { publicationOf } from '#scripts/database/replay.ts';
import { readReleases } from '#sources/releases/committed.ts';
import { getFrom, type Got } from './get-from.ts';
import type { Cluster } from './cluster.ts';

const RELEASES = readReleases('.');
export const FIRST_RELEASE = RELEASES[0]?.version ?? '';
export const SECOND_RELEASE = RELEASES[1]?.version ?? '';

/** Makes the owner and its database, once for each server. */
export async function makeOwner(cluster: Cluster): Promise<string> {
  await cluster.statements([
    'create role web_owner login createrole',
    'create database facts owner web_owner',
  ]);
  return cluster.url('web_owner', 'facts');
}

/** Publishes the first `count` committed releases, as `npm start` would. */
export async function publishFirst(count: number): Promise<void> {
  await migrate({ report: () => undefined });
  await publishAll(RELEASES.slice(0, count).map(publicationOf), () => undefined);
}

let asked = 0;
/** An address that no cache has: the threshold is another one each time. */
export function newQuestion(release: string = FIRST_RELEASE): string {
  asked += 1;
  return `/data/${release}/homicide-rate.csv?group=northern-triangle&coverage=0.${String(asked).padStart(4, '0')}`;
}

export interface Timed {
  readonly status: number;
  /** Milliseconds of the clock. */
  readonly sent: number;
  readonly done: number;
  readonly got: Got;
}

/** So many callers, each with one request after the other, until they are told to stop. */
export function callers(address: string, count: number, question: () => string = newQuestion) {
  const get = getFrom(new URL(address).port);
  const answers: Timed[] = [];
  let goesOn = true;
  async function call(): Promise<void> {
    while (goesOn) {
      const sent = Date.now();
      const got = await get(question());
      answers.push({ status: got.status, sent, done: Date.now(), got });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const all = Promise.all(Array.from({ length: count }, call));
  return {
    answers,
    stop: async (): Promise<readonly Timed[]> => {
      goesOn = false;
      await all;
      return answers;
    },
  };
}
