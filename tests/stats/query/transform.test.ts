/** How `transform=` is written, and the errors for transforms without a meaning. */
import { REFUSALS } from '#stats/wording/transforms.ts';
import { describe, expect, test } from 'vitest';
import type { Indicator } from '#stats/model/catalogue.ts';
import { parseParameters } from '#stats/query-string.ts';
import { formatQuery, parseQuery } from '#stats/query/query.ts';
import { formatTransform, legalTransforms, parseTransform } from '#stats/query/transform.ts';
import { refusalOf } from '#stats/query/transform-legality.ts';
import { foundingCatalogue, foundingIndicator, problemOf } from '../founding.ts';
import { type Query, TRANSFORM_IDS } from '#stats/model/query.ts';

/** The founding indicators, two of them in their current form: one with months too, one with two sources. */
const known = (id: string): Indicator => {
  const indicator = foundingIndicator(id);
  if (id === 'uac-apprehensions') return { ...indicator, bases: ['us-fiscal-year', 'month'] };
  return id === 'homicide-rate' ? { ...indicator, sources: ['migrant-crisis-2015', 'another'] } : indicator;
};
const ask = (id: string, search: string): Query =>
  parseQuery(parseParameters(search), known(id), foundingCatalogue);
const canonical = (id: string, search: string): string => formatQuery(ask(id, search), known(id));
const problem = (id: string, search: string) => problemOf(() => ask(id, search));

describe('one text for each meaning', () => {
  test.each([
    ['uac-apprehensions', 'transform=per-capita:area', 'transform=per-capita'],
    ['uac-apprehensions', 'transform=index:2010', 'transform=index:FY2010'],
    ['uac-apprehensions', 'basis=us-fiscal-year&transform=index:FY2010', 'transform=index:FY2010'],
    ['uac-apprehensions', 'basis=us-fiscal-year~month&transform=index:2010', 'transform=index:FY2010'],
    ['uac-apprehensions', 'basis=us-fiscal-year&transform=change', 'basis=us-fiscal-year&transform=change'],
    ['uac-apprehensions', 'stackMode=relative', 'transform=share-of-total'],
    ['homicide-rate', 'transform=index:2010', 'transform=index:2010'],
    ['homicide-rate', 'source=preferred&transform=rank', 'source=preferred&transform=rank'],
    ['homicide-rate', 'transform=ratio:area=Mexico', 'transform=ratio:area=MEX'],
    ['homicide-rate', 'transform=ratio:time=2013~area=MEX', 'transform=ratio:area=MEX~time=2013'],
    ['homicide-rate', 'transform=ratio:source=another', 'transform=ratio:source=another'],
    [
      'uac-apprehensions',
      'basis=us-fiscal-year&transform=ratio:time=2013',
      'basis=us-fiscal-year&transform=ratio:time=FY2013',
    ],
    // If the query names calendar years, they are added up from months.
    [
      'uac-apprehensions',
      'basis=calendar-year&transform=ratio:time=2013',
      'basis=calendar-year&transform=ratio:time=2013',
    ],
    ['uac-apprehensions', 'transform=ratio:time=2013-10/2014-04', 'transform=ratio:time=2013-10/2014-04'],
    [
      'uac-apprehensions',
      'transform=ratio:indicator=population~time=2014~area=USA',
      'transform=ratio:area=USA~indicator=population~time=2014',
    ],
    ['uac-apprehensions', 'transform=share-of:origin=_T', 'transform=share-of:origin=_T'],
    [
      'uac-apprehensions',
      'transform=share-of:origin=northern-triangle~breakdown=_T',
      'transform=share-of:breakdown=_T~origin=northern-triangle',
    ],
    ['homicide-rate', 'time=2010..2014&transform=rank:time', 'time=2010..2014&transform=rank:time'],
    // A rank among areas has a meaning in a single year, one over time has not.
    ['homicide-rate', 'time=2014&transform=rank', 'time=2014&transform=rank'],
    ['homicide-rate', 'time=2014&transform=rank:area', 'time=2014&transform=rank:area'],
    ['homicide-rate', 'transform=change-percent', 'transform=change-percent'],
    ['homicide-rate', 'transform=index:0002', 'transform=index:0002'],
    ['uac-apprehensions', 'transform=rolling-mean:2', 'transform=rolling-mean:2'],
    ['uac-apprehensions', 'transform=rolling-mean:60', 'transform=rolling-mean:60'],
    ['uac-apprehensions', 'transform=per-capita:origin', 'transform=per-capita:origin'],
    // If there is only one source, it is preferred whatever the query names.
    ['population', 'source=preferred', ''],
  ])('%s: %s is %s', (id, written, text) => expect(canonical(id, written)).toBe(text));

  test('what an indicator does not publish in whole years has no index', () => {
    expect(ask('uac-apprehensions', 'transform=index:2010').basis).toEqual(['us-fiscal-year']);
    expect(ask('uac-apprehensions', 'transform=change').basis).toEqual(['us-fiscal-year', 'month']);
  });
});

