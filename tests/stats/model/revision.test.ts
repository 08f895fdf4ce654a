import { expect, test } from 'vitest';
import { sameFigure } from '#stats/evidence/revision.ts';
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
