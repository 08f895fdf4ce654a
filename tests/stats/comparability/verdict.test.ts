/**
 * Which series may be laid side by side: a table of pairs from the indicators and the claims of the founding
 * documents. A series is written `indicator area<origin periods source`, then its breakdown, `:definition`,
 * `~kind of interval`, `=present/expected` where it is computed. `2014?` is an assumed year.
 */
import { describe, expect, it, test } from 'vitest';
import { readCatalogue } from '#sources/catalogue.ts';
import type { Area, Indicator } from '#stats/catalogue.ts';
import { breaksBetween } from '#stats/comparability/break.ts';
import { overlaps } from '#stats/comparability/people.ts';
import { REASON_CODES, REASONS } from '#stats/comparability/reasons.ts';
import type { Subject } from '#stats/comparability/subject.ts';
import { subjectsOf } from '#stats/comparability/subject.ts';
import { lengthOf } from '#stats/comparability/time.ts';
import { VERDICTS, VERDICT_WORDS, comparabilityOf } from '#stats/comparability/verdict.ts';
import type { IntervalKind } from '#stats/observation.ts';
import type { Period } from '#stats/period.ts';
import { parsePeriod } from '#stats/period.ts';
import { cell } from '../transform/cells.ts';
import { BREAKS } from './breaks.ts';

const catalogue = readCatalogue('sources');
const find = <T>(list: readonly T[], fits: (one: T) => boolean, name: string): T => {
  const found = list.find(fits);
  if (!found) throw new Error(`${name} is not in the catalogue`);
  return found;
};
const PRIMARY = ['unodc', 'unodc-2019', 'cbp', 'ohss', 'unhcr', 'world-bank', 'gapminder'];

function subject(text: string): Subject {
  const [id = '', where = '', when = '', source = '', ...rest] = text.trim().split(/ +/);
  const indicator: Indicator = find(catalogue.indicators, (one) => one.id === id, id);
  const [area = '', counterpart = '_Z'] = where.split('<');
  const place = (code: string): Area =>
    code.startsWith('_')
      ? { code, kind: code === '_T' ? 'all' : 'none', name: { en: code, es: code } }
      : find(catalogue.areas, (one) => one.code === code, code);
  const option = (sign: string): string | undefined => rest.find((one) => one.startsWith(sign))?.slice(1);
  const breakdown = rest.find((one) => /^[a-z]+=/.test(one)) ?? '_T';
  const [present, expected] = (option('=') ?? '').split('/').map(Number);
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
    area: place(area),
    counterpart: place(counterpart),
    cells: when.split(',').map((period) => {
      const { basis, ...rest } = key;
      return cell(period.replace('?', ''), '5', {
        ...rest,
        basis,
        periodStatus: period.endsWith('?') ? 'assumed' : 'stated',
        intervalKind: (option('~') ?? 'none') as IntervalKind,
        ...(expected ? { computed: 'sum', coverage: { present: present ?? 0, expected, weight: null } } : {}),
      });
    }),
  };
}

const YES = 'comparable';
const NOTES = 'comparable-with-notes';
const NO = 'not-comparable';
const SW = 'border=southwest';