describe('a transform that has no meaning is refused, and it is said why', () => {
  test.each(TRANSFORM_IDS)('%s, for every indicator', (id) => {
    const text =
      {
        index: 'index:2010',
        'rolling-mean': 'rolling-mean:3',
        ratio: 'ratio:area=MEX',
        'share-of': 'share-of:breakdown=_T',
      }[id as string] ?? id;
    for (const indicator of foundingCatalogue.indicators) {
      const reason = refusalOf(id, indicator);
      if (!reason) continue;
      const found = problem(indicator.id, `transform=${text}`);
      expect(found).toMatchObject({ code: 'unknown-value', parameter: 'transform', value: id });
      expect(found.text).toEqual(REFUSALS[reason]);
      expect(found.accepted).not.toContain(id);
    }
  });

  test.each([
    ['homicide-rate', 'transform=per-captia', 'unknown-value', 'per-captia'],
    ['homicide-rate', 'transform=', 'unknown-value', ''],
    ['uac-apprehensions', 'transform=index', 'malformed', 'index'],
    ['uac-apprehensions', 'transform=index:latest', 'malformed', 'index:latest'],
    ['uac-apprehensions', 'transform=index:2014-10', 'malformed', 'index:2014-10'],
    ['homicide-rate', 'transform=index:FY2014', 'malformed', 'index:FY2014'],
    ['uac-apprehensions', 'transform=rolling-mean', 'malformed', 'rolling-mean'],
    ['uac-apprehensions', 'transform=rolling-mean:1', 'malformed', 'rolling-mean:1'],
    ['uac-apprehensions', 'transform=rolling-mean:61', 'malformed', 'rolling-mean:61'],
    ['uac-apprehensions', 'transform=share-of-total:time', 'malformed', 'share-of-total:time'],
    ['uac-apprehensions', 'transform=change-percent:2010', 'malformed', 'change-percent:2010'],
    ['homicide-rate', 'transform=index:0001', 'malformed', 'index:0001'],
    ['homicide-rate', 'transform=index:12014', 'malformed', 'index:12014'],
    ['uac-apprehensions', 'transform=rolling-mean:1e1', 'malformed', 'rolling-mean:1e1'],
    ['uac-apprehensions', 'transform=per-capita:world', 'malformed', 'per-capita:world'],
    ['uac-apprehensions', 'transform=change:2010', 'malformed', 'change:2010'],
    ['homicide-rate', 'transform=rank:source', 'malformed', 'rank:source'],
    ['homicides', 'transform=per-capita:origin', 'unknown-value', 'per-capita'],
    ['homicide-rate', 'transform=ratio', 'malformed', 'ratio'],
    ['homicide-rate', 'transform=ratio:', 'malformed', 'ratio:'],
    ['homicide-rate', 'transform=ratio:MEX', 'malformed', 'ratio:MEX'],
    ['homicide-rate', 'transform=ratio:area=', 'malformed', 'ratio:area='],
    ['homicide-rate', 'transform=ratio:area=MEX~area=SLV', 'malformed', 'ratio:area=MEX~area=SLV'],
    ['homicide-rate', 'transform=ratio:area=MEX~', 'malformed', 'ratio:area=MEX~'],
    ['homicide-rate', 'transform=ratio:area=Atlantis', 'unknown-value', 'Atlantis'],
    ['homicide-rate', 'transform=ratio:time=latest', 'malformed', 'ratio:time=latest'],
    ['homicide-rate', 'transform=ratio:time=2010..2014', 'malformed', 'ratio:time=2010..2014'],
    ['homicide-rate', 'transform=ratio:time=FY2014', 'malformed', 'ratio:time=FY2014'],
    ['homicide-rate', 'transform=ratio:definition=other', 'unknown-value', 'other'],
    ['homicide-rate', 'transform=ratio:source=nobody', 'unknown-value', 'nobody'],
    ['homicide-rate', 'transform=ratio:breakdown=sex', 'unknown-value', 'sex'],
    ['homicide-rate', 'transform=ratio:origin=_T', 'unknown-value', 'ratio'],
    ['homicide-rate', 'transform=ratio:indicator=nothing', 'unknown-value', 'nothing'],
    [
      'homicide-rate',
      'transform=ratio:indicator=homicide-rate',
      'malformed',
      'ratio:indicator=homicide-rate',
    ],
    // A rate is not divided by a count, nor a count by a figure that may be negative or is in miles.
    ['homicide-rate', 'transform=ratio:indicator=population', 'unknown-value', 'ratio'],
    ['uac-apprehensions', 'transform=ratio:indicator=uac-apprehensions-change', 'unknown-value', 'ratio'],
    ['uac-apprehensions', 'transform=ratio:indicator=distance-across-mexico', 'unknown-value', 'ratio'],
    ['uac-apprehensions', 'transform=share-of:time=FY2013', 'malformed', 'share-of:time=FY2013'],
    ['uac-apprehensions', 'transform=share-of', 'malformed', 'share-of'],
    ['homicide-rate', 'time=2014&transform=rank:time', 'malformed', 'rank:time'],
    ['homicide-rate', 'time=latest&transform=rank:time', 'malformed', 'rank:time'],
  ])('%s: %s', (id, search, code, value) => {
    const found = problem(id, search);
    expect(found).toMatchObject({ code, parameter: 'transform', value });
    expect(found.accepted.length).toBeGreaterThan(0);
    expect(found.text.es).not.toBe(found.text.en);
  });

  test('months are not divided by a population, and a basis that is named is not dropped', () => {
    expect(problem('uac-apprehensions', 'basis=month&transform=per-capita').text).toEqual(
      REFUSALS['months-per-head'],
    );
    expect(problem('uac-apprehensions', 'basis=month&transform=index:2010').text).toEqual(
      REFUSALS['not-years'],
    );
    expect(problem('uac-apprehensions', 'time=2014-10/2015-04&transform=change').text).toEqual(
      REFUSALS['no-sequence'],
    );
  });

  test('a bare base year between two kinds of year is refused, and both forms are named', () => {
    const found = problem('asylum-grant-share', 'basis=calendar-year~us-fiscal-year&transform=index:2014');
    expect(found.accepted).toEqual(['basis=calendar-year&transform=index:2014', 'index:FY2014']);
  });

  test('a fiscal base year of an indicator by calendar years is refused, and the calendar year is named', () => {
    const found = problem('homicide-rate', 'transform=index:FY2014');
    expect(found.accepted).toEqual(['index:2014']);
    expect(found.text.en).toContain('FY2014');
  });

  test('a rank over time of a single period is refused, and all other ranks are named', () => {
    expect(problem('homicide-rate', 'time=2014&transform=rank:time').accepted).toEqual([
      'rank:time',
      'rank',
      'rank:area',
      'rank:origin',
      'rank:breakdown',
    ]);
  });

  test('a population of origins is refused where there is no origin, with that reason', () => {
    const { counterpartRole: _, ...without } = known('uac-apprehensions');
    const found = problemOf(() =>
      parseTransform('per-capita:origin', without, ['us-fiscal-year'], foundingCatalogue),
    );
    expect(found.text).toEqual(REFUSALS['no-origin']);
  });

  test('the transforms of an indicator are those that are not refused', () => {
    expect(legalTransforms(known('homicide-rate'))).toEqual([
      'index',
      'change',
      'change-percent',
      'rolling-mean',
      'rank',
      'ratio',
    ]);
  });

  test('every form that is named as accepted is accepted', () => {
    const [apprehensions, bases] = [known('uac-apprehensions'), ['us-fiscal-year'] as const];
    for (const text of [
      'rolling-mean',
      'index',
      'per-capita:x',
      'rank:x',
      'share-of-total:x',
      'ratio',
      'share-of:x',
    ]) {
      const { accepted } = problem('uac-apprehensions', `transform=${text}`);
      for (const form of accepted) {
        const query = parseTransform(form, apprehensions, bases, foundingCatalogue);
        expect(parseTransform(formatTransform(query), apprehensions, bases, foundingCatalogue)).toEqual(
          query,
        );
      }
    }
  });
});

