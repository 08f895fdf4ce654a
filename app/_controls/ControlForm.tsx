/**
 * The controls of an indicator's page: a native form. Areas fold into one line that says what is chosen, so
 * that the chart starts high on the page; what an indicator does not have, the form does not show.
 */
import type { ReactElement } from 'react';
import type { Indicator } from '#stats/model/catalogue.ts';
import type { Language } from '#stats/language.ts';
import { PREFERRED } from '#stats/query/values.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { Choices } from './choices.ts';
import { Boxes, Select } from './Fields.tsx';
import { COMBINABLE, HANDED_ON, formState } from './form.ts';
import { Summary } from './Summary.tsx';
import { transformChoices } from './transforms.ts';
import type { Query } from '#stats/model/query.ts';

export interface ControlFormProps {
  readonly choices: Choices;
  readonly query: Query;
  readonly indicator: Pick<Indicator, 'additive' | 'measure' | 'signed' | 'counterpartRole'>;
  readonly language: Language;
  /** The page's own address, without a query. */
  readonly action: string;
  /** The release, where the address names it; the tab, where it is not the default. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly resetHref: string;
}

export function ControlForm(props: ControlFormProps): ReactElement | null {
  const { choices, query, indicator, language, action, hidden, resetHref } = props;
  const words = wordsIn(language).page;
  const places = [...choices.countries, ...choices.cities];
  const state = formState(
    query,
    places.map((one) => one.code),
  );
  const chosen = (name: string): readonly string[] => state.get(name) ?? [];
  const select = (name: string, label: string, list: Choices['ends'], empty?: string) =>
    list.length > 1 ? (
      <Select
        {...{ name, label }}
        {...(empty === undefined ? {} : { empty })}
        choices={list}
        chosen={chosen(name)}
      />
    ) : null;
  const combine = [
    { code: 'area', name: words.combineArea, there: places.length > 1 },
    { code: 'origin', name: words.combineOrigin, there: choices.origins.length > 1 },
    { code: 'breakdown', name: words.combineBreakdown, there: choices.breakdowns.length > 1 },
  ].filter(
    ({ code, there }) => there && COMBINABLE.some((axis) => axis === code) && indicator.additive !== 'none',
  );
  const areas = [...places, ...choices.groups];
  const several = choices.sources.length > 1;
  const sources = several
    ? [{ code: PREFERRED, name: words.preferred }, ...choices.sources]
    : choices.sources;
  const transforms = transformChoices(indicator, query, choices, language);
  const offered = [areas, choices.origins, choices.breakdowns, choices.ends, choices.definitions];
  // Nothing to choose, nothing to show: a row of buttons without fields is a question about nothing.
  if (combine.length === 0 && [...offered, choices.sources, choices.bases].every((list) => list.length < 2)) {
    return null;
  }
  return (
    <form className="controls" action={action} method="get" aria-label={words.change}>
      <input type="hidden" name="form" value="1" />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {HANDED_ON.flatMap((name) =>
        chosen(name).map((value) => <input key={name} type="hidden" name={name} value={value} />),
      )}
      {areas.length > 1 && (
        <details className="fold" name="fold">
          <Summary
            label={words.areas}
            choices={areas}
            chosen={[...chosen('country'), ...chosen('group')]}
            all={words.allAreas}
          />
          <div className="pick">
            {areas.length > 8 && (
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
            <Boxes
              name="country"
              legend={words.countries}
              choices={choices.countries}
              chosen={chosen('country')}
            />
            <Boxes name="country" legend={words.cities} choices={choices.cities} chosen={chosen('country')} />
            <Boxes name="group" legend={words.groups} choices={choices.groups} chosen={chosen('group')} />
          </div>
        </details>
      )}
      {choices.origins.length > 1 && (
        <details className="fold" name="fold">
          <Summary
            label={words.origins}
            choices={choices.origins}
            chosen={chosen('origin')}
            all={words.allAreas}
          />
          <div className="pick">
            <Boxes name="origin" choices={choices.origins} chosen={chosen('origin')} />
          </div>
        </details>
      )}
      {choices.breakdowns.length > 1 && (
        <details className="fold" name="fold">
          <Summary
            label={words.breakdown}
            choices={choices.breakdowns}
            chosen={chosen('breakdown')}
            all={words.all}
          />
          <div className="pick">
            <Boxes name="breakdown" choices={choices.breakdowns} chosen={chosen('breakdown')} />
          </div>
        </details>
      )}
      {choices.ends.length > 1 && (
        <div className="years" role="group" aria-label={words.years}>
          <Select
            name="from"
            label={words.from}
            empty={words.earliest}
            choices={choices.ends}
            chosen={chosen('from')}
          />
          <Select
            name="to"
            label={words.to}
            empty={words.latest}
            choices={choices.ends}
            chosen={chosen('to')}
          />
        </div>
      )}
      {select('definition', words.definition, choices.definitions, words.all)}
      {select('source', words.source, sources, words.all)}
      {select('basis', words.basis, choices.bases)}
      {transforms.length > 0 && (
        <Select
          name="transform"
          label={words.showAs}
          empty={words.asPublished}
          choices={transforms}
          chosen={chosen('transform')}
        />
      )}
      {combine.length > 0 && (
        <details className="fold" name="fold">
          <Summary
            label={words.combine}
            choices={combine}
            chosen={chosen('combine')}
            all={words.combineNothing}
          />
          <div className="pick">
            <Boxes name="combine" choices={combine} chosen={chosen('combine')} />
          </div>
        </details>
      )}
      <div className="go">
        <button type="submit" className="btn">
          {words.show}
        </button>
        <a className="btn btn-quiet" href={resetHref}>
          {words.reset}
        </a>
      </div>
    </form>
  );
}
