/**
 * The parts of the form: checkboxes, a folding list of checkboxes, and a select. They are native, so that
 * they work without scripts.
 */
import type { ReactElement, ReactNode } from 'react';
import type { Choice } from './choices.ts';
import { Summary } from './Summary.tsx';

export interface BoxesProps {
  readonly name: string;
  readonly legend?: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
}

export const Boxes = ({ name, legend, choices, chosen }: BoxesProps): ReactElement | null =>
  choices.length === 0 ? null : (
    <fieldset className="boxes">
      {legend !== undefined && <legend>{legend}</legend>}
      {choices.map((choice) => (
        <label key={choice.code} data-find={`${choice.name} ${choice.code}`}>
          <input
            type="checkbox"
            name={name}
            value={choice.code}
            defaultChecked={chosen.includes(choice.code)}
          />
          {choice.name}
        </label>
      ))}
    </fieldset>
  );

/** A list that folds into a line with the selected items. */
export const Fold = ({
  label,
  choices,
  chosen,
  all,
  children,
}: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  /** The text of the line if nothing, or everything, is selected. */
  readonly all: string;
  readonly children: ReactNode;
}): ReactElement => (
  <details className="fold" name="fold">
    <Summary {...{ label, choices, chosen, all }} />
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
