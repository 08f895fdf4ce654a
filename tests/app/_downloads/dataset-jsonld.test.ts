import { describe, expect, test } from 'vitest';
import { formatDatasetJsonLd } from '#app/_downloads/discovery/dataset-jsonld.ts';
import { comparisonWith, sampleCell } from './comparison.ts';

const { indicator, sources, release } = comparisonWith([sampleCell]);
const context = {
  release,
  language: 'en',
  origin: 'https://example.org',
  sources,
  span: { start: '2012-01-01', end: '2014-12-31' },
  areas: ['Honduras', '</script><script>alert(1)</script>'],
} as const;

describe('schema.org/Dataset', () => {
  const text = formatDatasetJsonLd(indicator, context);
  const document = JSON.parse(text) as Record<string, unknown>;

  test('has what search engines for data require and recommend', () => {
    expect(document).toMatchObject({
      '@context': 'https://schema.org/',
      '@type': 'Dataset',
      name: indicator.title.en,
      url: 'https://example.org/indicators/homicide-rate',
      version: release.version,
      isAccessibleForFree: true,
      temporalCoverage: '2012-01-01/2014-12-31',
    });
    expect(String(document['description']).length).toBeGreaterThanOrEqual(50);
    expect(String(document['description']).length).toBeLessThanOrEqual(5000);
    for (const { contentUrl, encodingFormat } of document['distribution'] as Record<string, string>[]) {
      expect(contentUrl).toMatch(/^https:\/\/example\.org\/data\/.*\?csvType=full$/);
      expect(encodingFormat).toMatch(/^\w+\/[\w.+-]+$/);
    }
  });

  test('cannot end the element that it stands in', () => {
    expect(text).not.toContain('<');
    expect((document['spatialCoverage'] as string[])[1]).toBe('</script><script>alert(1)</script>');
  });

  test('is in the language of its page', () => {
    const spanish = JSON.parse(formatDatasetJsonLd(indicator, { ...context, language: 'es' })) as {
      name: string;
      url: string;
    };
    expect(spanish.name).toBe(indicator.title.es);
    expect(spanish.url).toContain('/es/indicators/');
  });
});
