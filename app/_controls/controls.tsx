/** The controls of the form, a component for each. */
import type { ReactElement } from 'react';
import { Boxes, Fold } from './Fields.tsx';
import type { Control, FormContext } from './form-context.ts';
import { Chips, ListHead, ListTools, Without } from './PlaceList.tsx';
import { spanText, summaryText } from './Summary.tsx';
import { YearFields } from './YearFields.tsx';

interface ControlProps {
  readonly form: FormContext;
}

function AreaControl({ form }: ControlProps): ReactElement {
  const { choices, words, chosen, areas } = form;
  const { countries, cities, parts, groups } = choices;
  return (
    <Fold
      label={words.areas}
      text={summaryText(areas, [...chosen('country'), ...chosen('group')], words.allAreas)}
      all={words.allAreas}
    >
      <Chips form={form} names={['country', 'group']} choices={areas} />
      <ListHead form={form} choices={areas} label={words.areas} />
      <ListTools
        form={form}
        choices={[...countries, ...parts, ...cities]}
        groups={choices.membersOf.country}
        peers={choices.peers}
      />
      <Boxes name="country" legend={words.countries} choices={countries} chosen={chosen('country')} />
      <Boxes name="country" legend={words.parts} choices={parts} chosen={chosen('country')} />
      <Boxes name="country" legend={words.cities} choices={cities} chosen={chosen('country')} />
      <Boxes name="group" legend={words.groups} choices={groups} chosen={chosen('group')} />
      <Without form={form} />
    </Fold>
  );
}

function OriginControl({ form }: ControlProps): ReactElement {
  const { choices, words, chosen } = form;
  const field = { choices: choices.origins, chosen: chosen('origin') };
  return (
    <Fold
      label={words.origins}
      text={summaryText(field.choices, field.chosen, words.allAreas)}
      all={words.allAreas}
    >
      <Chips form={form} names={['origin']} choices={choices.origins} />
      <ListHead form={form} choices={choices.origins} label={words.origins} />
      <ListTools form={form} choices={choices.origins} groups={choices.membersOf.origin} peers={null} />
      <Boxes name="origin" {...field} />
    </Fold>
  );
}

function YearsControl({ form }: ControlProps): ReactElement {
  const { words, chosen } = form;
  const [from, to] = [chosen('from')[0] ?? '', chosen('to')[0] ?? ''];
  return (
    <Fold label={words.years} text={spanText(from, to, words.allYears, words.latest)} all={words.allYears}>
      <YearFields form={form} />
    </Fold>
  );
}

/** Which list a plain control has, under which name, and whether it holds one value only. */
function listOf(
  { choices, sources, transforms, axes, words }: FormContext,
  control: Exclude<Control, 'areas' | 'origin' | 'years'>,
) {
  const several = { all: words.all, isSingle: false };
  switch (control) {
    case 'breakdown':
      return { name: control, label: words.breakdown, choices: choices.breakdowns, ...several };
    case 'definition':
      return { name: control, label: words.definition, choices: choices.definitions, ...several };
    case 'source':
      return { name: control, label: words.source, choices: sources, ...several };
    case 'combine':
      return {
        name: control,
        label: words.combine,
        choices: axes,
        all: words.combineNothing,
        isSingle: false,
      };
    case 'basis':
      return { name: control, label: words.basis, choices: choices.bases, all: '', isSingle: true };
    case 'transform':
      return {
        name: control,
        label: words.showAs,
        choices: [{ code: '', name: words.asPublished }, ...transforms],
        all: words.asPublished,
        isSingle: true,
      };
  }
}

function PlainFields({
  form,
  control,
  isTitled = false,
}: ControlProps & {
  readonly control: Exclude<Control, 'areas' | 'origin' | 'years'>;
  readonly isTitled?: boolean;
}): ReactElement {
  const { name, label, choices, isSingle } = listOf(form, control);
  const chosen = form.chosen(name);
  return (
    <>
      <ListHead form={form} choices={choices} label={label} />
      <Boxes
        {...{ name, choices, isSingle }}
        {...(isTitled && { legend: label })}
        chosen={isSingle && chosen.length === 0 ? [''] : chosen}
      />
    </>
  );
}

/** One control, folded. */
export function ControlFold({ form, control }: ControlProps & { readonly control: Control }): ReactElement {
  if (control === 'areas') return <AreaControl form={form} />;
  if (control === 'origin') return <OriginControl form={form} />;
  if (control === 'years') return <YearsControl form={form} />;
  const { name, label, choices, all } = listOf(form, control);
  return (
    <Fold label={label} text={summaryText(choices, form.chosen(name), all)} all={all}>
      <PlainFields form={form} control={control} />
    </Fold>
  );
}

/** How many of these controls are not as the page would have them without a question. */
const chosenIn = (
  { chosen, choices }: FormContext,
  controls: readonly Exclude<Control, 'areas' | 'origin' | 'years'>[],
): number =>
  controls.filter((control) => {
    const values = chosen(control);
    const isUsual = control === 'basis' && values[0] === choices.bases[0]?.code;
    return values.length > 0 && !isUsual;
  }).length;

/** Controls that few questions need, together in one fold. */
export function MoreFold({
  form,
  controls,
}: ControlProps & {
  readonly controls: readonly Exclude<Control, 'areas' | 'origin' | 'years'>[];
}): ReactElement {
  return (
    <Fold label={form.words.more} text={form.words.moreChosen({ n: chosenIn(form, controls) })} all="">
      {controls.map((control) => (
        <PlainFields key={control} form={form} control={control} isTitled />
      ))}
    </Fold>
  );
}
