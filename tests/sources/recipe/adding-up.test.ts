/**
 * No setting of a recipe adds up rates or shares, and negative counts are not silently subtracted from a sum.
 */
import { describe, expect, it } from 'vitest';
import { RATES, readText } from './read.ts';

const TWICE = 'Area,Year,Rate\nHonduras,2014,65.8\nHonduras,2014,2.5\n';
const PARTS = 'Area,Year,Men,Women\nHonduras,2014,17,-5\n';
const counts = (more: string): string => `
format: { type: csv }
area: Area
period: Year
figures:
  - { indicator: net-migration, measure: count, ${more}value: { sum: [Men, Women] } }
`;

describe('adding up', () => {
  it('is refused for rows of a rate, and not proposed', async () => {
    const grouped = await readText(TWICE, `${RATES}group: true\n`);
    expect(grouped.observations).toEqual([]);
    expect(grouped.faults.join('\n')).toContain(
      'homicide-rate is a rate, and rows of a rate cannot be added up; remove group and name a breakdown or a filter',
    );
    const { faults } = await readText(TWICE, RATES);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('repeats line 2; remove one with a filter, name a breakdown');
    expect(faults[0]).not.toContain('group');
  });

  it('is refused for columns of a rate', async () => {
    const recipe = RATES.replace('value: Rate', 'value: { sum: [Men, Women] }');
    const { observations, faults } = await readText(PARTS, recipe);
    expect(observations).toEqual([]);
    expect(faults.join('\n')).toContain('columns of a rate cannot be added up');
  });

  it('takes nothing off a count: 17 and -5 are refused, and are 12 only as a signed estimate', async () => {
    const { observations, faults } = await readText(PARTS, counts(''));
    expect(observations).toEqual([]);
    expect(faults[0]).toContain('is below 0 and would reduce the sum');
    const estimate = counts('signed: true, ').replace('measure: count', 'measure: estimate');
    const signed = await readText(PARTS, estimate);
    expect(signed.observations.map(({ stated }) => stated?.value)).toEqual([12]);
  });
});