/** One series, another, the verdict, and its reasons. */
const TABLE: readonly (readonly [string, string, string, string])[] = [
  // Homicide: countries, cities, years, vintages, groups.
  ['homicide-rate SLV 2014 report', 'homicide-rate HND 2014 report', YES, ''],
  ['homicide-rate HNTGU 2014 report', 'homicide-rate HNSAP 2014 report', YES, ''],
  ['homicide-rate HND 2014 report', 'homicide-rate HNSAP 2014 report', NOTES, 'overlap'],
  ['homicide-rate SLV 2014 report', 'homicide-rate HNSAP 2014 report', YES, ''],
  ['homicide-rate SLV 2014 report', 'homicide-rate GTM 2014? report', NOTES, 'assumed-period'],
  ['homicide-rate HND 2012 report', 'homicide-rate HND 2014 report', NOTES, 'break dates'],
  ['homicide-rate SLV 2012 report', 'homicide-rate SLV 2014 report', NOTES, 'dates'],
  ['homicide-rate HND 2010,2014 unodc', 'homicide-rate SLV 2010,2014 unodc', NOTES, 'break'],
  ['homicide-rate HND 2010,2011 unodc', 'homicide-rate SLV 2010,2011 unodc', YES, ''],
  ['homicide-rate HND 2014 report', 'homicide-rate HND 2014 unodc', NOTES, 'source secondary-source'],
  ['homicide-rate HND 2014 unodc', 'homicide-rate HND 2014 unodc-2019', NOTES, 'source'],
  ['homicide-rate MEX 2014 unodc', 'homicide-rate MEX FY2014 unodc', NOTES, 'time-basis'],
  ['homicide-rate northern-triangle 2014 unodc =3/3', 'homicide-rate MEX 2014 unodc', NOTES, 'computed'],
  [
    'homicide-rate northern-triangle 2014 unodc =3/3',
    'homicide-rate SLV 2014 unodc',
    NOTES,
    'overlap computed',
  ],
  [
    'homicide-rate northern-triangle 2014 unodc =2/3',
    'homicide-rate MEX 2014 unodc',
    NOTES,
    'coverage computed',
  ],
  [
    'homicide-rate HND 2014 unodc ~stated',
    'homicide-rate SLV 2014 unodc ~confidence-95',
    NOTES,
    'interval-kind',
  ],
  ['homicides SLV 2015-08-27 report', 'homicides SLV 2015 report', NO, 'time-length time-basis'],
  ['homicides SLV 2014 unodc', 'homicide-rate SLV 2014 unodc', NO, 'unit'],
  ['homicides SLV 2014 unodc', 'population SLV 2014 world-bank', NO, 'stock-flow subject source'],
  ['population SLV 2014 world-bank', 'population HND 2014 world-bank', YES, ''],

  // Apprehensions: events; the border is less than the country; origins; fiscal years and parts of them.
  [
    `uac-apprehensions USA<_T FY2014 report ${SW}`,
    `family-unit-apprehensions USA<_T FY2014 report ${SW}`,
    NOTES,
    'subject',
  ],
  [`uac-apprehensions USA<_T FY2014 cbp ${SW}`, 'uac-apprehensions USA<_T FY2014 cbp', NOTES, 'scope'],
  [
    `uac-apprehensions USA<_T FY2014 report ${SW}`,
    `uac-apprehensions USA<_T FY2014 ohss ${SW} ~rounding`,
    NOTES,
    'source secondary-source rounding',
  ],
  [`uac-apprehensions USA<HND FY2014 cbp ${SW}`, `uac-apprehensions USA<GTM FY2014 cbp ${SW}`, YES, ''],
  [
    `uac-apprehensions USA<HND FY2014 cbp ${SW}`,
    `uac-apprehensions USA<northern-triangle FY2014 cbp ${SW}`,
    NOTES,
    'overlap',
  ],
  [
    `uac-apprehensions USA<HND FY2014 cbp ${SW}`,
    `uac-apprehensions USA<_T FY2014 cbp ${SW}`,
    NOTES,
    'overlap',
  ],
  ['uac-apprehensions USA<_T FY2018 cbp', 'uac-apprehensions USA<_T FY2019 cbp', NOTES, 'dates'],
  ['uac-apprehensions USA<_T FY2019 cbp', 'uac-apprehensions USA<_T FY2021 cbp', NOTES, 'break dates'],
  ['uac-apprehensions USA<_T FY2020 cbp', 'uac-apprehensions USA<_T FY2021 cbp', NOTES, 'break dates'],
  ['uac-apprehensions USA<HND FY2019 cbp', 'uac-apprehensions USA<GTM FY2021 cbp', NOTES, 'break dates'],
  [
    'uac-apprehensions USA<_T FY2021 cbp :title-8',
    'uac-apprehensions USA<_T FY2021 cbp :title-8-and-42',
    NOTES,
    'definition',
  ],
  [
    'uac-apprehensions USA<_T FY2022 cbp',
    'uac-apprehensions USA<_T 2022-10/2023-05 cbp',
    NO,
    'partial-year time-basis dates',
  ],
  [
    'uac-apprehensions USA<_T FY2015 cbp',
    'uac-apprehensions USA<_T 2014-10 cbp',
    NO,
    'partial-year time-basis',
  ],
  [
    'us-otm-apprehensions USA<other-than-mexican 2013-10/2014-04 ohss',
    'us-otm-apprehensions USA<other-than-mexican 2014-10/2015-04 ohss',
    NOTES,
    'dates',
  ],
  [
    'us-otm-apprehensions USA<other-than-mexican 2014-10/2015-04 ohss',
    'us-otm-apprehensions USA<other-than-mexican 2015-05/2015-11 ohss',
    NOTES,
    'season dates',
  ],
  [
    'mexico-apprehensions MEX<central-america-7 2014-10/2015-04 report',
    'us-otm-apprehensions USA<other-than-mexican 2014-10/2015-04 report',
    NOTES,
    'subject origin',
  ],
  [
    'us-otm-apprehensions USA<other-than-mexican 2014-10/2015-04 report',
    `us-otm-apprehensions USA<other-than-mexican 2014-10/2015-04 ohss ${SW} ~rounding`,
    NOTES,
    'scope source secondary-source rounding',
  ],
  [
    'us-otm-apprehensions USA<other-than-mexican 2014-10/2015-04 ohss',
    'uac-apprehensions USA<_T FY2015 ohss',
    NO,
    'partial-year subject time-basis origin overlap',
  ],
  [
    `uac-apprehensions USA<_T FY2014 report ${SW}`,
    `uac-apprehensions-change USA<_T FY2014 report ${SW}`,
    NO,
    'unit',
  ],
  [
    `uac-apprehensions-change USA<_T FY2014 report ${SW}`,
    `family-unit-apprehensions-change USA<_T FY2014 report ${SW}`,
    NOTES,
    'subject',
  ],
  [
    `border-deaths USA FY2014 report ${SW}`,
    `border-deaths USA FY2014 cbp ${SW}`,
    NOTES,
    'source secondary-source',
  ],
  [`border-deaths USA FY2014 cbp ${SW}`, `uac-apprehensions USA<_T FY2014 cbp ${SW}`, NO, 'unit counted'],

  // Asylum: what it is a share of; who decided.
  [
    'asylum-grant-share USA<northern-triangle FY2014 report authority=courts :of-petitions',
    'asylum-grant-share USA<northern-triangle 2014 unhcr authority=courts :of-decided-on-merits',
    NO,
    'denominator time-basis source secondary-source',
  ],
  [
    'asylum-grant-share USA<HND 2014 unhcr authority=courts :of-all-closed',
    'asylum-grant-share USA<HND 2014 unhcr authority=courts :of-decided-on-merits',
    NO,
    'denominator',
  ],
  [
    'asylum-grant-share USA<HND 2014 unhcr authority=courts :of-decided-on-merits',
    'asylum-grant-share USA<GTM 2014 unhcr authority=courts :of-decided-on-merits',
    YES,
    '',
  ],
  [
    'asylum-grant-share USA<northern-triangle FY2014 report authority=courts :of-petitions',
    'asylum-grant-share USA<_T FY2014 report authority=courts :of-petitions',
    NOTES,
    'overlap',
  ],
  [
    'asylum-grant-share MEX<northern-triangle 2015 unhcr :of-all-closed',
    'asylum-grant-share USA<northern-triangle 2015 unhcr authority=courts :of-all-closed',
    NOTES,
    'scope',
  ],
  [
    'justice-reform-states MEX 2014 report stage=fully-operating',
    'justice-reform-states MEX 2014 report stage=partially-adopted',
    YES,
    '',
  ],
  [
    'cam-applications USA<northern-triangle ../2015-10-15 report stage=applied',
    'cam-applications USA<northern-triangle ../2015-10-15 report stage=approved',
    NOTES,
    'scope',
  ],
  [
    'cam-applications USA<northern-triangle ../2015-10-15 report',
    'temporary-visas MEX ../2018-11-14 opinion',
    NO,
    'unit counted time-length origin source secondary-source',
  ],

  // The caravan of 2018: days, groups, places.
  [
    'caravan-size MEX<central-america-7 2018-11-09 ntd caravan=first',
    'caravan-size MEX<central-america-7 2018-11-09 ntd caravan=second-and-third',
    YES,
    '',
  ],
  [
    'caravan-size GTM<HND 2018-10-19 wsws caravan=first',
    'caravan-size MEX<central-america-7 2018-11-09 ntd caravan=first',
    NOTES,
    'dates origin source secondary-source',
  ],
  [
    'caravan-size MEX<central-america-7 2018-11-09 ntd caravan=first',
    'caravan-size MEX<central-america-7 2018-11-14? opinion caravan=all',
    NOTES,
    'dates scope source secondary-source assumed-period',
  ],
  [
    'caravan-size MEX<central-america-7 2018-11-09 ntd caravan=first',
    'caravan-men-share MEX<central-america-7 2018-11-09 ntd caravan=first',
    NO,
    'unit',
  ],
  [
    'caravans MEX<central-america-7 ../2018-11-09 ntd course=stayed',
    'caravans MEX<central-america-7 ../2018-11-09 ntd course=went-on',
    YES,
    '',
  ],
  [
    'border-troops USA 2018-11-14 opinion status=deployed',
    'border-troops USA 2018-10-26 wsws status=planned',
    NOTES,
    'dates scope source secondary-source',
  ],
  [
    'us-troops-stationed HND<USA 2018-10-20 wsws',
    'border-troops USA 2018-10-26 wsws',
    NOTES,
    'subject dates origin',
  ],
  [
    'migrants-returned GTM<HND ../2018-10-26 wsws',
    'border-crossing-group GTM<HND 2018-10-23 wsws',
    NO,
    'time-length subject time-basis',
  ],
  [
    'caravan-daily-distance MEX<central-america-7 unstated@2018-11 opinion travel=before-rides',
    'caravan-daily-distance MEX<central-america-7 2018-11-14 opinion travel=with-rides',
    NOTES,
    'time-basis unplaced scope',
  ],

  // Yearly levels, promises, prices, poverty: figures whose time or measure is loose.
  [
    'migrant-kidnappings MEX<_T annual@2015-11 report',
    'migrant-kidnappings MEX<_T 2010 press',
    NOTES,
    'time-basis unplaced source secondary-source',
  ],
  [
    'migrant-kidnappings MEX<_T annual@2015-11 report',
    'migrant-kidnappings MEX<_T 2010-04/2010-09 press',
    NO,
    'partial-year time-basis unplaced source secondary-source',
  ],
  [
    'aid-commitment northern-triangle<USA unstated@2015-11 report programme=alliance-for-prosperity',
    'aid-commitment mexico-and-central-america<USA 2008-01-01/.. report programme=merida-initiative',
    NO,
    'time-length time-basis unplaced scope overlap',
  ],
  [
    'security-aid HND<USA unstated@2018-10-20 wsws',
    'aid-commitment northern-triangle<USA unstated@2015-11 report',
    NO,
    'unit time-length unplaced overlap source secondary-source',
  ],
  ['ransom MEX unstated@2015-11 report', 'daily-wage SLV unstated@2015-11 report', NO, 'unit unplaced'],
  [
    'daily-wage SLV unstated@2015-11 report occupation=bus-driver',
    'daily-wage SLV unstated@2015-11 report occupation=factory-worker',
    NOTES,
    'unplaced scope',
  ],
  [
    'poverty-share HND unstated@2018-10-20 wsws :not-stated',
    'poverty-share HND 2018 gapminder :national-line',
    NO,
    'denominator time-basis unplaced source secondary-source',
  ],
  [
    'poverty-change HND 2009-06-28/2011-06-28 wsws poverty=poverty',
    'poverty-change HND 2009-06-28/2011-06-28 wsws poverty=extreme-poverty',
    NOTES,
    'scope',
  ],
  [
    'poverty-change HND 2009-06-28/2011-06-28 wsws',
    'uac-apprehensions-change USA<_T FY2011 wsws',
    NO,
    'counted time-length subject time-basis',
  ],
  [
    'protest-deaths HND ../2018-02-28 opinion',
    'homicides HND 2017 unodc',
    NO,
    'time-length subject time-basis source secondary-source',
  ],
  [
    'visa-processing-days MEX unstated@2018-11 opinion',
    'distance-across-mexico MEX unstated@2015-11 report',
    NO,
    'unit counted unplaced source secondary-source',
  ],
];

