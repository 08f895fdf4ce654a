/** The HTML that puts a claim as one sentence into another page. */
import type { ReactElement } from 'react';
import { CopyButton } from '#app/_controls/CopyButton.tsx';
import { claimWordsIn } from '#app/_words/claims.ts';
import { frameCode } from './frame-code.ts';
import type { PageContext } from '../page/page-context.ts';

/** Pixels: a sentence of two lines, its sources, and the line with the release. */
const HEIGHT = 190;

export function EmbedCode({
  path,
  title,
  place: { language, origin },
}: {
  readonly path: string;
  readonly title: string;
  readonly place: PageContext;
}): ReactElement {
  return (
    <details className="links">
      <summary className="btn">{claimWordsIn(language).embed}</summary>
      <div className="addr">
        <code id="embed-code">{frameCode(origin + path, title, HEIGHT)}</code>
        <CopyButton target="embed-code" language={language} />
      </div>
    </details>
  );
}
