/** A form that is folded to a sentence on a phone; a checkbox opens it without a script. */
import type { ReactElement, ReactNode } from 'react';

export function FormFold({
  sentence,
  change,
  children,
}: {
  /** What is chosen, in words. */
  readonly sentence: string;
  /** The word that opens it. */
  readonly change: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="side-fold">
      <input type="checkbox" id="change-sides" className="vh" />
      <label htmlFor="change-sides">
        <span>{sentence}</span>
        <b>{change}</b>
      </label>
      {children}
    </div>
  );
}
