/** The data that every control of the form receives, and which controls the form has. */
import { wordsIn } from '#app/_words/words.ts';
import type { Language } from '#stats/language.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import type { Query } from '#stats/model/query.ts';
import { PREFERRED } from '#stats/query/values.ts';
import type { Choice, Choices } from './choices.ts';
import { COMBINABLE, formState } from './form.ts';
import { transformChoices } from './transforms.ts';

/** A question and the choices that can change it. */
export interface ControlInput {
  readonly choices: Choices;
  readonly query: Query;
  readonly indicator: Pick<Indicator, 'additive' | 'measure' | 'signed' | 'counterpartRole'>;
  readonly language: Language;
}

export interface FormContext {
  readonly choices: Choices;
  readonly words: ReturnType<typeof wordsIn>['page'];
  /** The ticked or selected values of a control. */
  readonly chosen: (name: string) => readonly string[];
  /** Countries, cities and groups. */
  readonly areas: readonly Choice[];
  /** The sources; the preferred source first if there are several. */
  readonly sources: readonly Choice[];
  readonly transforms: readonly Choice[];
  /** The axes along which figures can be summed. */
  readonly axes: readonly Choice[];
}

export function formContext({ choices, query, indicator, language }: ControlInput): FormContext {
  const words = wordsIn(language).page;
  const places = [...choices.countries, ...choices.cities];
  const state = formState(
    query,
    places.map(({ code }) => code),
  );
  const axes: Record<(typeof COMBINABLE)[number], { name: string; choices: readonly Choice[] }> = {
    area: { name: words.combineArea, choices: places },
    origin: { name: words.combineOrigin, choices: choices.origins },
    breakdown: { name: words.combineBreakdown, choices: choices.breakdowns },
  };
  return {
    choices,
    words,
    chosen: (name) => state.get(name) ?? [],
    areas: [...places, ...choices.groups],
    sources:
      choices.sources.length > 1
        ? [{ code: PREFERRED, name: words.preferred }, ...choices.sources]
        : choices.sources,
    transforms: transformChoices(indicator, query, choices, language),
    axes: COMBINABLE.filter((axis) => indicator.additive !== 'none' && axes[axis].choices.length > 1).map(
      (axis) => ({ code: axis, name: axes[axis].name }),
    ),
  };
}

/** Whether the form has any choices: without them its buttons would have no effect. */
export const hasControls = ({ choices, areas, axes }: FormContext): boolean =>
  axes.length > 0 ||
  [
    areas,
    choices.origins,
    choices.breakdowns,
    choices.ends,
    choices.definitions,
    choices.sources,
    choices.bases,
  ].some((list) => list.length > 1);
