/** What stands for a series: the row of a table, a chip, the name beside a line. */
import { expect, it } from 'vitest';
import { isMeant, placeId, seriesIdOf } from '#app/_charts/model/series-id.ts';
import { FLOWS } from './gallery.ts';

const [cell] = FLOWS.cells;
const id = seriesIdOf(cell!);

it('a series is meant by its own id, by its place and by its origin, and by no other', () => {
  expect(isMeant(id, id)).toBe(true);
  expect(isMeant(id, placeId(cell!.area))).toBe(true);
  expect(isMeant(id, placeId(cell!.counterpart))).toBe(true);
  expect(isMeant(id, placeId('CAN'))).toBe(false);
  expect(isMeant(id, `${id} | sum`)).toBe(false);
});

it('a published and a computed figure of the same key are two series', () => {
  expect(seriesIdOf({ ...cell!, computed: 'sum' })).toBe(`${id} | sum`);
});
