/**
 * A list of places to choose from: what is chosen as chips, a finder, an order, whole groups and peers, and
 * the places with what is known of each.
 */
import { areaColour } from '#app/_charts/scales/colour.ts';
import type { ReactElement, ReactNode } from 'react';
import type { Choice, Together } from './choices.ts';
import type { FormContext } from './form-context.ts';

/** Longer lists have a finder. */
const SEARCHED = 8;

/** The finder of a list, and the button that unticks all of it. */
export const ListHead = ({
  form: { words },
  choices,
  label,
}: {
  readonly form: FormContext;
  readonly choices: readonly Choice[];
  readonly label: string;
}): ReactElement | null =>
  choices.length <= SEARCHED ? null : (
    <div className="pick-head scripted">
      <input
        type="search"
        className="find"
        aria-label={`${words.filter}: ${label}`}
        placeholder={words.filter}
        autoComplete="off"
        data-finds
      />
      <button type="button" className="btn btn-s" data-clears>
        {words.none}
      </button>
    </div>
  );

/** What is chosen, each with a sample of its line; a click takes it away. */
export const Chips = ({
  form: { words, chosen },
  names,
  choices,
}: {
  readonly form: FormContext;
  readonly names: readonly string[];
  readonly choices: readonly Choice[];
}): ReactElement => (
  <div className="chips scripted" data-chips={names.join(' ')} data-remove={words.remove}>
    {names.flatMap((name) =>
      chosen(name).map((code) => (
        <button
          key={`${name} ${code}`}
          type="button"
          className="chip"
          data-unticks={code}
          aria-label={`${words.remove} ${nameIn(choices, code)}`}
        >
          <i className={name === 'group' ? 'stroke-group' : `stroke-${areaColour(code)}`} />
          {nameIn(choices, code)}
        </button>
      )),
    )}
  </div>
);

const nameIn = (choices: readonly Choice[], code: string): string =>
  choices.find((choice) => choice.code === code)?.name ?? code;

/** Order of the list, whole groups and peers: what needs scripts. */
export const ListTools = ({
  form: { words },
  choices,
  groups,
  peers,
}: {
  readonly form: FormContext;
  readonly choices: readonly Choice[];
  readonly groups: readonly Together[];
  readonly peers: Together | null;
}): ReactElement | null => {
  const withFigure = choices.filter(({ amount }) => amount !== undefined).length;
  const isByFigure = withFigure * 2 >= choices.length;
  const orders = [
    ...(withFigure > 1 ? [['latest', words.byLatest] as const] : []),
    ...(choices.some(({ change }) => typeof change === 'number')
      ? [['change', words.byChange] as const]
      : []),
    ['name', words.byName] as const,
  ];
  const current = isByFigure ? 'latest' : 'name';
  return (
    <div className="pick-tools scripted">
      {orders.length > 1 && choices.length > SEARCHED && (
        <p role="group" aria-label={words.sortBy}>
          {words.sortBy}
          {orders.map(([order, label]) => (
            <button key={order} type="button" data-sorts={order} aria-pressed={order === current}>
              {label}
            </button>
          ))}
        </p>
      )}
      {groups.length > 0 && (
        <select className="select" aria-label={words.allOf} defaultValue="" data-ticks-group>
          <option value="">{words.allOf}</option>
          {groups.map((group) => (
            <option key={group.name} value={group.codes.join(' ')}>
              {`${group.name} (${group.codes.length})`}
            </option>
          ))}
        </select>
      )}
      {peers && (
        <button type="button" className="peers" data-ticks={peers.codes.join(' ')}>
          {peers.name}
        </button>
      )}
    </div>
  );
};

/** Places that cannot be chosen, with the reason. */
export const Without = ({ form: { words, choices } }: { readonly form: FormContext }): ReactNode =>
  choices.without.length === 0 ? null : (
    <fieldset className="boxes without">
      <legend>{words.withoutFigures}</legend>
      {choices.without.map(({ code, name, words: other }) => (
        <span key={code} data-find={`${name} ${other ?? ''} ${code}`}>
          {name}
        </span>
      ))}
    </fieldset>
  );
