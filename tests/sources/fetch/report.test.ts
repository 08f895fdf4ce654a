/** The progress shown to a person while pages are fetched. */
import { expect, it } from 'vitest';
import { FetchFault } from '#sources/fetch/fault.ts';
import { tellOn } from '#sources/fetch/report.ts';

function screen(isTTY: boolean) {
  const lines: string[] = [];
  const clock = { at: 0 };
  const told = tellOn(
    { isTTY, columns: 80, write: (text: string) => lines.push(text) },
    'wb',
    () => clock.at,
  );
  return { lines, clock, told };
}

it('a terminal has one line, with time left and rate, that is written anew for each page', () => {
  const { lines, clock, told } = screen(true);
  clock.at = 2_000;
  told.page(1, 4, 2000, 500_000, false);
  clock.at = 4_000;
  told.page(2, 4, 4000, 2_000_000, false);
  told.end();
  expect(lines).toEqual([
    '\r\u001b[2Kwb  page 1 of 4, 6.0 s left, 2000 rows, 489 KB, 30 pages/min',
    '\r\u001b[2Kwb  page 2 of 4, 4.0 s left, 4000 rows, 1.9 MB, 30 pages/min',
    '\r\u001b[2K',
  ]);
});

it('pages kept from before do not make the rate look better than it is', () => {
  const { lines, clock, told } = screen(false);
  told.page(1, 3, 10, 1000, true);
  clock.at = 6_000;
  told.page(2, 3, 20, 2000, false);
  expect(lines).toEqual([
    'wb  page 1 of 3 (kept from before), 10 rows, 1 KB\n',
    'wb  page 2 of 3, 6.0 s left, 20 rows, 2 KB, 10 pages/min\n',
  ]);
});

it('a log has a plain line in a while, the first and the last page, and every wait', () => {
  const { lines, clock, told } = screen(false);
  for (let page = 1; page <= 100; page++) {
    clock.at += 100;
    told.page(page, 100, page, page, false);
  }
  expect(lines.map((line) => /page (\d+)/.exec(line)?.[1])).toEqual(['1', '51', '100']);
  told.wait(new FetchFault('it answers 503', 'try later'), 2_000, 1);
  expect(lines.at(-1)).toBe('wb  it answers 503; try 2 in 2.0 s\n');
});