describe('whether two series may be laid side by side', () => {
  test.each(TABLE)('%s | %s: %s (%s)', (left, right, verdict, reasons) => {
    const pair = [subject(left), subject(right)];
    const found = comparabilityOf(pair, BREAKS);
    expect(`${found.verdict}: ${found.reasons.map((one) => one.code).join(' ')}`).toBe(
      `${verdict}: ${reasons}`,
    );
    const turned = comparabilityOf([...pair].reverse(), BREAKS);
    expect(turned.reasons.map((one) => one.code)).toEqual(found.reasons.map((one) => one.code));
  });

  it('uses every reason there is, and tells it in both languages', () => {
    const used = new Set(TABLE.flatMap(([, , , reasons]) => reasons.split(' ')));
    used.delete('');
    expect([...used].sort()).toEqual([...REASON_CODES].sort());
    for (const { words, rule } of Object.values(REASONS)) {
      for (const text of [words, rule]) {
        expect(text.en).toMatch(/^[A-Z].*(\.|\{list\})$/);
        expect(text.es).toMatch(/^[A-ZÁÉÍÓÚÑ].*(\.|\{list\})$/);
      }
      expect(words.en.includes('{list}')).toBe(words.es.includes('{list}'));
    }
    expect(Object.keys(VERDICT_WORDS)).toEqual([...VERDICTS]);
  });

  it('names what differs', () => {
    const pair = [subject('homicide-rate HND 2012 report'), subject('homicide-rate HND 2014 unodc')];
    const { reasons } = comparabilityOf(pair, BREAKS);
    expect(reasons.map((one) => one.text.en)).toEqual([
      'The way of counting changed between these periods, or may have: The way of classing murders may have changed between 2012 and 2014.',
      'They have no period in common.',
      'They come from different sources: report, unodc.',
      'Some are as another publication printed them: report.',
    ]);
    expect(reasons[0]?.of).toEqual(['honduras-homicide-classes']);
  });
});

