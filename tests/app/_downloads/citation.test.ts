import { Cite, type CslItem } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { formatApa } from '#app/_downloads/citation/apa.ts';
import { citeAnswers, type Citation } from '#app/_downloads/citation/cited-work.ts';
import { CITATION_FORMATS } from '#app/_downloads/citation/formats.ts';
import { comparisonWith, sampleCell } from './comparison.ts';

const URL = 'https://example.org/indicators/homicide-rate?country=HND~SLV&release=1.0.0';
const CITED = citeAnswers([comparisonWith([sampleCell])], URL);

const authorOf = ({ author: [first] = [] }: CslItem): string =>
  first?.literal ?? [first?.given, first?.family].filter(Boolean).join(' ');
const summary = (item: CslItem) => [
  authorOf(item),
  item.title,
  item.issued?.['date-parts'][0]?.[0],
  item.version,
  item.URL,
];

describe('a citation', () => {
  test.each(['bib', 'ris', 'csl.json'] as const)(
    'as .%s is read by citation-js: our work, then its sources',
    (ending) => {
      const { data } = new Cite(CITATION_FORMATS[ending](CITED));
      expect(data).toHaveLength(2);
      const [ours, source] = data as [CslItem, CslItem];
      const version = ending === 'ris' ? [undefined, '1.0.0'] : ['1.0.0'];
      expect(summary(ours)).toEqual(['Cotejo', 'Homicide rate', 2026, expect.toBeOneOf(version), URL]);
      expect(summary(source).slice(0, 3)).toEqual(['A publisher', 'A report', 2015]);
    },
  );

  test('as text is what a citation processor makes of the CSL-JSON', () => {
    const processed = new Cite(CITATION_FORMATS['csl.json'](CITED)).format('bibliography', {
      template: 'apa',
      format: 'text',
    });
    const [ours = ''] = formatApa(CITED).split('\n');
    const words = (text: string) =>
      text
        .replace(/Release |Version /g, '')
        .split(/\s+/)
        .filter(Boolean);
    expect(ours).toBe(`Cotejo. (2026). Homicide rate (Release 1.0.0) [Data set]. ${URL}`);
    for (const word of words(ours).filter((text) => !/\(2026\)/.test(text)))
      expect(processed).toContain(word);
  });

  test.each(['bib', 'ris', 'csl.json'] as const)(
    'as .%s has the DOI of its release, once it has one',
    (ending) => {
      const deposited: Citation = { ...CITED, work: { ...CITED.work, doi: '10.5281/zenodo.1234567' } };
      const { data } = new Cite(CITATION_FORMATS[ending](deposited));
      expect((data[0] as CslItem & { DOI?: string }).DOI).toBe('10.5281/zenodo.1234567');
      expect(CITATION_FORMATS[ending](CITED)).not.toMatch(/doi/i);
      expect(parse(CITATION_FORMATS.cff(deposited))).toMatchObject({ doi: '10.5281/zenodo.1234567' });
      expect(formatApa(deposited)).toContain('https://doi.org/10.5281/zenodo.1234567');
    },
  );

  test('as CITATION.cff has what the format requires, and the sources as references', () => {
    expect(parse(CITATION_FORMATS.cff(CITED))).toMatchObject({
      'cff-version': '1.2.0',
      title: 'Homicide rate',
      type: 'dataset',
      authors: [{ name: 'Cotejo' }],
      version: '1.0.0',
      'date-released': '2026-11-22',
      url: URL,
      references: [
        { type: 'data', title: 'A report', authors: [{ name: 'A publisher' }], year: 2015, month: 11 },
      ],
    });
  });

  test('survives any text that a source has for its title', () => {
    const text = fc
      .string({ minLength: 1, unit: fc.constantFrom(...'aB é%&$#_{}~^\\",=@\n.') })
      .map((raw) => `x${raw}x`.replace(/\s+/g, ' '));
    fc.assert(
      fc.property(text, text, (title, author) => {
        const odd: Citation = { ...CITED, sources: [{ ...CITED.sources[0]!, title, author }] };
        const bib = new Cite(CITATION_FORMATS.bib(odd)).data;
        expect(bib).toHaveLength(2);
        expect(bib[1]?.title).toBe(title);
        const ris = new Cite(CITATION_FORMATS.ris(odd)).data;
        expect(ris.map((item) => item.title)).toEqual(['Homicide rate', title]);
        const cff = parse(CITATION_FORMATS.cff(odd)) as { references: { title: string }[] };
        expect(cff.references[0]?.title).toBe(title);
      }),
    );
  });
});
