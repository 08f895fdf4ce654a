import { expect, test } from 'vitest';
import { questionInWords } from '#app/_views/answer/question.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import type { Language } from '#stats/language.ts';
import { HOMICIDE, HOMICIDE_PRINTED } from '../../_charts/answers.ts';

const { areas, dimensions, sources } = HOMICIDE_PRINTED;
/** One that two sources publish: with one source there is nothing to prefer. */
const OF_TWO = { ...HOMICIDE, sources: ['one', 'another'] };
const catalogue = { indicators: [HOMICIDE], areas, dimensions, sources, editions: [] };

const inWords = (search: string, language: Language = 'en') =>
  questionInWords(parseQuery(parseParameters(search), OF_TWO, catalogue), OF_TWO, catalogue, language);

test('a question is a sentence with places, time and source', () => {
  expect(inWords('country=SLV~HND&time=2000..2014&source=preferred').sentence).toBe(
    'Homicide rate of El Salvador and Honduras, 2000 to 2014, preferred source',
  );
  expect(inWords('country=SLV~HND&time=2000..2014&source=preferred', 'es').sentence).toBe(
    'Tasa de homicidios: El Salvador y Honduras, 2000 a 2014, fuente preferida',
  );
});

test('nothing named is every place, every year and every source', () => {
  expect(inWords('')).toEqual({
    what: 'Homicide rate',
    main: 'All places, all years',
    rest: 'All sources',
    sentence: 'Homicide rate, all years, all sources',
  });
});

test('three names are named; of more, two are and the others are counted', () => {
  expect(inWords('country=SLV~HND~GTM&time=2014').main).toBe('El Salvador, Honduras and Guatemala, 2014');
  expect(inWords('country=SLV~HND~GTM~MEX&time=2014').main).toBe('El Salvador, Honduras and 2 more, 2014');
});

test('an open span says where it begins or ends', () => {
  expect(inWords('country=HND&time=2010..').main).toBe('Honduras, since 2010');
  expect(inWords('country=HND&time=..2010').main).toBe('Honduras, until 2010');
  expect(inWords('country=HND&time=latest').main).toBe('Honduras, latest');
});

test('a transform belongs to what is measured, and is in the line of a folded bar', () => {
  const { sentence, rest } = inWords('country=HND&transform=index:2012');
  expect(sentence).toBe('Homicide rate of Honduras, index, all years, all sources');
  expect(rest).toBe('Index, all sources');
});
