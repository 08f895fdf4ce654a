/** A query string as parameters: what is kept, what is decoded, what is refused. */
import { describe, expect, test } from 'vitest';
import { LIMITS } from '#stats/limits.ts';
import { encodeValue, parseParameters } from '#stats/query-string.ts';
import { problemOf } from '../founding.ts';

const parameters = (search: string) => Object.fromEntries(parseParameters(search));

describe('parameters', () => {
  test.each<[string, string, Record<string, string>]>([
    ['each have a name and a value', 'country=HND~SLV&time=2014', { country: 'HND~SLV', time: '2014' }],
    ['may have an empty value', 'country=&time=2014', { country: '', time: '2014' }],
    ['may have no sign and then an empty value', 'excel&time=2014', { excel: '', time: '2014' }],
    ['keep the signs after the first', 'breakdown=border=southwest', { breakdown: 'border=southwest' }],
    ['may have no name', '=2014', { '': '2014' }],
    ['may have nothing between them', '&country=HND&&', { country: 'HND' }],
    ['are decoded, names too', 'count%72y=M%C3%A9xico+City', { country: 'México City' }],
    ['may be none', '', {}],
  ])('%s', (_, search, expected) => expect(parameters(search)).toEqual(expected));

  test('a broken escape is refused, with escapes that are right', () => {
    expect(problemOf(() => parseParameters('country=%E0%A4'))).toMatchObject({
      code: 'malformed',
      parameter: 'country',
      value: '%E0%A4',
      accepted: ['%20', '%C3%A9'],
    });
    expect(problemOf(() => parseParameters('%E0=HND'))).toMatchObject({ code: 'malformed', parameter: null });
  });

  test.each(['%00', '%1F', '%7F'])('the control character %s is refused, and nothing is proposed', (text) => {
    expect(problemOf(() => parseParameters(`country=HND${text}`))).toMatchObject({
      code: 'malformed',
      parameter: 'country',
      accepted: [],
    });
  });

  test('a parameter without a value is refused the second time, as any other', () => {
    expect(problemOf(() => parseParameters('excel&excel=1'))).toMatchObject({
      code: 'repeated-parameter',
      parameter: 'excel',
    });
  });

  test('the longest query string is read, and a longer one refused', () => {
    const longest = `country=${'x'.repeat(LIMITS.queryBytes - 'country='.length)}`;
    expect(parseParameters(longest).size).toBe(1);
    expect(problemOf(() => parseParameters(`${longest}x`)).code).toBe('too-long');
  });
});

test('a value is escaped for an address, except for the signs of our own grammar', () => {
  expect(encodeValue('border=southwest;stage=a~2014-10/2015-04@x:y,z')).toBe(
    'border=southwest;stage=a~2014-10/2015-04@x:y,z',
  );
  expect(encodeValue('México & más')).toBe('M%C3%A9xico%20%26%20m%C3%A1s');
});
