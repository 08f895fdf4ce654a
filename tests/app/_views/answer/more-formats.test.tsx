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
