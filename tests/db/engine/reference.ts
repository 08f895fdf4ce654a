/**
 * The expected answer about a random world, from the oracle, which is written from the rules of the method
 * page and shares no code with `stats` or `db`. `tests/oracle` applies the same rules to the published
 * releases.
 */
import type { Cell } from '#stats/model/observation.ts';
import type { Query } from '#stats/model/query.ts';
import { keptWith, type Book } from '../../oracle/book.ts';
import { answerTo } from '../../oracle/rules/transformed.ts';
import type { World } from '../world.ts';

const bookOf = keptWith(({ catalogue, observations }: World): Book => ({
  catalogue,
  rows: observations,
  date: '2026-11-22',
}));

export const referenceAnswer = (world: World, query: Query): Cell[] => answerTo(bookOf(world), query);
