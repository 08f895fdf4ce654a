/** Which cell divides another: like it in all that is not named, by breakdown, definition, source and how it was made. */
import { describe, expect, test } from 'vitest';
import type { Indicator } from '#stats/model/catalogue.ts';
import type { Divisor } from '#stats/model/divisor.ts';
import type { Cell } from '#stats/model/observation.ts';
import { divisorFinder } from '#stats/transform/find-divisor.ts';
import { cellFrom } from './cells.ts';

const at = (code: string, text: string, more: Partial<Cell> = {}): Cell =>
  cellFrom('2014', text, { area: code, ...more });
const OWN: Pick<Indicator, 'id' | 'definitions' | 'sources'> = {
  id: 'homicides',
  definitions: [],
  sources: [],
};

describe('which cell divides', () => {
  const found = (cell: Cell, divisors: readonly Cell[], over: Divisor): Cell | undefined =>
    divisorFinder(divisors, { over, indicator: OWN })(cell);

  test('one that is like it in all that is not named', () => {
    const cell = at('SLV', '6', { counterpart: 'HND', breakdown: 'sex=f', definition: 'd', source: 's' });
    const like = (more: Partial<Cell>): Cell => ({ ...cell, area: 'MEX', ...more });
    for (const more of [
      { counterpart: '_T' },
      { breakdown: '_T' },
      { definition: 'main' },
      { source: 'a' },
      { area: 'GTM' },
    ])
      expect(found(cell, [like(more)], { area: 'MEX' })).toBeUndefined();
    expect(found(cell, [at('MEX', '1'), like({})], { area: 'MEX' })).toEqual(like({}));
    expect(found(cell, [like({ source: 'a' })], { area: 'MEX', source: 'a' })?.source).toBe('a');
  });

  test('a figure before a gap, a computed one for a computed one', () => {
    const [printed, sum, gap] = [at('inner', '5'), at('inner', '6', { computed: 'sum' }), at('inner', '-')];
    expect(found(at('SLV', '1'), [sum, printed], { area: 'inner' })).toBe(printed);
    expect(found(at('outer', '1', { computed: 'sum' }), [printed, sum], { area: 'inner' })).toBe(sum);
    expect(found(at('SLV', '1'), [gap, sum], { area: 'inner' })).toBe(sum);
  });

  test('of another indicator: its total, its first definition, its first source with a figure', () => {
    const indicator = {
      id: 'people',
      definitions: [{ code: 'usual' }, { code: 'other' }],
      sources: ['un', 'wb'],
    } as unknown as typeof OWN;
    const of = (more: Partial<Cell>, text = '5'): Cell =>
      at('SLV', text, { indicator: 'people', source: 'un', definition: 'usual', ...more });
    const find = divisorFinder(
      [of({ definition: 'other' }), of({ breakdown: 'sex=m' }), of({ source: 'wb' }), of({}, '-')],
      { over: { indicator: 'people' }, indicator },
    );
    expect(find(at('SLV', '1', { breakdown: 'sex=f', counterpart: 'HND' }))).toEqual(of({ source: 'wb' }));
    const only = (more: Partial<Cell>, over: Divisor = {}): Cell | undefined =>
      divisorFinder([of(more)], { over: { indicator: 'people', ...over }, indicator })(at('SLV', '1'));
    expect(only({ definition: 'other' })).toBeUndefined();
    expect(only({ definition: 'other' }, { definition: 'other' })).toBeDefined();
    expect(only({ breakdown: '_T' }, { breakdown: 'sex=f' })).toBeUndefined();
    expect(only({ counterpart: '_T' })).toBeUndefined();
  });

  test('of another indicator: the same breakdown before the total, the same source before others', () => {
    const indicator = {
      id: 'people',
      definitions: [{ code: 'main' }],
      sources: ['un', 'a'],
    } as unknown as typeof OWN;
    const women = at('SLV', '1', { breakdown: 'sex=f' });
    const of = (more: Partial<Cell>): Cell => at('SLV', '5', { indicator: 'people', ...more });
    const best = (...divisors: Cell[]) =>
      divisorFinder(divisors, { over: { indicator: 'people' }, indicator })(women);
    const [same, total] = [of({ breakdown: 'sex=f', source: 'un' }), of({})];
    expect(best(total, same)).toBe(same);
    expect(best(same, total)).toBe(same);
    const [un, own] = [of({ source: 'un' }), of({})];
    expect(best(un, own)).toBe(own);
    expect(best(own, un)).toBe(own);
  });

  test('of another indicator that has origins: the same origin, or the total', () => {
    const indicator = {
      id: 'people',
      counterpartRole: { en: 'From', es: 'De' },
      definitions: [{ code: 'main' }],
      sources: ['a'],
    } as unknown as typeof OWN;
    const from = (counterpart: string): Cell => at('SLV', '5', { indicator: 'people', counterpart });
    const find = divisorFinder([from('_T'), from('HND'), from('_Z')], {
      over: { indicator: 'people' },
      indicator,
    });
    expect(find(at('SLV', '1'))).toEqual(from('_T'));
    expect(find(at('SLV', '1', { counterpart: 'HND' }))).toEqual(from('HND'));
    expect(find(at('SLV', '1', { counterpart: 'GTM' }))).toBeUndefined();
  });

  test('a published one, if none was computed in the same way', () => {
    const [printed, sum] = [at('inner', '5'), at('inner', '6', { computed: 'sum' })];
    const mean = at('outer', '1', { computed: 'weighted-mean' });
    expect(found(mean, [sum, printed], { area: 'inner' })).toBe(printed);
    expect(found(mean, [printed, sum], { area: 'inner' })).toBe(printed);
  });
});
