/** What changed between two releases: counts by indicator, and the figures of one indicator one by one. */
import { ScrollTable } from '../page/ScrollTable.tsx';
import type { ReactElement } from 'react';
import { countsText } from '#app/_downloads/diff/feed.ts';
import { diffWordsIn } from '#app/_words/diff.ts';
import { formatStated } from '#stats/format/figure.ts';
import { GAP_WORDS } from '#stats/format/labels.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { Catalogue, Indicator, Release } from '#stats/model/catalogue.ts';
import { breakdownCodeNames } from '#stats/format/dimensions.ts';
import { ALL, NONE } from '#stats/model/observation.ts';
import {
  revisionReason,
  sizeOf,
  type RevisedFigure,
  type Revision,
  type RevisionCounts,
} from '#stats/evidence/revision.ts';
import { formatNumber } from '#stats/number.ts';
import { observationPath } from '#stats/evidence/address.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';

/** A claim whose verdict differs between two releases, in words. */
export interface ChangedVerdict {
  readonly id: string;
  readonly was: string;
  readonly is: string;
}

export interface DiffViewProps {
  readonly from: Release;
  readonly to: Release;
  readonly counts: readonly { readonly indicator: Indicator; readonly counts: RevisionCounts }[];
  /** The filters of the address. */
  readonly indicator: Indicator | null;
  readonly area: string | null;
  /** The first rows of the indicator that is chosen. */
  readonly rows: readonly Revision[];
  readonly verdicts: readonly ChangedVerdict[];
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}

export function DiffView(props: DiffViewProps): ReactElement {
  const { from, to, counts, indicator, area, verdicts, place } = props;
  const { language } = place;
  const words = diffWordsIn(language);
  const path = `/releases/${from.version}...${to.version}`;
  const filters = [area === null ? '' : `area=${area}`].filter(Boolean).join('&');
  return (
    <>
      <nav className="crumbs" aria-label={words.crumbs}>
        <a href={pageHref(place, '/releases')}>{words.releases}</a> / {from.version}...{to.version}
      </nav>
      <div className="title">
        <h1>{words.title({ from: from.version, to: to.version })}</h1>
        <p className="def">{words.lead}</p>
      </div>
      <DiffFilter {...props} path={path} />
      <section className="kit" id="indicators">
        <h2>{words.byIndicator}</h2>
        <div>
          {counts.length === 0 && <p>{words.nothing}</p>}
          <ul className="points">
            {counts.map(({ indicator: changed, counts: own }) => (
              <li key={changed.id}>
                <a
                  href={pageHref(place, path, [filters, `indicator=${changed.id}`].filter(Boolean).join('&'))}
                >
                  {changed.title[language]}
                </a>
                : {countsText(own, language)}
              </li>
            ))}
          </ul>
        </div>
      </section>
      <section className="kit" id="rows">
        <h2>{words.rows}</h2>
        <div>{indicator ? <DiffRows {...props} /> : <p>{words.choose}</p>}</div>
      </section>
      <section className="kit" id="verdicts">
        <h2>{words.claims}</h2>
        <div>
          {verdicts.length === 0 && <p>{words.claimsNone}</p>}
          {verdicts.map(({ id, was, is }) => (
            <p key={id}>
              <a href={pageHref(place, `/claims/${id}`)}>
                {words.claimChanged({ id: id.toUpperCase(), was, is })}
              </a>
            </p>
          ))}
        </div>
      </section>
    </>
  );
}

