/**
 * The expectations of a recipe about its file, checked while the observations pass: known values, known sums,
 * counts. Each expectation becomes a line of the report, met or not.
 */
import type { Observation } from '#stats/model/observation.ts';
import { comparePeriods, formatPeriod, parsePeriod, type Period } from '#stats/time/period.ts';
import { significant } from '#stats/number.ts';
import type { Expectations } from '../schema/shape.ts';

/** An expectation and its result. */
export interface Check {
  readonly name: string;
  readonly holds: boolean;
  readonly detail: string;
  /** What a newer edition has instead of a count that it has outgrown. */
  readonly outgrown?: number | string;
}

type Value = Expectations['values'][number];
type Where = Expectations['sums'][number]['where'];

const KEYS = ['indicator', 'area', 'counterpart', 'breakdown', 'definition'] as const;
const NUMBERS = ['value', 'low', 'high', 'numerator', 'denominator'] as const;

type Wanted = string | readonly string[] | { readonly not: readonly string[] } | undefined;

function isIn(wanted: Wanted, found: string): boolean {
  if (wanted === undefined || typeof wanted === 'string') return wanted === undefined || wanted === found;
  return 'not' in wanted ? !wanted.not.includes(found) : wanted.includes(found);
}

const numberOf = (o: Observation, name: (typeof NUMBERS)[number]): number | null =>
  name === 'numerator' || name === 'denominator' ? o[name] : (o.stated?.[name] ?? null);

const key = (area: string, period: string): string => `${area} ${period}`;

/** A sum in progress, or a count of observations that should not exist. */
interface Open {
  readonly of: 'value' | 'numerator' | 'denominator' | null;
  readonly where: Where;
  readonly from: string | null;
  readonly to: string | null;
  total: number;
  count: number;
  /** Where the first and the last of the observations stand in their file. */
  first: string | null;
  last: string | null;
}

const dayOf = (text: string | undefined, end: 'start' | 'end'): string | null =>
  text === undefined ? null : (parsePeriod(text)?.[end] ?? null);

export class Expecting {
  private readonly byPlace = new Map<string, { value: Value; found: Observation[] }[]>();
  private readonly loose: { value: Value; found: Observation[] }[] = [];
  private readonly sums: Open[];
  private readonly none: Open[];
  private readonly areas = new Set<string>();
  private readonly counterparts = new Set<string>();
  private first: Period | null = null;
  private last: Period | null = null;
  readonly gaps = new Map<string, number>();
  observations = 0;

  /**
   * @param newer the file is a newer edition than the one that the counts are about: it may have more rows,
   *   later periods, and other gaps. Known values, known sums and what must not exist stay.
   */
  constructor(
    private readonly expect: Expectations,
    private readonly newer = false,
  ) {
    for (const value of expect.values) {
      const entry = { value, found: [] };
      if (value.area === undefined || value.period === undefined) this.loose.push(entry);
      else {
        const place = key(value.area, value.period);
        this.byPlace.set(place, [...(this.byPlace.get(place) ?? []), entry]);
      }
    }
    const open = (where: Where, of: Open['of']): Open => ({
      of,
      where,
      from: dayOf(where.from, 'start'),
      to: dayOf(where.to, 'end'),
      total: 0,
      count: 0,
      first: null,
      last: null,
    });
    this.sums = expect.sums.map((sum) => open(sum.where, sum.of));
    this.none = expect.none.map((none) => open(none.where, null));
  }

  see(o: Observation): void {
    this.observations++;
    this.areas.add(o.area);
    this.counterparts.add(o.counterpart);
    if (o.gap !== null) this.gaps.set(o.gap, (this.gaps.get(o.gap) ?? 0) + 1);
    if (o.period !== this.first && (!this.first || comparePeriods(o.period, this.first) < 0))
      this.first = o.period;
    if (o.period !== this.last && (!this.last || comparePeriods(o.period, this.last) > 0))
      this.last = o.period;
    if (this.byPlace.size > 0 || this.loose.length > 0) this.seeValues(o);
    for (const open of this.sums) seeOpen(open, o);
    for (const open of this.none) seeOpen(open, o);
  }

  private seeValues(o: Observation): void {
    const text = formatPeriod(o.period);
    for (const entry of [...(this.byPlace.get(key(o.area, text)) ?? []), ...this.loose]) {
      const { value } = entry;
      const meant = KEYS.every((name) => value[name] === undefined || value[name] === o[name]);
      if (meant && (value.period === undefined || value.period === text)) entry.found.push(o);
    }
  }

  get coverage(): { areas: number; counterparts: number; first: string; last: string } {
    const text = (period: Period | null): string => (period ? formatPeriod(period) : 'none');
    return {
      areas: this.areas.size,
      counterparts: this.counterparts.size,
      first: text(this.first),
      last: text(this.last),
    };
  }

