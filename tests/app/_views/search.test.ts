import { describe, expect, test } from 'vitest';
import { isLike, search } from '#app/_views/catalogue/search.ts';
import { readReleases } from '#sources/releases/committed.ts';

const catalogue = readReleases('.').at(-1)!.catalogue;
const first = (text: string) => search(catalogue, text).indicators?.[0];
const areas = (text: string) => search(catalogue, text).areas.map(({ code }) => code);

describe('a search', () => {
  test.each([
    ['homicide', 'homicide-rate'],
    ['HOMICIDIO', 'homicide-rate'],
    ['asesinato', 'homicide-rate'],
    ['murder', 'homicide-rate'],
    ['caravana', 'caravan-size'],
    ['caravan', 'caravan-size'],
    ['UAC', 'uac-apprehensions'],
    ['menores no acompañados', 'uac-apprehensions'],
    ['remesas', 'remittances'],
    ['TPS', 'tps-holders'],
    ['deportaciones', 'removals'],
    ['darien', 'darien-transits'],
    ['homocide', 'homicide-rate'],
    ['desaparecidos', 'missing-migrants'],
  ])('for “%s” finds %s first', (text, id) => {
    expect(first(text)).toBe(id);
  });

  test('for secuestro finds both kinds of kidnapping', () => {
    expect(search(catalogue, 'secuestro').indicators?.slice(0, 3)).toEqual(
      expect.arrayContaining(['kidnappings-recorded', 'migrant-kidnappings']),
    );
  });

  test.each([
    ['Honduras', ['HND']],
    ['honduras', ['HND']],
    ['EE. UU.', ['USA']],
    ['eeuu', ['USA']],
    ['US', ['USA']],
    ['Triángulo Norte', ['northern-triangle']],
    ['San Pedro Sula', ['HNSAP']],
    ['Hondurans', ['HND']],
    ['Hondurs', ['HND']],
    ['Honduras and El Salvador', ['HND', 'SLV']],
    ['países', []],
  ])('for “%s” names the areas %j', (text, codes) => {
    expect(areas(text)).toEqual(codes);
  });

  test('for an area alone finds no single indicator, so that the area’s page is shown', () => {
    expect(search(catalogue, 'Honduras').indicators).toBeNull();
  });

  test.each([
    ['UAC homicide Honduras', ['homicide-rate', 'uac-apprehensions'], ['HND']],
    ['homicidio frente a Gini', ['homicide-rate', 'gini-index'], []],
    ['remesas contra pobreza Honduras', ['remittances', 'poverty-share'], ['HND']],
    ['homicide', [], []],
    ['homicide Honduras Mexico', [], ['HND', 'MEX']],
    ['zzzz homicide', [], []],
  ])('for “%s” puts %j together, of %j', (text, together, codes) => {
    const result = search(catalogue, text);
    expect(result.together.toSorted()).toEqual(together.toSorted());
    expect(result.areas.map(({ code }) => code)).toEqual(codes);
    if (together.length > 0) expect(result.isNear).toBe(false);
  });

  test.each([
    ['mapa homicidio Américas', ['m49-019'], 'homicide-rate'],
    ['map homicide Americas', ['m49-019'], 'homicide-rate'],
    ['Mapa de homicidios en América del Sur', ['m49-005'], 'homicide-rate'],
    ['map of remittances', [], 'remittances'],
  ])('for “%s” finds a map of %j, of %s', (text, codes, id) => {
    const result = search(catalogue, text);
    expect([result.isMap, result.isOfMapAlone, result.isNear]).toEqual([true, false, false]);
    expect(areas(text)).toEqual(codes);
    expect(first(text)).toBe(id);
  });

  test('for the word map alone finds the main indicators', () => {
    const result = search(catalogue, 'mapa');
    expect(result.isOfMapAlone).toBe(true);
    expect(result.indicators).toContain('homicide-rate');
    expect(search(catalogue, 'homicide').isMap).toBe(false);
  });

  test('a year beside other words is the year that is asked about, and not a word that nothing has', () => {
    const result = search(catalogue, 'Mexico homicide 2014');
    expect([result.year, result.isNear, result.indicators?.[0]]).toEqual(['2014', false, 'homicide-rate']);
    expect(result.areas.map(({ code }) => code)).toEqual(['MEX']);
    expect(search(catalogue, '2014').year).toBeNull();
  });

  test('for an area and an indicator, in any order and language, finds that indicator of the area', () => {
    for (const text of ['Honduras homicide', 'homicidios en Honduras', 'UAC Honduras']) {
      expect(areas(text)).toEqual(['HND']);
      expect(search(catalogue, text).isNear).toBe(false);
    }
    expect(first('Honduras homicide')).toBe('homicide-rate');
    expect(first('UAC Honduras')).toBe('uac-apprehensions');
  });

  test('for words that no indicator has together finds the nearest, and says so', () => {
    const { indicators, isNear } = search(catalogue, 'homicide zzz');
    expect([indicators?.[0], isNear]).toEqual(['homicide-rate', true]);
    expect(search(catalogue, 'zzz')).toEqual({
      areas: [],
      indicators: [],
      together: [],
      year: null,
      isMap: false,
      isOfMapAlone: false,
      isNear: true,
    });
  });

  test('for its own title finds every indicator among the first three', () => {
    for (const { id, title } of catalogue.indicators)
      for (const text of [title.en, title.es])
        expect([text, search(catalogue, text).indicators?.slice(0, 3) ?? [id]]).toEqual([
          text,
          expect.arrayContaining([id]),
        ]);
  });
});

test('two letters swapped are one error', () => {
  expect(isLike('homicdie', 'homicide', 1)).toBe(true);
  expect(isLike('homicdie', 'homicide', 0)).toBe(false);
  expect(isLike('abc', 'abcdef', 2)).toBe(false);
});