describe('any set of series', () => {
  it('one series is held against itself over time', () => {
    const alone = comparabilityOf([subject('homicide-rate HND 2010,2012,2014 unodc')], BREAKS);
    expect(alone.reasons.map((one) => one.code)).toEqual(['break']);
    expect(comparabilityOf([subject('homicide-rate SLV 2012,2014 unodc')], BREAKS).verdict).toBe(YES);
    expect(comparabilityOf([], BREAKS).verdict).toBe(YES);
  });

  it('has the reasons of all its pairs', () => {
    const set = ['SLV 2014 report', 'HND 2014 unodc', 'HNSAP 2014? report'].map((text) =>
      subject(`homicide-rate ${text}`),
    );
    expect(comparabilityOf(set, BREAKS).reasons.map((one) => one.code)).toEqual([
      'overlap',
      'source',
      'secondary-source',
      'assumed-period',
    ]);
  });

  it('is taken from an answer as it stands, without its gaps', () => {
    const indicator = find(catalogue.indicators, (one) => one.id === 'homicides', 'homicides');
    const [source] = catalogue.sources;
    if (!source) throw new Error('no source');
    const cells = [
      cell('2014', '5', { source: source.id }),
      cell('2014', '-', { source: source.id, area: 'SLV' }),
    ];
    const subjects = subjectsOf({ cells, indicator, areas: catalogue.areas, sources: catalogue.sources });
    expect(subjects.map((one) => `${one.area.code} ${one.cells.length}`)).toEqual(['HND 1']);
  });
});

