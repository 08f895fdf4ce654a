/** Which series may be shown side by side: the table of pairs, and larger sets. */
import { VERDICT_WORDS } from '#stats/wording/comparability.ts';
import { describe, expect, it, test } from 'vitest';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import type { Area, Indicator } from '#stats/model/catalogue.ts';
import { breaksBetween, doubtsBetween } from '#stats/model/break.ts';
import { extentOf } from '#stats/model/area-overlap.ts';
import { REASON_CODES, REASONS } from '#stats/comparability/reasons.ts';
import type { Subject } from '#stats/comparability/subject.ts';
import { subjectsOf } from '#stats/comparability/subject.ts';
import { lengthOf } from '#stats/comparability/time.ts';
import { VERDICTS, comparabilityOf } from '#stats/comparability/verdict.ts';
import type { IntervalKind } from '#stats/model/observation.ts';
import type { Period } from '#stats/time/period.ts';
import { countingUnitOf } from '#stats/model/counting-unit.ts';
import { parsePeriod } from '#stats/time/period.ts';
import { cellFrom } from '../transform/cells.ts';
import { BREAKS } from './breaks.ts';
import { PAIRS } from './pairs.ts';

const catalogue = readCatalogue('sources');
const find = <T>(list: readonly T[], fits: (entry: T) => boolean, name: string): T => {
  const found = list.find(fits);
  if (!found) throw new Error(`${name} is not in the catalogue`);
  return found;
};
const AREAS = new Map(catalogue.areas.map((area) => [area.code, area]));
const PRIMARY = ['unodc', 'unodc-2019', 'cbp', 'ohss', 'unhcr', 'world-bank', 'gapminder'];

function subject(text: string): Subject {
  const [id = '', where = '', when = '', source = '', ...rest] = text.trim().split(/ +/);
  const indicator: Indicator = find(catalogue.indicators, (indicator) => indicator.id === id, id);
  const [area = '', counterpart = '_Z'] = where.split('<');
  const subjectArea = (code: string): Subject['area'] => ({
    ...(code.startsWith('_')
      ? { code, kind: code === '_T' ? 'all' : 'none', name: { en: code, es: code } }
      : find(catalogue.areas, (area) => area.code === code, code)),
    extent: extentOf(code, AREAS),
  });
  const option = (sign: string): string | undefined => rest.find((text) => text.startsWith(sign))?.slice(1);
  const breakdown = rest.find((text) => /^[a-z]+=/.test(text)) ?? '_T';
  const [present, expected] = (option('=') ?? '').split('/').map(Number);
  const [numerator = null, denominator = null] = (option('#')?.split('/') ?? []).map(Number);
  const key = {
    indicator: id,
    source,
    area,
    counterpart,
    breakdown,
    definition: option(':') ?? 'main',
    basis: (parsePeriod(when.split(',')[0]?.replace('?', '') ?? '') as Period).basis,
  };
  return {
    key,
    indicator,
    source: {
      id: source,
      kind: PRIMARY.includes(source) ? 'primary' : 'secondary',
      shortTitle: { en: source, es: source },
    },
    area: subjectArea(area),
    counterpart: subjectArea(counterpart),
    cells: when.split(',').map((period) => {
      const { basis, ...rest } = key;
      return cellFrom(period.replace('?', ''), '5', {
        ...rest,
        basis,
        numerator,
        denominator,
        periodStatus: period.endsWith('?') ? 'assumed' : 'stated',
        intervalKind: (option('~') ?? 'none') as IntervalKind,
        ...(expected ? { computed: 'sum', coverage: { present: present ?? 0, expected, weight: null } } : {}),
      });
    }),
  };
}

