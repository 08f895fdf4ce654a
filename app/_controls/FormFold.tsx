/** A form that is folded to a sentence, on a phone or always; a checkbox opens it without a script. */
import type { ReactElement, ReactNode } from 'react';

export function FormFold({
  sentence,
  change,
  isAlways = false,
  children,
}: {
  /** What is chosen, in words. */
  readonly sentence: ReactNode;
  /** The word that opens it. */
  readonly change: string;
  /** Whether it is folded on a wide screen too. */
  readonly isAlways?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={isAlways ? 'side-fold always' : 'side-fold'}>
      <input type="checkbox" id="change-sides" className="vh" />
      <label htmlFor="change-sides">
        <span>{sentence}</span>
        <b>{change}</b>
      </label>
      {children}
    </div>
  );
}
