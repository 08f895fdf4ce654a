/**
 * What to compare over time: a row for each of the two indicators, with its place, its nationality, its part, its basis
 * and its source. A native form: what is chosen is in the address, and it works without scripts.
 */
import type { ReactElement, ReactNode } from 'react';
import type { Choice } from '#app/_controls/choices.ts';
import { FormFold } from '#app/_controls/FormFold.tsx';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import type { SideControls } from './side-choices.ts';

export interface TimeFormProps {
  readonly place: PageContext;
  readonly indicators: readonly Choice[];
  readonly chosen: readonly [string, string];
  readonly sides: readonly SideControls[];
  /** The canonical question, so that the page knows which control was changed. */
  readonly query: string;
}

const options = (choices: readonly Choice[]): ReactElement[] =>
  choices.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));

export function TimeForm({ place, indicators, chosen, sides, query }: TimeFormProps): ReactElement {
  const words = COMPARE_WORDS[place.language];
  const hidden = {
    form: '1',
    view: 'time',
    was: query,
    ...(place.pinned ? { release: place.release.version } : {}),
  };
  return (
    <FormFold
      key={query}
      sentence={sentenceOf(chosen, indicators, sides)}
      change={COMPARE_WORDS[place.language].change}
      isAlways
    >
      <form
        className="side-form"
        action={pageHref({ ...place, pinned: false }, '/compare')}
        method="get"
        aria-label={words.form}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {(['up', 'across'] as const).map((name, i) => (
          <fieldset key={name} className="side-row">
            <legend className="vh">{i === 0 ? words.above : words.below}</legend>
            <label htmlFor={`f-${name}`}>{i === 0 ? words.above : words.below}</label>
            <select id={`f-${name}`} name={name} className="select" defaultValue={chosen[i === 0 ? 0 : 1]}>
              {options(indicators)}
            </select>
            <div className="side-chips">
              {sides[i] && <Chips controls={sides[i]} number={i + 1} place={place} />}
            </div>
          </fieldset>
        ))}
        <button className="btn" type="submit">
          {words.show}
        </button>
      </form>
    </FormFold>
  );
}

/** Each indicator with its place and, where there is room, its source, as the folded form says it. */
function sentenceOf(
  chosen: readonly string[],
  indicators: readonly Choice[],
  sides: readonly SideControls[],
): ReactElement {
  const parts = chosen.map((id, i) => {
    const { where = [], chosenWhere = '', controls = [] } = sides[i] ?? {};
    const options = where.flatMap((group) => group.options);
    const names = [indicators, options].map(
      (choices, k) => choices.find(({ code }) => code === (k === 0 ? id : chosenWhere))?.name ?? '',
    );
    const source = controls.find(({ choice }) => choice === 'source');
    const ofSource = source?.options.find(({ code }) => code === source.chosen)?.name;
    return { what: names.filter((name) => name !== '').join(', '), ofSource };
  });
  return (
    <>
      {parts.map(({ what, ofSource }, i) => (
        <span key={`${i} ${what}`}>
          {i > 0 && ' ‖ '}
          {what}
          {ofSource !== undefined && <span className="of-source">, {ofSource}</span>}
        </span>
      ))}
    </>
  );
}

function Chips({
  controls: { where, chosenWhere, controls },
  number,
  place,
}: {
  readonly controls: SideControls;
  readonly number: number;
  readonly place: PageContext;
}): ReactElement {
  const words = COMPARE_WORDS[place.language];
  return (
    <>
      <label className="side-chip">
        <span>{words.place}</span>
        <select name={`where.${number}`} defaultValue={chosenWhere}>
          {where.length === 1
            ? options(where[0]?.options ?? [])
            : where.map((group) => (
                <optgroup key={group.axis} label={words.axes[group.axis]}>
                  {options(group.options)}
                </optgroup>
              ))}
        </select>
      </label>
      {controls.map(({ choice, options: choices, chosen }) =>
        choices.length === 1 ? (
          <Fixed key={choice} name={`${choice}.${number}`} value={chosen}>
            {/* A total or a definition that is the only one needs no words. */}
            {(choice === 'basis' || choice === 'source' || choice === 'country') && (
              <span className="side-chip fixed">
                <span>{words.choices[choice]}</span> {choices[0]?.name}
              </span>
            )}
          </Fixed>
        ) : (
          <label key={choice} className="side-chip">
            <span>{words.choices[choice]}</span>
            <select name={`${choice}.${number}`} defaultValue={chosen}>
              {options(choices)}
            </select>
          </label>
        ),
      )}
    </>
  );
}

/** A control with a single option: sent along, and shown as words. */
const Fixed = ({
  name,
  value,
  children,
}: {
  readonly name: string;
  readonly value: string;
  readonly children: ReactNode;
}): ReactElement => (
  <>
    {children}
    <input type="hidden" name={name} value={value} />
  </>
);