describe('a break', () => {
  const uac = { indicator: 'uac-apprehensions', area: 'USA', source: 'cbp', definition: 'main' };
  const between = (a: string, b: string, series = uac): string[] =>
    breaksBetween(series, parsePeriod(a) as Period, parsePeriod(b) as Period, BREAKS).map((one) => one.id);

  it('parts what is before it from what is after, and a year that holds both from both', () => {
    expect(between('FY2018', 'FY2019')).toEqual([]);
    expect(between('FY2019', 'FY2020')).toEqual(['title-42-begins']);
    expect(between('FY2020', 'FY2021')).toEqual(['title-42-begins']);
    expect(between('FY2021', 'FY2022')).toEqual([]);
  });

  it('of which only a span is known parts whatever touches the span', () => {
    const rate = { ...uac, indicator: 'homicide-rate', area: 'HND' };
    expect(between('2012', '2013', rate)).toEqual(['honduras-homicide-classes']);
    expect(between('2013', '2014', rate)).toEqual(['honduras-homicide-classes']);
    expect(between('2014', '2015', rate)).toEqual([]);
    expect(between('2012', '2014', { ...rate, area: 'SLV' })).toEqual([]);
  });

  it('does not part what has no place in time', () => {
    expect(between('annual@2015-11', 'FY2021')).toEqual([]);
  });
});

test('how long periods are', () => {
  const length = (text: string): string => lengthOf(parsePeriod(text) as Period);
  expect(
    ['2014', 'FY2014', '2014-10/2015-04', '2014-10/2015-09', '2009-06-28/2011-06-28', '2018-10-19'].map(
      length,
    ),
  ).toEqual(['year', 'year', '7 months', 'year', '731 days', '1 days']);
});

test('places that share people', () => {
  const place = (code: string): Area => find(catalogue.areas, (one) => one.code === code, code);
  const meet = (a: string, b: string): boolean => overlaps(place(a), place(b));
  expect([
    meet('HND', 'HNSAP'),
    meet('northern-triangle', 'HNSAP'),
    meet('HND', 'northern-triangle'),
  ]).toEqual([true, true, true]);
  expect([meet('HNTGU', 'HNSAP'), meet('HND', 'SLV'), meet('MEX', 'northern-triangle')]).toEqual([
    false,
    false,
    false,
  ]);
});
