'use client';
/**
 * The page for a server error. It states the error in the language of the document and offers to try again.
 */
import { useEffect, type ReactElement } from 'react';
import { BROKEN } from '#app/_words/broken.ts';

export default function Failed({
  error,
  retry,
}: {
  readonly error: Error & { readonly digest?: string };
  readonly retry: () => void;
}): ReactElement {
  const language = typeof document !== 'undefined' && document.documentElement.lang === 'es' ? 'es' : 'en';
  const words = BROKEN[language];
  useEffect(() => console.error(error), [error]);
  return (
    <main id="main" className="wrap">
      <div className="title">
        <h1>{words.title}</h1>
        <p className="def">{words.lead}</p>
      </div>
      <button type="button" className="btn btn-main" onClick={retry}>
        {words.again}
      </button>
    </main>
  );
}
