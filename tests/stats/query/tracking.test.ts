import { describe, expect, test } from 'vitest';
import { isTracking, TRACKING_NAMES, withoutTracking } from '#stats/query/tracking.ts';
import { QUERY_PARAMETERS } from '#stats/query/query.ts';

describe('what mail programs and social networks add to a link', () => {
  test('is left out, and the rest stays as it was written', () => {
    expect(withoutTracking('country=HND~SLV&utm_source=x&utm_campaign=a%20b&time=2014&fbclid=IwAR0')).toBe(
      'country=HND~SLV&time=2014',
    );
    expect(withoutTracking('gclid=1')).toBe('');
    expect(withoutTracking('FBCLID=1&hsCtaTracking=2&country=HND')).toBe('country=HND');
    expect(withoutTracking('country=%48ND&&time=2014')).toBe('country=%48ND&&time=2014');
  });

  test('is no parameter of ours, and a name that only resembles one is kept', () => {
    for (const name of [...QUERY_PARAMETERS, 'lang', 'theme', 'tab', 'release', 'asOf', 'width'])
      expect(isTracking(name), name).toBe(false);
    expect(withoutTracking('utm=1&xfbclid=2&fbclid2=3')).toBe('utm=1&xfbclid=2&fbclid2=3');
    expect(TRACKING_NAMES).toContain('utm_*');
  });
});
