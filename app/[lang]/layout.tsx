/** The document: language, fonts and styles. Each page decides its own content. */
import serif from '@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-normal.woff2';
import '@fontsource-variable/brygada-1918/wght-italic.css';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-sans-3/wght-italic.css';
import '#app/_look/fonts.css';
import '#app/_look/tokens.css';
import '#app/_look/base.css';
import '#app/_look/masthead.css';
import '#app/_look/signs.css';
import '#app/_look/buttons.css';
import '#app/_look/figure.css';
import '#app/_look/indicator/title.css';
import '#app/_look/indicator/frame.css';
import '#app/_look/indicator/bar.css';
import '#app/_look/indicator/lists.css';
import '#app/_look/indicator/margin.css';
import '#app/_look/live.css';
import '#app/_look/table.css';
import '#app/_look/compare.css';
import '#app/_look/evidence.css';
import '#app/_look/claims.css';
import '#app/_look/opening.css';
import '#app/_look/catalogue.css';
import '#app/_look/pages/areas.css';
import '#app/_look/pages/area-list.css';
import '#app/_look/pages/over-time.css';
import '#app/_look/pages/year-steps.css';
import '#app/_look/pages/partners.css';
import '#app/_look/pages/plain-form.css';
import '#app/_look/pages/on-file.css';
import '#app/_look/pages/pairs.css';
import '#app/_look/pages/topics.css';
import '#app/_look/prose.css';
import '#app/_look/print.css';
import '#app/_look/print-answer.css';
import type { Metadata, Viewport } from 'next';
import type { ReactElement, ReactNode } from 'react';
import { preload } from 'react-dom';
import { languageOf } from './_reading/request.ts';

export const metadata: Metadata = { formatDetection: { telephone: false, date: false, address: false } };

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function Layout({
  children,
  params,
}: {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly lang: string }>;
}): Promise<ReactElement> {
  const { lang } = await params;
  const language = languageOf(lang);
  // Headlines wait for it a tenth of a second and no longer.
  preload(serif, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <html lang={language}>
      <body>{children}</body>
    </html>
  );
}