describe('whether two series may be laid side by side', () => {
  test.each(PAIRS)('%s | %s: %s (%s)', (left, right, verdict, reasons) => {
    const pair = [subject(left), subject(right)];
    const found = comparabilityOf(pair, BREAKS);
    expect(`${found.verdict}: ${found.reasons.map((reason) => reason.code).join(' ')}`).toBe(
      `${verdict}: ${reasons}`,
    );
    const turned = comparabilityOf([...pair].reverse(), BREAKS);
    expect(turned.reasons.map((reason) => reason.code)).toEqual(found.reasons.map((reason) => reason.code));
  });

  it('uses every reason there is, and tells it in both languages', () => {
    const used = new Set(PAIRS.flatMap(([, , , reasons]) => reasons.split(' ')));
    used.delete('');
    expect([...used].sort()).toEqual([...REASON_CODES].sort());
    for (const { words, rule } of Object.values(REASONS)) {
      const listed = words({ en: 'Honduras', es: 'México' });
      for (const text of [listed, rule]) {
        expect(text.en).toMatch(/^[A-Z].*(\.|Honduras)$/);
        expect(text.es).toMatch(/^[A-ZÁÉÍÓÚÑ].*(\.|México)$/);
      }
      expect(listed.en.includes('Honduras')).toBe(listed.es.includes('México'));
    }
    expect(Object.keys(VERDICT_WORDS)).toEqual([...VERDICTS]);
  });

  it('names what differs', () => {
    const pair = [subject('homicide-rate HND 2012 report'), subject('homicide-rate HND 2014 unodc')];
    const { reasons } = comparabilityOf(pair, BREAKS);
    expect(reasons.map((reason) => reason.text.en)).toEqual([
      'The counting method changed, or may have changed, between these periods: The way of classing murders may have changed between 2012 and 2014.',
      'They have no period in common.',
      'They come from different sources: report, unodc.',
      'Some are quoted from another publication: report.',
    ]);
    expect(reasons[0]?.of).toEqual(['honduras-homicide-classes']);
  });
});

describe('what is counted', () => {
  const codes = (...texts: string[]): string[] =>
    comparabilityOf(texts.map(subject), []).reasons.map(({ code, of }) => `${code}: ${of.join(' ')}`);

  it('belongs to the definition: persons of the courts and cases of the immigration service stand apart', () => {
    const persons = 'asylum-applications USA<HND 2014 unhcr :persons authority=courts;application=new';
    const cases = 'asylum-applications USA<HND 2014 unhcr :cases authority=uscis;application=new';
    expect(codes(persons, cases)).toContain('counted: persons cases');
    expect(comparabilityOf([subject(persons), subject(cases)], []).verdict).toBe('not-comparable');
    expect(codes(persons, persons.replace('HND', 'SLV'))).toEqual([]);
  });

  it('is what the indicator counts where a definition does not say it', () => {
    const { definitions } = find(
      catalogue.indicators,
      ({ id }) => id === 'asylum-grant-share',
      'asylum-grant-share',
    );
    const units = definitions.map(({ code }) => countingUnitOf({ counted: 'cases', definitions }, code));
    expect(units).toEqual(['persons', 'persons', 'cases', 'cases']);
    expect(countingUnitOf({ counted: 'events', definitions: [] }, 'main')).toBe('events');
  });
});

describe('any set of series', () => {
  it('one series is held against itself over time', () => {
    const alone = comparabilityOf([subject('homicide-rate HND 2010,2012,2014 unodc')], BREAKS);
    expect(alone.reasons.map((reason) => reason.code)).toEqual(['break']);
    expect(comparabilityOf([subject('homicide-rate SLV 2012,2014 unodc')], BREAKS).verdict).toBe(
      'comparable',
    );
    expect(comparabilityOf([], BREAKS).verdict).toBe('comparable');
  });

  it('has the reasons of all its pairs', () => {
    const set = ['SLV 2014 report', 'HND 2014 unodc', 'HNSAP 2014? report'].map((text) =>
      subject(`homicide-rate ${text}`),
    );
    expect(comparabilityOf(set, BREAKS).reasons.map((reason) => reason.code)).toEqual([
      'overlap',
      'source',
      'secondary-source',
      'assumed-period',
    ]);
  });

  it('is judged without looking at every pair: 90,000 series', () => {
    const first = subject('homicide-rate SLV 2014 unodc');
    const codes = Array.from({ length: 300 }, (_, i) => `X${i}`);
    const areas = codes.map((code): Subject['area'] => ({
      code,
      kind: 'country',
      extent: extentOf(code, new Map()),
    }));
    const set = areas.flatMap((area) =>
      areas.map((counterpart) => ({
        ...first,
        area,
        counterpart,
        key: { ...first.key, area: area.code, counterpart: counterpart.code },
      })),
    );
    expect(comparabilityOf(set, BREAKS).reasons.map((found) => found.code)).toEqual(['origin']);
  });

  it('is taken from an answer as it stands, without its gaps', () => {
    const indicator = find(catalogue.indicators, (indicator) => indicator.id === 'homicides', 'homicides');
    const [source] = catalogue.sources;
    if (!source) throw new Error('no source');
    const cells = [
      cellFrom('2014', '5', { source: source.id }),
      cellFrom('2014', '-', { source: source.id, area: 'SLV' }),
    ];
    const subjects = subjectsOf({ cells, indicator, areas: catalogue.areas, sources: catalogue.sources });
    expect(subjects.map((subject) => `${subject.area.code} ${subject.cells.length}`)).toEqual(['HND 1']);
  });
});

