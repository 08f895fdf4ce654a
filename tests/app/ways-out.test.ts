import { describe, expect, test } from 'vitest';
import { waysOut } from '#app/[lang]/_reading/ways-out.ts';
import { unknownValue } from '#stats/problem.ts';

const href = (query: string): string => `/?${query}`;

describe('the ways out of a problem', () => {
  const wrong = waysOut(
    unknownValue('country', 'SLV)', ['HND', 'SLV']),
    'country=HND~SLV)~GTM&release=1.0.0&time=2014',
    href,
  );

  test('keep the other values of a list in their places', () => {
    expect(wrong.withValue('SLV')).toBe('/?time=2014&country=HND~SLV~GTM');
  });

  test('leave out only the wrong value', () => {
    expect(wrong.without).toBe('/?time=2014&country=HND~GTM');
  });

  test('leave out a parameter whose only value is wrong', () => {
    const alone = waysOut(unknownValue('country', 'XXX', ['HND']), 'country=XXX&time=2014', href);
    expect([alone.without, alone.withValue('HND')]).toEqual(['/?time=2014', '/?time=2014&country=HND']);
  });
});