function DiffFilter({
  from,
  to,
  counts,
  indicator,
  area,
  place,
  path,
}: DiffViewProps & { readonly path: string }): ReactElement {
  const { language } = place;
  const words = diffWordsIn(language);
  const search = [
    area === null ? '' : `area=${area}`,
    `from=${from.version}`,
    indicator ? `indicator=${indicator.id}` : '',
    language === 'en' ? '' : `lang=${language}`,
    `to=${to.version}`,
  ]
    .filter(Boolean)
    .join('&');
  return (
    <form className="check diff-filter" method="get" action={pageHref({ ...place, pinned: false }, path)}>
      {place.pinned && <input type="hidden" name="release" value={place.release.version} />}
      <label>
        <span>{words.indicator}</span>
        <select name="indicator" defaultValue={indicator?.id ?? ''}>
          <option value="">{words.all}</option>
          {counts.map(({ indicator: changed }) => (
            <option key={changed.id} value={changed.id}>
              {changed.title[language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.area}</span>
        <input name="area" defaultValue={area ?? ''} autoComplete="off" />
      </label>
      <p>
        <button className="btn" type="submit">
          {words.filter}
        </button>{' '}
        <span className="small mute">
          {words.data}: <a href={`/data/diff.csv?${search}`}>CSV</a>,{' '}
          <a href={`/data/diff.json?${search}`}>JSON</a>, <a href={`/data/diff.atom?${search}`}>Atom</a>
        </span>
      </p>
    </form>
  );
}

/** Long because it is the markup of a table. */
function DiffRows({ counts, indicator, rows, catalogue, place }: DiffViewProps): ReactElement | null {
  const { language } = place;
  const words = diffWordsIn(language);
  if (!indicator) return null;
  const own = counts.find((entry) => entry.indicator.id === indicator.id)?.counts;
  const all = own ? own.added + own.removed + own.revised + own.confirmed : 0;
  const name = (code: string): string =>
    catalogue.areas.find((area) => area.code === code)?.name[language] ?? code;
  const shown = (figure: RevisedFigure | null): string => {
    if (!figure) return '';
    if (!figure.stated) return figure.gap ? GAP_WORDS[figure.gap].words[language] : '';
    const { word, number } = formatStated(figure.stated, indicator, language, false);
    return `${word} ${number}`.trim();
  };
  return (
    <>
      <p>
        {words.rowsLead({ shown: formatNumber(rows.length, language), all: formatNumber(all, language) })}
      </p>
      <ScrollTable
        label={words.rows}
        head={[
          { text: words.figure },
          { text: words.was },
          { text: words.is },
          { text: words.size },
          { text: words.kind, className: 't l' },
          { text: words.source, className: 'l' },
        ]}
      >
        {rows.map((row) => {
          const own = revisionReason(row);
          // What can be seen in the two rows says more than what is declared of the whole file.
          const reason = own === 'new-edition' ? (row.declared ?? own) : own;
          const size = sizeOf(row);
          const codes = [
            row.counterpart === ALL || row.counterpart === NONE ? '' : name(row.counterpart),
            ...breakdownCodeNames(row.breakdown, catalogue.dimensions, language),
            formatPeriodWords(row.period, 'stated', language),
          ];
          return (
            <tr key={observationPath(row)}>
              <th scope="row">
                <a href={pageHref(place, observationPath(row))}>{name(row.area)}</a>
                <small>{codes.filter(Boolean).join(', ')}</small>
              </th>
              <td>{shown(row.was)}</td>
              <td>{shown(row.is)}</td>
              <td>{size !== null && size !== 0 ? sizeText(size, indicator, language) : ''}</td>
              <td className="t l said">{reason ? words.reasons[reason] : words.kinds[row.kind]}</td>
              <td className="l said">
                {catalogue.sources.find(({ id }) => id === row.source)?.shortTitle[language] ?? row.source}
              </td>
            </tr>
          );
        })}
      </ScrollTable>
    </>
  );
}

/** A difference with its sign; that of shares in points. */
function sizeText(size: number, { measure, decimals }: Indicator, language: PageContext['language']): string {
  const shown = measure === 'share' ? size * 100 : size;
  return `${shown > 0 ? '+' : ''}${formatNumber(shown, language, Math.abs(shown) < 10 ? Math.max(decimals, 2) : decimals)}`;
}