describe('a break', () => {
  const uac = { indicator: 'uac-apprehensions', area: 'USA', source: 'cbp', definition: 'main' };
  const between = (a: string, b: string, series = uac): string[] =>
    breaksBetween(series, parsePeriod(a) as Period, parsePeriod(b) as Period, BREAKS).map(
      (seriesBreak) => seriesBreak.id,
    );
  const doubts = (a: string, b: string, series = uac): number =>
    doubtsBetween(series, parsePeriod(a) as Period, parsePeriod(b) as Period, BREAKS).length;

  it('parts what is before it from what is after, and a year that holds both from both', () => {
    expect(between('FY2018', 'FY2019')).toEqual([]);
    expect(between('FY2019', 'FY2020')).toEqual(['title-42-begins']);
    expect(between('FY2020', 'FY2021')).toEqual(['title-42-begins']);
    expect(between('FY2021', 'FY2022')).toEqual([]);
  });

  it('of which only a span is known parts whatever touches the span; a doubt parts nothing and is noted', () => {
    const rate = { ...uac, indicator: 'homicide-rate', area: 'HND' };
    expect(doubts('2012', '2013', rate)).toBe(1);
    expect(doubts('2013', '2014', rate)).toBe(1);
    expect(doubts('2014', '2015', rate)).toBe(0);
    expect(doubts('2012', '2014', { ...rate, area: 'SLV' })).toBe(0);
    expect(between('2012', '2014', rate)).toEqual([]);
    expect(doubts('FY2019', 'FY2020')).toBe(0);
  });

  it('blocks apprehensions at Title 42, and is a note on encounters', () => {
    const across = (indicator: string): readonly [number, number] => {
      const series = { ...uac, indicator };
      const [a, b] = [parsePeriod('FY2019') as Period, parsePeriod('FY2020') as Period];
      const { breaks = [] } = catalogue;
      return [breaksBetween(series, a, b, breaks).length, doubtsBetween(series, a, b, breaks).length];
    };
    expect(across('border-apprehensions')).toEqual([1, 0]);
    expect(across('border-encounters')).toEqual([0, 1]);
  });

  it('does not part what has no place in time', () => {
    expect(between('annual@2015-11', 'FY2021')).toEqual([]);
  });
});

test('a fiscal year and twelve months are as long as a year; other spans are counted in months or days', () => {
  const length = (text: string): string => lengthOf(parsePeriod(text) as Period);
  expect(
    ['2014', 'FY2014', '2014-10/2015-04', '2014-10/2015-09', '2009-06-28/2011-06-28', '2018-10-19'].map(
      length,
    ),
  ).toEqual(['year', 'year', '7 months', 'year', '731 days', '1 days']);
});

describe('a group of groups', () => {
  // A ⊃ B ⊃ HND, and C ⊃ HND: no cell of the answer has the groups in between.
  const group = (code: string, ...members: string[]): Area => ({
    code,
    kind: 'group',
    name: { en: code, es: code },
    members: members.map((area) => ({ area })),
  });
  const areas = [...catalogue.areas, group('A', 'B'), group('B', 'HND'), group('C', 'HND', 'SLV')];
  const indicator = find(catalogue.indicators, ({ id }) => id === 'homicide-rate', 'homicide-rate');
  const reasonsFor = (...codes: string[]): string[] => {
    const cells = codes.map((area) =>
      cellFrom('2014', '5', { area, source: indicator.sources[0] ?? '', counterpart: '_Z' }),
    );
    const subjects = subjectsOf({ cells, indicator, areas, sources: catalogue.sources });
    return comparabilityOf(subjects, []).reasons.map(({ code, of }) => `${code}: ${of.join(' ')}`);
  };

  it('overlaps with a country that lies two levels down', () => {
    expect(reasonsFor('A', 'HND')).toEqual(['overlap: A HND']);
  });
  it('overlaps with another group that has the same country', () => {
    expect(reasonsFor('A', 'C')).toEqual(['overlap: A C']);
  });
  it('overlaps with a city of a country two levels down', () => {
    expect(reasonsFor('A', 'HNSAP')).toEqual(['overlap: A HNSAP']);
  });
  it('does not overlap with a country outside', () => {
    expect(reasonsFor('A', 'MEX')).toEqual([]);
  });
});
