import { expect, test } from 'vitest';
import { declaredRevision, sameFigure, type RevisedFigure } from '#stats/evidence/revision.ts';
import { parsePeriod } from '#stats/time/period.ts';
import type { Stated } from '#stats/uncertainty/hedge.ts';

const about: Stated = { qualifier: 'about', value: 68, low: null, high: 70 };

test('a figure is the same where its qualifier and all of its numbers are', () => {
  expect(sameFigure(about, { ...about })).toBe(true);
  expect(sameFigure(about, { ...about, qualifier: 'exact' })).toBe(false);
  expect(sameFigure(about, { ...about, value: 66.4 })).toBe(false);
  expect(sameFigure(about, { ...about, low: 60 })).toBe(false);
  expect(sameFigure(about, { ...about, high: null })).toBe(false);
});

test('a gap is no figure, and the same as another gap', () => {
  expect(sameFigure(about, null)).toBe(false);
  expect(sameFigure(null, about)).toBe(false);
  expect(sameFigure(null, null)).toBe(true);
});

test('a kind of revision is declared by the file that has the newer figure, and never by the same file', () => {
  const figure = (edition: string): RevisedFigure => ({
    ...{ stated: about, gap: null, numerator: null, denominator: null, edition },
    period: parsePeriod('2014')!,
  });
  const editions = [{ id: 'census@2020', revision: 'population-base' as const }, { id: 'census@2021' }];
  const revised = (was: string, is: string) =>
    declaredRevision({ kind: 'revised', was: figure(was), is: figure(is) }, editions);
  expect(revised('census@2010', 'census@2020')).toBe('population-base');
  expect(revised('census@2020', 'census@2021')).toBeNull();
  expect(revised('census@2020', 'census@2020')).toBeNull();
  expect(declaredRevision({ kind: 'added', was: null, is: figure('census@2020') }, editions)).toBeNull();
});