  /** Every expectation, once all observations have passed. @param dropped rows left out, by reason */
  finish(rows: number, dropped: ReadonlyMap<string, number>): Check[] {
    const { expect } = this;
    const { areas, counterparts, first, last } = this.coverage;
    const checks: Check[] = [];
    const equal = (name: string, wanted: number | string | undefined, found: number | string): void => {
      if (wanted === undefined) return;
      checks.push({ name, holds: wanted === found, detail: `expected ${wanted}, found ${found}` });
    };
    const atLeast = (name: string, wanted: number | string | undefined, found: number | string): void => {
      if (!this.newer || wanted === undefined) return equal(name, wanted, found);
      const detail = `expected ${wanted} or ${typeof wanted === 'number' ? 'more' : 'later'}, found ${found}`;
      const holds = reaches(wanted, found);
      checks.push({ name, holds, detail, ...(holds && found !== wanted && { outgrown: found }) });
    };
    atLeast('rows', expect.rows, rows);
    atLeast('observations', expect.observations, this.observations);
    atLeast('areas', expect.areas, areas);
    atLeast('counterparts', expect.counterparts, counterparts);
    equal('first period', expect.first, first);
    atLeast('last period', expect.last, last);
    if (!this.newer) this.countDropsAndGaps(equal, dropped);
    const values = [...this.byPlace.values()].flat().concat(this.loose);
    for (const value of expect.values) {
      const entry = values.find((entry) => entry.value === value);
      checks.push(checkValue(value, entry?.found ?? []));
    }
    for (const [i, open] of this.sums.entries()) {
      const sum = expect.sums[i];
      if (!sum) continue;
      const { total, count } = open;
      const found = significant(total);
      const holds = count > 0 && Math.abs(found - sum.is) <= sum.within;
      const detail = `expected ${sum.is}, found ${found} in ${count} observations`;
      checks.push({ name: sum.name, holds, detail: holds ? detail : `${detail}${placesOf(open)}` });
    }
    for (const [i, open] of this.none.entries()) {
      const detail = `expected none, found ${open.count} observations${placesOf(open)}`;
      checks.push({ name: expect.none[i]?.name ?? '', holds: open.count === 0, detail });
    }
    return checks;
  }

  private countDropsAndGaps(
    equal: (name: string, wanted: number, found: number) => void,
    dropped: ReadonlyMap<string, number>,
  ): void {
    for (const [reason, count] of Object.entries(this.expect.dropped ?? {})) {
      equal(`left out: ${reason}`, count, dropped.get(reason) ?? 0);
    }
    for (const [gap, count] of Object.entries(this.expect.gaps ?? {})) {
      equal(`gaps ${gap}`, count, this.gaps.get(gap) ?? 0);
    }
  }
}

/** Whether a count is as large, or a period as late. */
function reaches(wanted: number | string, found: number | string): boolean {
  if (typeof wanted === 'number') return Number(found) >= wanted;
  const [should, is] = [parsePeriod(wanted), parsePeriod(String(found))];
  return should !== null && is !== null && comparePeriods(is, should) >= 0;
}

function seeOpen(open: Open, o: Observation): void {
  const { where, of } = open;
  if (where.indicator !== undefined && where.indicator !== o.indicator) return;
  if (where.area !== undefined && where.area !== o.area) return;
  if (where.definition !== undefined && where.definition !== o.definition) return;
  if (where.basis !== undefined && where.basis !== o.basis) return;
  if (!isIn(where.counterpart, o.counterpart) || !isIn(where.breakdown, o.breakdown)) return;
  if (open.from !== null && (o.period.start === null || o.period.start < open.from)) return;
  if (open.to !== null && (o.period.end === null || o.period.end > open.to)) return;
  if (of !== null) {
    const value = numberOf(o, of) ?? (of === 'value' ? (o.stated?.low ?? null) : null);
    if (value === null) return;
    open.total += value;
  }
  open.count++;
  open.first ??= o.locator;
  open.last = o.locator;
}

/** Where observations stand, for somebody who looks for the one that is wrong. */
function placesOf({ first, last }: Open): string {
  if (first === null || last === null) return '';
  return first === last ? `; it stands at ${first}` : `; the first at ${first}, the last at ${last}`;
}

function checkValue(value: Value, found: readonly Observation[]): Check {
  const wanted = NUMBERS.filter((name) => value[name] !== undefined);
  const words = [...KEYS.map((name) => value[name]), value.period].filter((text) => text !== undefined);
  const name = value.name ?? words.join(' ');
  const [only, ...more] = found;
  if (!only) return { name, holds: false, detail: 'there is no such observation' };
  if (more.length > 0) {
    return {
      name,
      holds: false,
      detail: `${found.length} observations are meant; name indicator, breakdown or definition`,
    };
  }
  const wrong = wanted.flatMap((number) => {
    const [is, should] = [numberOf(only, number), value[number] ?? NaN];
    return is !== null && Math.abs(is - should) <= value.within
      ? []
      : [`${number} should be ${should} and is ${is}`];
  });
  if (value.gap !== undefined && only.gap !== value.gap)
    wrong.push(`should be the gap ${value.gap} and is ${only.gap}`);
  if (value.note !== undefined && !only.note?.text.en.includes(value.note)) wrong.push('its note is missing');
  if (wrong.length > 0 && only.locator !== null) wrong.push(`it stands at ${only.locator}`);
  const right = wanted.map((number) => `${number} ${value[number]}`).join(', ') || (value.gap ?? 'note');
  return { name, holds: wrong.length === 0, detail: wrong.length === 0 ? right : wrong.join('; ') };
}
