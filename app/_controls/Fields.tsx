/**
 * The parts of the form: a folding panel, checkboxes and radio buttons. They are native, so that they work
 * without scripts.
 */
import type { ReactElement, ReactNode } from 'react';
import type { Choice } from './choices.ts';
import { isLong, Summary } from './Summary.tsx';

export interface BoxesProps {
  readonly name: string;
  readonly legend?: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  /** Whether one choice replaces another; the first is then the default. */
  readonly isSingle?: boolean;
}

/** A list of choices, each with what is known of it. */
export const Boxes = ({
  name,
  legend,
  choices,
  chosen,
  isSingle = false,
}: BoxesProps): ReactElement | null =>
  choices.length === 0 ? null : (
    <fieldset className="boxes">
      {legend !== undefined && <legend>{legend}</legend>}
      {choices.map((choice) => (
        <label
          key={choice.code}
          data-find={`${choice.name} ${choice.words ?? ''} ${choice.code}`}
          data-latest={choice.amount}
          data-change={choice.change ?? undefined}
        >
          <input
            type={isSingle ? 'radio' : 'checkbox'}
            name={name}
            value={choice.code}
            data-has={choice.has}
            defaultChecked={chosen.includes(choice.code)}
          />
          <span>{choice.name}</span>
          {choice.note !== undefined && <small>{choice.note}</small>}
          {choice.latest !== undefined && <b className="num">{choice.latest}</b>}
        </label>
      ))}
    </fieldset>
  );

/** A control that folds into a line with what is chosen; one is open at a time. */
export const Fold = ({
  label,
  text,
  all,
  children,
}: {
  readonly label: string;
  readonly text: string;
  /** The text of the line if nothing is chosen. */
  readonly all: string;
  readonly children: ReactNode;
}): ReactElement => (
  <details className={isLong(text) ? 'fold long' : 'fold'} name="fold">
    <Summary {...{ label, text, all }} />
    <div className="pick">{children}</div>
  </details>
);

/** A select element; the empty value is the default. */
export const Select = ({
  name,
  label,
  empty,
  choices,
  chosen,
}: {
  readonly name: string;
  readonly label: string;
  /** Label of the default; absent if every value has a name. */
  readonly empty?: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
}): ReactElement => (
  <div className="field">
    <label htmlFor={`f-${name}`}>{label}</label>
    <select
      id={`f-${name}`}
      name={name}
      className="select"
      defaultValue={chosen[0] ?? ''}
      key={chosen[0] ?? ''}
    >
      {empty !== undefined && <option value="">{empty}</option>}
      {choices.map((choice) => (
        <option key={choice.code} value={choice.code}>
          {choice.name}
        </option>
      ))}
    </select>
  </div>
);
