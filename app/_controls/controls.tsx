/** The controls of the form, a component for each. A control without choices is not shown. */
import type { ReactElement } from 'react';
import { Boxes, Fold, Select } from './Fields.tsx';
import type { FormContext } from './form-context.ts';

interface ControlProps {
  readonly form: FormContext;
}

/** Longer lists have a search box. */
const SEARCHED = 8;

export function AreaControl({ form }: ControlProps): ReactElement | null {
  const { choices, words, chosen, areas } = form;
  if (areas.length < 2) return null;
  const { countries, cities, groups } = choices;
  return (
    <Fold
      label={words.areas}
      choices={areas}
      chosen={[...chosen('country'), ...chosen('group')]}
      all={words.allAreas}
    >
      {areas.length > SEARCHED && (
        <div className="pick-head scripted">
          <input
            type="search"
            className="find"
            aria-label={words.filter}
            placeholder={words.filter}
            data-finds
          />
          <button type="button" className="btn btn-s" data-clears>
            {words.clear}
          </button>
        </div>
      )}
      <Boxes name="country" legend={words.countries} choices={countries} chosen={chosen('country')} />
      <Boxes name="country" legend={words.cities} choices={cities} chosen={chosen('country')} />
      <Boxes name="group" legend={words.groups} choices={groups} chosen={chosen('group')} />
    </Fold>
  );
}

export function OriginControl({ form: { choices, words, chosen } }: ControlProps): ReactElement | null {
  const field = { choices: choices.origins, chosen: chosen('origin') };
  if (choices.origins.length < 2) return null;
  return (
    <Fold label={words.origins} all={words.allAreas} {...field}>
      <Boxes name="origin" {...field} />
    </Fold>
  );
}

export function BreakdownControl({ form: { choices, words, chosen } }: ControlProps): ReactElement | null {
  const field = { choices: choices.breakdowns, chosen: chosen('breakdown') };
  if (choices.breakdowns.length < 2) return null;
  return (
    <Fold label={words.breakdown} all={words.all} {...field}>
      <Boxes name="breakdown" {...field} />
    </Fold>
  );
}

export function YearsControl({ form: { choices, words, chosen } }: ControlProps): ReactElement | null {
  if (choices.ends.length < 2) return null;
  return (
    <div className="years" role="group" aria-label={words.years}>
      <Select
        name="from"
        label={words.from}
        empty={words.earliest}
        choices={choices.ends}
        chosen={chosen('from')}
      />
      <Select name="to" label={words.to} empty={words.latest} choices={choices.ends} chosen={chosen('to')} />
    </div>
  );
}

export const DefinitionControl = ({ form: { choices, words, chosen } }: ControlProps): ReactElement | null =>
  choices.definitions.length < 2 ? null : (
    <Select
      name="definition"
      label={words.definition}
      empty={words.all}
      choices={choices.definitions}
      chosen={chosen('definition')}
    />
  );

export const SourceControl = ({ form: { words, chosen, sources } }: ControlProps): ReactElement | null =>
  sources.length < 2 ? null : (
    <Select
      name="source"
      label={words.source}
      empty={words.all}
      choices={sources}
      chosen={chosen('source')}
    />
  );

export const BasisControl = ({ form: { choices, words, chosen } }: ControlProps): ReactElement | null =>
  choices.bases.length < 2 ? null : (
    <Select name="basis" label={words.basis} choices={choices.bases} chosen={chosen('basis')} />
  );

export const TransformControl = ({
  form: { words, chosen, transforms },
}: ControlProps): ReactElement | null =>
  transforms.length === 0 ? null : (
    <Select
      name="transform"
      label={words.showAs}
      empty={words.asPublished}
      choices={transforms}
      chosen={chosen('transform')}
    />
  );

export function CombineControl({ form: { words, chosen, axes } }: ControlProps): ReactElement | null {
  const field = { choices: axes, chosen: chosen('combine') };
  if (axes.length === 0) return null;
  return (
    <Fold label={words.combine} all={words.combineNothing} {...field}>
      <Boxes name="combine" {...field} />
    </Fold>
  );
}
