/** Every question that the product itself asks, sent through the form of its page without a change. */
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, describe, expect, test } from 'vitest';
import { loadChoices } from '#app/[lang]/indicators/[indicator]/load-choices.ts';
import { ControlForm } from '#app/_controls/ControlForm.tsx';
import { formSearch } from '#app/_controls/form.ts';
import { siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { parseParameters } from '#stats/query-string.ts';
import { formatQuery, parseQuery } from '#stats/query/query.ts';
import { testDatabase } from '../../setup/database.ts';

await testDatabase();
afterAll(closeReader);

const release = (await siteData.loadReleases()).at(-1)!;
const catalogue = (await siteData.loadCatalogue(release.version))!;

/** Questions that no list of the form offers: they are kept all the same. */
const UNUSUAL: readonly (readonly [indicator: string, search: string])[] = [
  ['homicide-rate', 'country=PER~BRA~ARG'],
  ['homicide-rate', 'country=HND~SLV&source=owid-homicide-rate~unodc-gsh-2019&time=2000..2017'],
  ['homicide-rate', 'country=HND&time=latest'],
  ['homicide-rate', 'country=HND~SLV&time=latest-common&source=preferred'],
  ['homicide-rate', 'coverage=0.5&group=northern-triangle~m49-013&members=today&time=2010..2014'],
  ['homicide-rate', 'coverage=0.9:population&group=northern-triangle&weight=world-bank-population'],
  ['homicide-rate', 'country=ATA~HND'],
  ['homicides', 'by=origin~breakdown~source&country=HND~SLV&source=unodc-gsh-2019'],
  ['border-encounters', 'time=2014-10/2015-04'],
  ['border-encounters', 'basis=us-fiscal-year&time=FY2014..FY2020'],
  ['border-encounters', 'basis=month~us-fiscal-year&breakdown=_T&time=2023-10..latest'],
  ['border-encounters', 'definition=border-patrol~border-patrol-and-ports&origin=MEX~HND&transform=rank'],
  ['population', 'transform=index:1990&country=SLV~HND'],
  ['caravan-size', 'time=2018-10-19'],
];

const EXAMPLES = [
  ...catalogue.indicators.flatMap(({ id, opening = '', headline = '' }) =>
    [...new Set(['', opening, headline])].map((search) => [id, search] as const),
  ),
  ...UNUSUAL,
];

const attributeOf = (field: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(field)?.[1]?.replaceAll('&amp;', '&');

/** What a browser without scripts would send. */
function entriesOf(html: string): [string, string][] {
  return [...html.matchAll(/<input[^>]*>/g)].flatMap(([field]): [string, string][] => {
    const [name, type] = [attributeOf(field, 'name'), attributeOf(field, 'type') ?? ''];
    const isUnticked = ['checkbox', 'radio'].includes(type) && attributeOf(field, 'checked') === undefined;
    return name === undefined || isUnticked ? [] : [[name, attributeOf(field, 'value') ?? '']];
  });
}

describe('a form that is sent unchanged asks the same question', () => {
  test.each(EXAMPLES)('%s?%s', async (id, search) => {
    const indicator = catalogue.indicators.find((candidate) => candidate.id === id)!;
    const query = parseQuery(parseParameters(search), indicator, catalogue);
    for (const language of ['en', 'es'] as const) {
      const choices = await loadChoices(siteData, {
        query,
        indicator,
        catalogue,
        version: release.version,
        language,
      });
      const html = renderToStaticMarkup(
        <ControlForm
          {...{ choices, query, indicator, language }}
          action="/"
          hidden={{}}
          resetHref="/"
          sentence={{ what: '', main: '', rest: '' }}
        />,
      );
      // Without controls there is no form, and nothing to send.
      if (html === '') continue;
      const sent = formSearch(entriesOf(html), []);
      const again = parseQuery(parseParameters(sent), indicator, catalogue);
      expect(formatQuery(again, indicator)).toBe(formatQuery(query, indicator));
    }
  });
});

test('the examples have every parameter of a question', () => {
  const parameters = new Set(EXAMPLES.flatMap(([, search]) => [...parseParameters(search).keys()]));
  expect([...parameters].sort()).toEqual([
    'basis',
    'breakdown',
    'by',
    'country',
    'coverage',
    'definition',
    'group',
    'members',
    'origin',
    'source',
    'time',
    'transform',
    'weight',
  ]);
});
