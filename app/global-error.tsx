'use client';
/** When even the document could not be made. It stands alone, so it carries its own few styles. */
import type { ReactElement } from 'react';
import { BROKEN } from '#app/_words/broken.ts';

const STYLE =
  'body{font:17px/1.5 sans-serif;margin:10vh auto;max-width:36em;padding:0 16px;color-scheme:light dark}';

export default function GlobalError({ retry }: { readonly retry: () => void }): ReactElement {
  return (
    <html lang="en">
      <head>
        <title>{BROKEN.en.title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        {(['en', 'es'] as const).map((language) => {
          const words = BROKEN[language];
          return (
            <section key={language} lang={language}>
              <h1>{words.title}</h1>
              <p>{words.lead}</p>
              <button type="button" onClick={retry}>
                {words.again}
              </button>
            </section>
          );
        })}
      </body>
    </html>
  );
}
