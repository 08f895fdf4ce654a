/** Worlds published one after another, and the cells of their answers in a fixed order. */
import type { Publication } from '#db/publish/publish.ts';
import { publishAll } from '#db/publish/publish.ts';
import { hashRows } from '#sources/releases/committed.ts';
import type { CanonicalRow } from '#stats/model/canonical-row.ts';
import { canonicalRow, compareCanonicalRows } from '#stats/model/canonical-row.ts';
import type { Cell } from '#stats/model/observation.ts';
import { seriesKey } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import type { World } from './world.ts';

/** Publishes worlds as consecutive releases; the previous one goes out of force. Returns the version. */
export function publisher(): (world: World) => Promise<string> {
  const published: Publication[] = [];
  let inForce: readonly CanonicalRow[] = [];
  return async ({ catalogue, observations }) => {
    const signed = new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator.signed]));
    const added = observations
      .map((observation) => canonicalRow(observation, signed.get(observation.indicator) ?? false))
      .sort(compareCanonicalRows);
    const closed = inForce;
    const version = `${published.length + 1}.0.0`;
    const note = { en: 'A synthetic world', es: 'Un mundo sintético' };
    published.push({
      version,
      date: '2026-11-22',
      note,
      contentHash: hashRows(added),
      catalogue,
      added: () => added,
      closed: () => closed,
    });
    inForce = added;
    // Every possible rollup is made, so that each is compared with the sum computed for a query.
    await publishAll(
      published,
      () => undefined,
      () => undefined,
      { rows: 1, members: 1 },
    );
    return version;
  };
}

const keyOf = (cell: Cell): string =>
  `${seriesKey(cell)} | ${formatPeriod(cell.period)} | ${cell.computed ?? ''}`;
/**
 * Sorts cells and their notes: the notes of a series are in the order of its rows, those of a sum in the
 * order of their texts.
 */
export const byKey = (cells: readonly Cell[]): Cell[] =>
  cells
    .map((cell) => ({ ...cell, notes: cell.notes.toSorted((a, b) => (a.text.en < b.text.en ? -1 : 1)) }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
