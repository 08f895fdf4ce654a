/** The examples of the method page match what the code computes, in both languages. */
import { TRANSFORM_WORDS } from '#stats/wording/transforms.ts';
import { describe, expect, test } from 'vitest';
import type { Indicator } from '#stats/model/catalogue.ts';
import { figureText } from '#stats/format/figure.ts';
import { LANGUAGES } from '#stats/language.ts';
import type { Cell } from '#stats/model/observation.ts';
import { applyTransform } from '#stats/transform/apply.ts';
import { foundingCatalogue, foundingIndicator } from '../founding.ts';
import { cellFrom } from './cells.ts';
import { type TransformSpec, TRANSFORM_IDS, type TransformId } from '#stats/model/query.ts';

interface Example {
  readonly transform: TransformSpec;
  readonly indicator: Indicator;
  /**
   * The figures of the sentence. The last one in the sentence is the result of the first or the last of them.
   */
  readonly cells: readonly Cell[];
  readonly told: number;
  readonly populations?: readonly Cell[];
  readonly divisors?: readonly Cell[];
}

const children = foundingIndicator('uac-apprehensions');
const rate = foundingIndicator('homicide-rate');
const people = (text: string, area: string): Cell => cellFrom('2014', text, { area });
const fiscal = [cellFrom('FY2013', '38759', { area: 'USA' }), cellFrom('FY2014', '68541', { area: 'USA' })];

const EXAMPLES: Readonly<Record<TransformId, Example>> = {
  'per-capita': {
    transform: { id: 'per-capita', of: 'area' },
    indicator: children,
    cells: fiscal.slice(1),
    told: 0,
    populations: [people('319257560', 'USA')],
  },
  index: {
    transform: { id: 'index', base: '2014' },
    indicator: rate,
    cells: [cellFrom('2014', '61.1'), cellFrom('2015', '103')],
    told: 1,
  },
  change: { transform: { id: 'change' }, indicator: children, cells: fiscal, told: 1 },
  'change-percent': { transform: { id: 'change-percent' }, indicator: children, cells: fiscal, told: 1 },
  'share-of-total': {
    transform: { id: 'share-of-total', along: null },
    indicator: children,
    cells: [people('4000..5000', 'HND'), people('1000', 'GTM')],
    told: 0,
  },
  'rolling-mean': {
    transform: { id: 'rolling-mean', length: 3 },
    indicator: children,
    cells: [cellFrom('2012', '300'), cellFrom('2013', '360'), cellFrom('2014', '330')],
    told: 2,
  },
  rank: {
    transform: { id: 'rank', along: null },
    indicator: children,
    cells: [people('4000..5000', 'HND'), people('4500', 'GTM'), people('7000', 'SLV')],
    told: 0,
  },
  ratio: {
    transform: { id: 'ratio', over: { area: 'MEX' } },
    indicator: rate,
    cells: [people('61.1', 'SLV')],
    told: 0,
    divisors: [people('21.5', 'MEX')],
  },
  'share-of': {
    transform: { id: 'share-of', over: { origin: '_T' } },
    indicator: children,
    cells: [cellFrom('2014', '4000..5000', { counterpart: 'HND' })],
    told: 0,
    divisors: [cellFrom('2014', '10000', { counterpart: '_T' })],
  },
};

describe('the example of a transform is what the code does', () => {
  test.each(TRANSFORM_IDS)('%s', (id) => {
    const { transform, indicator, cells, told, populations = [], divisors = [] } = EXAMPLES[id];
    const query = {
      country: [],
      group: [],
      origin: [],
      breakdown: [],
      by: ['area', 'origin', 'breakdown'] as const,
    };
    const made = applyTransform(cells, transform, {
      indicator,
      catalogue: foundingCatalogue,
      query,
      populations,
      divisors,
    })[told];
    for (const language of LANGUAGES) {
      const sentence = TRANSFORM_WORDS[id].example[language];
      for (const cell of [...cells, ...populations, ...divisors]) {
        const [, number = ''] = /(\S+)$/.exec(figureText(cell, indicator, language)) ?? [];
        expect(sentence).toContain(number);
      }
      const result = made ? figureText(made, indicator, language) : '';
      expect(result).toMatch(/\d/);
      expect(sentence).toContain(result);
    }
  });
});

test('the children of fiscal year 2014 are up 77 percent, as the document says', () => {
  const { transform, indicator, cells } = EXAMPLES['change-percent'];
  const query = { country: [], group: [], origin: [], breakdown: [], by: [] };
  const made = applyTransform(cells, transform, {
    indicator,
    catalogue: foundingCatalogue,
    query,
    populations: [],
  });
  expect(Math.round(made[1]?.stated?.value ?? NaN)).toBe(77);
});
