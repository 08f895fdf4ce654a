/**
 * Copies the text of another element. The scripts of the page listen for `data-copies`; without scripts it is
 * hidden.
 */
import type { ReactElement } from 'react';
import type { Language } from '#stats/language.ts';
import { wordsIn } from '#app/_words/words.ts';

export function CopyButton({
  target,
  language,
  label,
  name,
}: {
  /** Id of the element whose text is copied, or the text in its `data-copy`. */
  readonly target: string;
  readonly language: Language;
  readonly label?: string;
  /** What is copied, where several buttons say only that they copy. */
  readonly name?: string;
}): ReactElement {
  const words = wordsIn(language).page;
  return (
    <button
      type="button"
      className="btn btn-s scripted"
      data-copies={target}
      data-copied={words.copied}
      {...(name !== undefined && { 'aria-label': `${label ?? words.copy}: ${name}` })}
    >
      {label ?? words.copy}
    </button>
  );
}
