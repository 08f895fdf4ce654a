/** The parts of the form: boxes, a folding list of boxes, and a select. Native, so that they work without scripts. */
import type { ReactElement, ReactNode } from 'react';
import type { Choice } from './choices.ts';
import { Summary } from './Summary.tsx';

export interface BoxesProps {
  readonly name: string;
  readonly legend?: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
}

/** Boxes to tick. */
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

/** A list that folds into one line, which says what is chosen. */
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
  /** What the line says where nothing, or everything, is chosen. */
  readonly all: string;
  readonly children: ReactNode;
}): ReactElement => (
  <details className="fold" name="fold">
    <Summary {...{ label, choices, chosen, all }} />
    <div className="pick">{children}</div>
  </details>
);

/** One of several; the empty value is the default. */
export const Select = ({
  name,
  label,
  empty,
  choices,
  chosen,
}: {
  readonly name: string;
  readonly label: string;
  /** Words for the default; absent where every value has a name. */
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
