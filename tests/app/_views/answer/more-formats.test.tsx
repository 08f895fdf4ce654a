/** The download panel offers every format, in both languages. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FORMAT_NAMES } from '#app/_answers/http/formats.ts';
import { ShareBar } from '#app/_views/answer/ShareBar.tsx';
import type { PageContext } from '#app/_views/page/page-context.ts';
import { FORMAT_WORDS } from '#app/_words/formats.ts';
import { HOMICIDE_PRINTED } from '../../_charts/answers.ts';

test.each(['en', 'es'] as const)('every format has a link in %s', (language) => {
  const place: PageContext = {
    language,
    release: HOMICIDE_PRINTED.release,
    pinned: true,
    origin: 'https://example.org',
  };
  const html = renderToStaticMarkup(
    <ShareBar comparison={{ ...HOMICIDE_PRINTED, language }} place={place} />,
  );
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
  for (const format of FORMAT_NAMES) {
    const path = `/data/1.0.0/homicide-rate.${format}`;
    expect(
      links.some((href) => href === path || href.startsWith(`${path}?`)),
      format,
    ).toBe(true);
    if (!['csv', 'json', 'png'].includes(format))
      expect(html).toContain(FORMAT_WORDS[format].label[language]);
  }
  expect(links.some((href) => href.includes('.csv') && href.endsWith('excel=yes'))).toBe(true);
});

test('an answer of one figure has it as a line of HTML, with hedge, source and pinned page; others have none', () => {
  const place: PageContext = {
    language: 'en',
    release: HOMICIDE_PRINTED.release,
    pinned: false,
    origin: 'https://example.org',
  };
  const html = (cells: typeof HOMICIDE_PRINTED.cells): string =>
    renderToStaticMarkup(<ShareBar comparison={{ ...HOMICIDE_PRINTED, cells }} place={place} />);
  const one = HOMICIDE_PRINTED.cells.filter(({ gap }) => !gap).slice(0, 1);
  expect(html(one)).toMatch(/id="value-code"[^]*release=1\.0\.0&quot;[^]*border-bottom:3px double/);
  expect(html(HOMICIDE_PRINTED.cells)).not.toContain('value-code');
});
