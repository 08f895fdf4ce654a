/** The publishers that can be asked over the network. */
import type { Publisher } from '../publisher.ts';
import { unhcr } from './unhcr.ts';
import { worldBank } from './world-bank.ts';

export const PUBLISHERS: readonly Publisher[] = [worldBank, unhcr];

/** The list for people. */
export const listPublishers = (): string[] =>
  PUBLISHERS.flatMap(({ id, name, usage, documentation }) => [
    `${id.padEnd(11)}${name}`,
    ...usage.map((line) => `           ${line}`),
    `           ${documentation}`,
  ]);
