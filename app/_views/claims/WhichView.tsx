/** Where a number stands: the form, one sentence for the first find, and every find with its evidence. */
import { ScrollTable } from '../page/ScrollTable.tsx';
import type { ReactElement } from 'react';
import { areaName, breakdownName } from '#app/_charts/wording/code-name.ts';
import { claimWordsIn } from '#app/_words/claims.ts';
import { whichWordsIn } from '#app/_words/which.ts';
import type { FoundFigure } from '#stats/evidence/evidence.ts';
import { formatStated } from '#stats/format/figure.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { ALL, NONE } from '#stats/model/observation.ts';
import { observationPath } from '#stats/evidence/address.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';

export interface WhichViewProps {
  /** The question; empty texts where nothing is asked yet. */
  readonly asked: { readonly indicator: Indicator | null; readonly area: string; readonly number: string };
  /** Null if nothing is asked yet. */
  readonly found: readonly FoundFigure[] | null;
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}

export function WhichView(props: WhichViewProps): ReactElement {
  const { asked, found, catalogue, place } = props;
  const { language } = place;
  const words = whichWordsIn(language);
  const claims = claimWordsIn(language);
  const indicators = catalogue.indicators
    .map(({ id, title }): readonly [string, string] => [id, title[language]])
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  return (
    <>
      <nav className="crumbs" aria-label={claims.crumbs}>
        <a href={pageHref(place, '/claims')}>{claims.claims}</a> / {words.title}
      </nav>
      <div className="title claim-title">
        <h1>{words.title}</h1>
        <p className="def">{words.lead}</p>
      </div>
      <form
        className="check diff-filter"
        method="get"
        action={pageHref({ ...place, pinned: false }, '/claims/which')}
      >
        {place.pinned && <input type="hidden" name="release" value={place.release.version} />}
        <label>
          <span>{words.indicator}</span>
          <select name="indicator" defaultValue={asked.indicator?.id ?? 'homicide-rate'}>
            {indicators.map(([id, title]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.area}</span>
          <input name="area" defaultValue={asked.area} autoComplete="off" />
        </label>
        <label>
          <span>{words.number}</span>
          <input name="number" defaultValue={asked.number} autoComplete="off" inputMode="decimal" />
        </label>
        <button className="btn btn-main" type="submit">
          {words.submit}
        </button>
      </form>
      {found && asked.indicator && <Found {...props} indicator={asked.indicator} found={found} />}
    </>
  );
}

/**
 * The states of one observation that follow one another are one find.
 * Long because it is the markup of a table.
 */
function Found({
  asked,
  found,
  indicator,
  catalogue,
  place,
}: WhichViewProps & { readonly indicator: Indicator; readonly found: readonly FoundFigure[] }): ReactElement {
  const { language } = place;
  const words = whichWordsIn(language);
  const { number } = asked;
  const [first] = found;
  const source = (id: string): string =>
    catalogue.sources.find((entry) => entry.id === id)?.shortTitle[language] ?? id;
  const who = (figure: FoundFigure): string =>
    [
      areaName(catalogue.areas, figure.area, language),
      [ALL, NONE].includes(figure.counterpart) ? '' : areaName(catalogue.areas, figure.counterpart, language),
      breakdownName(catalogue.dimensions, figure.breakdown, language),
    ]
      .filter(Boolean)
      .join(', ');
  const period = ({ state }: FoundFigure): string =>
    formatPeriodWords(state.period, state.periodStatus, language);
  return (
    <section className="check-outcome">
      <h2>
        {found.length === 0
          ? words.none({ number })
          : found.length === 1
            ? words.foundOne({ number })
            : words.found({ number, n: found.length })}
      </h2>
      {first && (
        <p className="quoted">
          {words.sentence({ number, source: source(first.source), period: period(first), who: who(first) })}
        </p>
      )}
      {found.length > 0 && (
        <ScrollTable
          label={words.title}
          head={[
            { text: words.period },
            { text: words.figure },
            { text: words.source, className: 't l' },
            { text: words.releases, className: 'l' },
          ]}
        >
          {found.map((figure) => {
            const { state } = figure;
            const text = state.stated && formatStated(state.stated, indicator, language, false);
            const path = observationPath({ ...figure, period: state.period });
            return (
              <tr key={`${path} ${state.since}`}>
                <th scope="row">
                  {period(figure)}
                  <small>{who(figure)}</small>
                </th>
                <td>
                  <a className="obs" href={pageHref(place, path)}>
                    {text && `${text.word} ${text.number}`.trim()}
                  </a>
                </td>
                <td className="t l said">{source(figure.source)}</td>
                <td className="l">
                  {state.until === null
                    ? words.toNow({ since: state.since })
                    : words.until({ since: state.since, until: state.until })}
                </td>
              </tr>
            );
          })}
        </ScrollTable>
      )}
    </section>
  );
}