describe('what other grammars say', () => {
  test.each([
    ['yScale=log', 'yScale', ['linear']],
    ['facet=entity', 'facet', ['none']],
    ['stackMode=grouped', 'stackMode', ['absolute', 'relative']],
    ['useColumnShortNames=false', 'useColumnShortNames', ['true']],
    ['v=2', 'v', ['1']],
  ])('%s means nothing here, and what is accepted is named', (search, parameter, accepted) => {
    expect(problem('uac-apprehensions', search)).toMatchObject({
      code: 'unknown-value',
      parameter,
      accepted,
    });
  });

  test('an alias beside our own name is refused', () => {
    expect(problem('homicide-rate', 'year=2014&time=2015')).toMatchObject({ parameter: 'year' });
    expect(problem('uac-apprehensions', 'stackMode=relative&transform=rank').accepted).toEqual([
      'transform=share-of-total',
    ]);
  });

  test('an alias is held to the rules of what it means', () => {
    expect(problem('homicide-rate', 'stackMode=relative').text).toEqual(REFUSALS['rates-do-not-add']);
    expect(problem('homicide-rate', 'year=FY2014').parameter).toBe('time');
  });

  test('all and preferred stand alone', () => {
    expect(problem('homicide-rate', 'source=all~unodc-gsh-2019').parameter).toBe('source');
    expect(problem('homicide-rate', 'source=preferred~all').parameter).toBe('source');
  });
});
