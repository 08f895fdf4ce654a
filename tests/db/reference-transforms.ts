/**
 * What a transformed answer must be: the functions of `stats/transform` on the reference answer of all time, its
 * groups formed by hand, and what was not asked for dropped. No plan, no widened question.
 */
import { DEFAULT_COVERAGE } from '#stats/model/query.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { ALL_TIME, boundsOf, intervalOf, onlyEnd } from '#stats/time/time-range.ts';
import type { Cell } from '#stats/model/observation.ts';
import { seriesKey } from '#stats/model/observation.ts';
import { formatPeriod, parsePeriod } from '#stats/time/period.ts';
import { changeOnYear } from '#stats/transform/change.ts';
import { indexToBase } from '#stats/transform/index-to-base.ts';
import { perCapita } from '#stats/transform/per-capita.ts';
import { rank } from '#stats/transform/rank.ts';
import { rollingMean } from '#stats/transform/rolling-mean.ts';
import { referenceCells } from './reference.ts';
import type { World } from './world.ts';
import type { Query } from '#stats/model/query.ts';

/** The cells of an answer in the time asked for, of all that are on file. */
function inTime(cells: readonly Cell[], { time }: Query): Cell[] {
  const only = onlyEnd(time);
  if (only) {
    const ends = cells.flatMap((cell) => cell.period.end ?? []).sort();
    const wanted = (only === 'latest' ? ends.at(-1) : ends[0]) ?? null;
    return cells.filter((cell) => cell.period.end === wanted);
  }
  const { start, end } = boundsOf(time);
  return cells.filter(
    ({ period }) =>
      (!start || (period.start ?? period.end ?? '') >= start) &&
      (!end || (period.end ?? period.start ?? '') <= end),
  );
}

/** One source for each subject: the first that has a figure there, else the first that has anything. */
function preferredOnly(all: readonly Cell[], asked: readonly Cell[], { sources }: Indicator): Cell[] {
  const subject = (cell: Cell): string =>
    [cell.area, cell.counterpart, cell.breakdown, cell.basis, cell.computed !== null].join();
  return all.filter((cell) => {
    const beside = asked.filter((one) => subject(one) === subject(cell));
    const first =
      sources.find((id) => beside.some((one) => one.source === id && one.stated)) ??
      sources.find((id) => beside.some((one) => one.source === id));
    return cell.source === first;
  });
}

/** The places whose people are wanted, asked for in the same way: together where the figures are together. */
function placesOf(
  of: 'area' | 'origin',
  query: Query,
  { catalogue }: World,
): Pick<Query, 'country' | 'group' | 'by'> {
  const groups = new Set(catalogue.areas.filter((area) => area.kind === 'group').map((area) => area.code));
  const asked = of === 'area' ? [...query.country, ...query.group] : query.origin;
  const country = asked.filter((code) => !groups.has(code) && !['_T', '_Z'].includes(code));
  const apart = query.by.includes(of) || country.length < 2;
  return {
    country,
    group: asked.filter((code) => groups.has(code)),
    by: apart ? ['area', 'origin', 'breakdown', 'source'] : ['origin', 'breakdown', 'source'],
  };
}

const grouped = (cells: readonly Cell[], key: (cell: Cell) => string): Cell[][] => {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) groups.set(key(cell), [...(groups.get(key(cell)) ?? []), cell]);
  return [...groups.values()];
};

export function referenceAnswer(world: World, query: Query): Cell[] {
  const { transform } = query;
  const preferred = query.source[0] === 'preferred';
  // An interval is made of the months that it names: asked of all time, there is none.
  const time = intervalOf(query.time) ? query.time : ALL_TIME;
  const plain = { ...query, transform: null, source: preferred ? [] : query.source, time };
  const indicator = world.catalogue.indicators.find((one) => one.id === query.indicator) as Indicator;
  const onFile = referenceCells(world, plain);
  const asked = inTime(onFile, query);
  const all = preferred ? preferredOnly(onFile, asked, indicator) : onFile;
  if (!transform) return inTimeOf(all, asked);
  const { signed, measure } = indicator;
  const bySeries = grouped(all, (cell) => `${seriesKey(cell)} ${cell.computed ?? ''}`);
  const made = ((): Cell[] => {
    switch (transform.id) {
      case 'change':
      case 'change-percent':
        return bySeries.flatMap((cells) =>
          changeOnYear(cells, { in: transform.id === 'change' ? 'unit' : 'percent', signed, breaks: [] }),
        );
      case 'index': {
        const base = parsePeriod(transform.base);
        if (!base) throw new Error('no base');
        return bySeries.flatMap((cells) => indexToBase(cells, base, []));
      }
      case 'rolling-mean':
        return bySeries.flatMap((cells) =>
          rollingMean(cells, {
            measure,
            length: transform.length,
            per: indicator.per ?? 1,
            signed,
            breaks: [],
          }),
        );
      case 'per-capita': {
        const people = referenceCells(world, {
          ...plain,
          ...placesOf(transform.of, query, world),
          indicator: 'population',
          basis: ['calendar-year'],
          source: ['synthetic-people'],
          origin: [],
          breakdown: [],
          coverage: DEFAULT_COVERAGE,
        });
        // Published figures stand before computed ones, where they are figures.
        const best = grouped(people, (cell) => `${cell.area} ${formatPeriod(cell.period)}`).map(
          (cells) =>
            cells.find((cell) => cell.stated && !cell.computed) ??
            cells.find((cell) => cell.stated) ??
            (cells[0] as Cell),
        );
        return perCapita(all, { of: transform.of, populations: best, per: 100_000 });
      }
      case 'rank': {
        const kinds = new Map(world.catalogue.areas.map((area) => [area.code, area.kind as string]));
        const kind = (code: string): string => kinds.get(code) ?? 'group';
        const beside = (cell: Cell): string =>
          [
            cell.source,
            formatPeriod(cell.period),
            cell.computed !== null,
            kind(cell.area),
            kind(cell.counterpart),
            cell.breakdown === '_T',
          ].join();
        return grouped(inTimeOf(all, asked), beside).flatMap((cells) =>
          rank(cells, { signed, member: seriesKey }),
        );
      }
      case 'share-of-total':
        throw new Error('shares have tests of their own');
    }
  })();
  return inTimeOf(made, asked).map(({ rank: place, ...cell }) =>
    place ? { ...cell, rank: { best: place.best, worst: place.worst, of: place.of } } : cell,
  );
}

const nameOf = (cell: Cell): string =>
  `${seriesKey(cell)} ${formatPeriod(cell.period)} ${cell.computed ?? ''}`;

function inTimeOf(cells: readonly Cell[], asked: readonly Cell[]): Cell[] {
  const names = new Set(asked.map(nameOf));
  return cells.filter((cell) => names.has(nameOf(cell)));
}
