/**
 * A section of the margin with its heading, and the section that most margins have: a verdict with its
 * reasons. Long texts are cut after three lines and long lists after three texts, until they are asked for.
 */
import type { ReactElement, ReactNode } from 'react';
import { wordsIn } from '#app/_words/words.ts';
import type { Language } from '#stats/language.ts';
import { VerdictLine, type VerdictKind } from '../page/Verdict.tsx';

export const SidebarSection = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

/** Letters in a line of the margin, and in the three lines that a text may have uncut. */
const LETTERS_IN_LINE = 44;
const LETTERS_UNCUT = 3 * LETTERS_IN_LINE;
/** Texts of a list that are shown uncut. */
const TEXTS_UNCUT = 3;
/** Heights in pixels: a line, and what a section adds with its heading and its rule. */
const LINE = 19;
const SECTION = 74;

/** A text of the margin, with its footnote mark if it has one. */
export interface MarginText {
  readonly text: string;
  readonly mark?: number;
}

/** The height of a section of such texts, as long as nothing is unfolded. */
export function heightOf(texts: readonly MarginText[]): number {
  const lines = texts
    .slice(0, TEXTS_UNCUT)
    .map(({ text }) => Math.min(4, Math.ceil(text.length / LETTERS_IN_LINE)) * LINE + 8);
  return SECTION + lines.reduce((sum, height) => sum + height, 0) + (texts.length > TEXTS_UNCUT ? LINE : 0);
}

/** A text that is cut after three lines if it is longer. */
function Cut({ text, mark, language }: MarginText & { readonly language: Language }): ReactElement {
  const words = wordsIn(language).page;
  const anchor = mark === undefined ? {} : { id: `n${mark}` };
  const body = (
    <>
      {mark !== undefined && (
        <>
          <b className="ref">{mark}</b>{' '}
        </>
      )}
      {text}
    </>
  );
  if (text.length <= LETTERS_UNCUT) return <p {...anchor}>{body}</p>;
  return (
    <details className="cut" {...anchor}>
      <summary>
        <span>{body}</span>{' '}
        <span className="more-link" data-more={words.more.toLowerCase()} data-less={words.less} />
      </summary>
    </details>
  );
}

/** Texts of the margin: the first three, and the others on request. */
export function MarginTexts({
  texts,
  language,
}: {
  readonly texts: readonly MarginText[];
  readonly language: Language;
}): ReactElement {
  // One hidden text would take the place of the line that offers it.
  const shown = texts.length <= TEXTS_UNCUT + 1 ? texts : texts.slice(0, TEXTS_UNCUT);
  const others = texts.slice(shown.length);
  return (
    <>
      {shown.map((text) => (
        <Cut key={text.text} {...text} language={language} />
      ))}
      {others.length > 0 && (
        <details className="others">
          <summary>{wordsIn(language).margin.moreTexts({ n: others.length })}</summary>
          {others.map((text) => (
            <Cut key={text.text} {...text} language={language} />
          ))}
        </details>
      )}
    </>
  );
}

export const VerdictSection = ({
  title,
  kind,
  words,
  reasons,
  language,
  badge = false,
}: {
  readonly title: string;
  readonly kind: VerdictKind;
  readonly words: string;
  readonly reasons: readonly string[];
  readonly language: Language;
  readonly badge?: boolean;
}): ReactElement => (
  <SidebarSection title={title}>
    <p>
      <VerdictLine kind={kind} words={words} badge={badge} />
    </p>
    <MarginTexts texts={reasons.map((text) => ({ text }))} language={language} />
  </SidebarSection>
);
