/** The data that every control of the form receives, and which controls the form has. */
import { wordsIn } from '#app/_words/words.ts';
import type { Language } from '#stats/language.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import type { Query } from '#stats/model/query.ts';
import { PREFERRED } from '#stats/query/values.ts';
import type { Choice, Choices } from './choices.ts';
import { COMBINABLE, formState, ORDER } from './form.ts';
import { transformChoices } from './transforms.ts';

/** A question and the choices that can change it. */
export interface ControlInput {
  readonly choices: Choices;
  readonly query: Query;
  readonly indicator: Pick<Indicator, 'additive' | 'measure' | 'signed' | 'counterpartRole'>;
  readonly language: Language;
}

/** The controls, in the order of the bar. */
export const CONTROLS = [
  'areas',
  'origin',
  'breakdown',
  'years',
  'source',
  'transform',
  'definition',
  'basis',
  'combine',
] as const;
export type Control = (typeof CONTROLS)[number];

export interface FormContext {
  readonly choices: Choices;
  readonly language: Language;
  readonly words: ReturnType<typeof wordsIn>['page'];
  /** The ticked or typed values of a control. */
  readonly chosen: (name: string) => readonly string[];
  /** Countries, cities and groups. */
  readonly areas: readonly Choice[];
  /** The sources; the preferred source first if there are several. */
  readonly sources: readonly Choice[];
  readonly transforms: readonly Choice[];
  /** The axes along which figures can be summed. */
  readonly axes: readonly Choice[];
  /** The controls that have something to choose. */
  readonly controls: readonly Control[];
}

export function formContext({ choices, query, indicator, language }: ControlInput): FormContext {
  const words = wordsIn(language).page;
  const places = [...choices.countries, ...choices.parts, ...choices.cities];
  const state = formState(query);
  const named: Record<(typeof COMBINABLE)[number], { name: string; choices: readonly Choice[] }> = {
    area: { name: words.combineArea, choices: places },
    origin: { name: words.combineOrigin, choices: choices.origins },
    breakdown: { name: words.combineBreakdown, choices: choices.breakdowns },
  };
  const areas = [...places, ...choices.groups];
  const sources =
    choices.sources.length > 1
      ? [{ code: PREFERRED, name: words.preferred }, ...choices.sources]
      : choices.sources;
  const transforms = transformChoices(indicator, query, choices, language);
  const axes = COMBINABLE.filter(
    (axis) => indicator.additive !== 'none' && named[axis].choices.length > 1,
  ).map((axis) => ({ code: axis, name: named[axis].name }));
  const isOffered: Record<Control, boolean> = {
    areas: areas.length > 1,
    origin: choices.origins.length > 1,
    breakdown: choices.breakdowns.length > 1,
    years: choices.ends.length > 1,
    source: sources.length > 1,
    transform: transforms.length > 0,
    definition: choices.definitions.length > 1,
    basis: choices.bases.length > 1,
    combine: axes.length > 0,
  };
  const controls = CONTROLS.filter((control) => isOffered[control]);
  return {
    choices,
    language,
    words,
    chosen: (name) => state.get(name) ?? [],
    areas,
    sources,
    transforms,
    axes,
    controls,
  };
}

/** The values that a control can hold; null if it is a field that holds any text. */
function heldBy(
  { choices, areas, sources, transforms, axes }: FormContext,
  control: Control,
): Readonly<Record<string, readonly Choice[] | null>> {
  switch (control) {
    case 'areas':
      return { country: areas, group: areas };
    case 'origin':
      return { origin: choices.origins };
    case 'breakdown':
      return { breakdown: choices.breakdowns };
    case 'years':
      return { from: null, to: null };
    case 'source':
      return { source: sources };
    case 'transform':
      return { transform: transforms };
    case 'definition':
      return { definition: choices.definitions };
    case 'basis':
      return { basis: choices.bases };
    case 'combine':
      return { combine: axes };
  }
}

/** The parameters that the form passes on: their values have no field of their own. */
const HANDED_ON = [
  'country',
  'group',
  'origin',
  'breakdown',
  'definition',
  'source',
  'basis',
  'from',
  'to',
  'combine',
  'transform',
  'coverage',
  'members',
  'weight',
  ORDER,
] as const;

/** What the question has and no control shows, so that a form that is sent unchanged asks the same. */
export function handedOn(form: FormContext): readonly (readonly [name: string, value: string])[] {
  const held = new Map(form.controls.flatMap((control) => Object.entries(heldBy(form, control))));
  return HANDED_ON.flatMap((name) => {
    const choices = held.get(name);
    if (choices === null) return [];
    return form
      .chosen(name)
      .filter((value) => !choices?.some(({ code }) => code === value))
      .map((value) => [name, value] as const);
  });
}
