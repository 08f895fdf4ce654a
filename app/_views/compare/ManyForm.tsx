/** What to compare, for three or more indicators: one select for each, one more to add, and the places. */
import type { ReactElement } from 'react';
import type { Choice } from '#app/_controls/choices.ts';
import { FormFold } from '#app/_controls/FormFold.tsx';
import { Select } from '#app/_controls/Fields.tsx';
import { COMPARE_MANY_WORDS } from '#app/_words/compare-many.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';

export interface ManyFormProps {
  readonly place: PageContext;
  readonly indicators: readonly Choice[];
  readonly chosen: readonly string[];
  /** Lists of codes, each as the address writes it. */
  readonly places: readonly Choice[];
  readonly chosenPlaces: string;
  /** Whether one more indicator fits. */
  readonly hasRoom: boolean;
  readonly kept: Readonly<Record<string, string>>;
}

/** The names of the selects, in order: the same as those of a form of two. */
const sideNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => (i === 0 ? 'up' : i === 1 ? 'across' : `also.${i + 1}`));

export function ManyForm({
  place,
  indicators,
  chosen,
  places,
  chosenPlaces,
  hasRoom,
  kept,
}: ManyFormProps): ReactElement {
  const words = COMPARE_MANY_WORDS[place.language];
  const hidden = { form: '1', ...kept, ...(place.pinned ? { release: place.release.version } : {}) };
  const names = sideNames(chosen.length + (hasRoom ? 1 : 0));
  const titles = chosen.map((id) => indicators.find(({ code }) => code === id)?.name ?? id);
  return (
    <FormFold
      key={[...chosen, chosenPlaces].join(' ')}
      sentence={titles.join(' ‖ ')}
      change={COMPARE_WORDS[place.language].change}
    >
      <form
        className="plain-form compare-form"
        action={pageHref({ ...place, pinned: false }, '/compare')}
        method="get"
        aria-label={COMPARE_WORDS[place.language].form}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {names.map((name, i) => (
          <Select
            key={name}
            name={name}
            label={i === 0 ? words.first : words.also}
            choices={indicators}
            chosen={[chosen[i] ?? '']}
            {...(i > 1 && { empty: words.none })}
          />
        ))}
        <Select
          name="country"
          label={words.places}
          empty={words.allPlaces}
          choices={places}
          chosen={[chosenPlaces]}
        />
        <button className="btn" type="submit">
          {COMPARE_WORDS[place.language].show}
        </button>
      </form>
    </FormFold>
  );
}
