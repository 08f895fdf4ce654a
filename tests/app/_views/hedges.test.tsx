import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { footnotesOf } from '#app/_views/table/footnotes.ts';
import { IndicatorRow } from '#app/_views/catalogue/IndicatorRow.tsx';
import { FigureTable } from '#app/_views/table/Table.tsx';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Language } from '#stats/language.ts';
import { CARAVAN_SIZES, HOMICIDE_PRINTED, KIDNAPPINGS, RANSOM } from '../_charts/answers.ts';

/** The text of an element as a reader sees it, with normalised spaces. */
const seen = (element: ReactElement): string =>
  renderToStaticMarkup(element)
    .replace(/<(\/?)(td|th|li|p|small|div|dd|dt)[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x27;', "'")
    .replace(/[ \n]+/g, ' ');

const inLanguage = (comparison: Comparison, language: Language): Comparison => ({ ...comparison, language });
const place = (comparison: Comparison) => ({
  language: comparison.language,
  release: comparison.release,
  pinned: false,
  origin: 'https://example.org',
});

describe('a figure keeps its hedge', () => {
  const said: [string, Comparison, string, string][] = [
    ['kidnappings', KIDNAPPINGS, 'more than 20,000', 'más de 20\u202f000'],
    ['homicide rate', HOMICIDE_PRINTED, 'less than 2', 'menos de 2'],
    ['ransom', RANSOM, '4,000 to 5,000', 'de 4000 a 5000'],
    ['caravan', CARAVAN_SIZES, 'nearly 10,000', 'casi 10\u202f000'],
  ];

  test.each(said)('the table shows it: %s', (_name, comparison, en, es) => {
    for (const [language, text] of [['en', en] as const, ['es', es] as const]) {
      const answer = inLanguage(comparison, language);
      const table = seen(
        <FigureTable comparison={answer} marks={footnotesOf(answer)} place={place(answer)} />,
      );
      expect(table.split(text).length - 1, `${text} in ${table}`).toBe(1);
    }
  });

  test('in the catalogue: the word stands before the number', () => {
    const row = (comparison: Comparison): string =>
      seen(<IndicatorRow headline={{ comparison, allSources: comparison }} place={place(comparison)} />);
    expect(row(RANSOM)).toContain('4,000 to 5,000');
    expect(row(inLanguage(CARAVAN_SIZES, 'es'))).toContain('casi 10\u202f000');
  });

  test('an assumed year keeps its question mark', () => {
    const table = seen(
      <FigureTable
        comparison={HOMICIDE_PRINTED}
        marks={footnotesOf(HOMICIDE_PRINTED)}
        place={place(HOMICIDE_PRINTED)}
      />,
    );
    expect(table).toContain('2014?');
  });
});
