/** What to compare: two indicators and a year, as a native form. Areas in the address are kept. */
import type { ReactElement } from 'react';
import type { Choice } from '#app/_controls/choices.ts';
import { FormFold } from '#app/_controls/FormFold.tsx';
import { Select } from '#app/_controls/Fields.tsx';
import { COMPARE_MANY_WORDS } from '#app/_words/compare-many.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';

export interface CompareFormProps {
  readonly place: PageContext;
  readonly indicators: readonly Choice[];
  readonly chosen: readonly [string, string];
  readonly years: readonly Choice[];
  readonly year: string;
  /** Parameters that are kept: areas, groups and the membership lists of the groups. */
  readonly kept: Readonly<Record<string, string>>;
}

export function CompareForm(props: CompareFormProps): ReactElement {
  const { place, indicators, chosen, years, year, kept } = props;
  const words = COMPARE_WORDS[place.language];
  const titles = chosen.map((id) => indicators.find(({ code }) => code === id)?.name ?? id);
  const hidden = { form: '1', ...kept, ...(place.pinned ? { release: place.release.version } : {}) };
  return (
    <FormFold
      key={[...chosen, year].join(' ')}
      sentence={[titles.join(' ‖ '), year].filter(Boolean).join(', ')}
      change={COMPARE_WORDS[place.language].change}
    >
      <form
        className="plain-form compare-form"
        action={pageHref({ ...place, pinned: false }, '/compare')}
        method="get"
        aria-label={words.form}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Select name="up" label={words.up} choices={indicators} chosen={[chosen[0]]} />
        <Select name="across" label={words.across} choices={indicators} chosen={[chosen[1]]} />
        <Select
          name="also.3"
          label={COMPARE_MANY_WORDS[place.language].also}
          empty={COMPARE_MANY_WORDS[place.language].none}
          choices={indicators}
          chosen={['']}
        />
        {years.length > 0 && <Select name="time" label={words.year} choices={years} chosen={[year]} />}
        <button className="btn" type="submit">
          {words.show}
        </button>
      </form>
    </FormFold>
  );
}
