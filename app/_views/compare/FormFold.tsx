/** A form that is folded to a sentence on a phone; a checkbox opens it without a script. */
import type { ReactElement, ReactNode } from 'react';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import type { Language } from '#stats/language.ts';

export function FormFold({
  sentence,
  language,
  children,
}: {
  /** What is chosen, in words. */
  readonly sentence: string;
  readonly language: Language;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="side-fold">
      <input type="checkbox" id="change-sides" className="vh" />
      <label htmlFor="change-sides">
        <span>{sentence}</span>
        <b>{COMPARE_WORDS[language].change}</b>
      </label>
      {children}
    </div>
  );
}
