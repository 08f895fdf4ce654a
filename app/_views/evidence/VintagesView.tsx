/** The triangle of revisions of a series, and the statistics of how each file revised the one before it. */
import { ScrollTable } from '../page/ScrollTable.tsx';
import type { ReactElement } from 'react';
import { evidenceWordsIn } from '#app/_words/evidence.ts';
import { vintageWordsIn } from '#app/_words/vintages.ts';
import { wordsIn } from '#app/_words/words.ts';
import { observationPath } from '#stats/evidence/address.ts';
import type { SeriesSubject } from '#stats/evidence/series-parameters.ts';
import type { RevisionStatistics, VintageRow, VintageTable } from '#stats/evidence/vintages.ts';
import { formatStated } from '#stats/format/figure.ts';
import { formatPeriodShort } from '#stats/format/period.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { formatNumber } from '#stats/number.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { indicatorHref, pageHref, type PageContext } from '../page/page-context.ts';
import { sizeText, VintageName } from './vintage-texts.tsx';
import { drawnVintages, isDrawn, VintageLines } from './VintageLines.tsx';

export interface VintagesViewProps {
  readonly table: VintageTable;
  readonly subject: SeriesSubject;
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
  /** Of whom the series is, in words. */
  readonly who: string;
  /** The series as the parameters of the data address. */
  readonly search: string;
  readonly place: PageContext;
}

export function VintagesView(props: VintagesViewProps): ReactElement {
  const { table, indicator, who, search, place } = props;
  const { language } = place;
  const words = vintageWordsIn(language);
  return (
    <>
      <nav className="crumbs" aria-label={words.crumbs}>
        <a href={pageHref(place, '/')}>{wordsIn(language).site.indicators}</a> /{' '}
        <a href={indicatorHref(place, indicator.id)}>{indicator.title[language]}</a> / {who}
      </nav>
      <div className="title claim-title">
        <h1>{words.title({ title: indicator.title[language], who })}</h1>
        <p className="def">{words.lead}</p>
      </div>
      {isDrawn(table) && <Drawing {...props} />}
      <section className="same">
        <div className="same-head">
          <div>
            <h2 id="statistics">{words.statistics}</h2>
            <p>{table.statistics.length === 0 ? words.none : words.statisticsLead}</p>
          </div>
        </div>
        {table.statistics.length > 0 && <Statistics {...props} />}
        <p className="small">
          <a href={pageHref(place, `/vintages/${indicator.id}`)}>
            {words.all({ title: indicator.title[language] })}
          </a>
        </p>
      </section>
      <section className="same">
        <div className="same-head">
          <div>
            <h2 id="triangle">{words.table}</h2>
            <p>{words.tableLead}</p>
          </div>
        </div>
        <Triangle {...props} />
        <p className="small mute">
          {evidenceWordsIn(language).data}: <a href={`/data/vintages.json?${search}`}>JSON</a>,{' '}
          <a href={`/data/vintages.csv?${search}`}>CSV</a>
        </p>
      </section>
    </>
  );
}

/** Each file as a line, and what stands for which. */
function Drawing({ table, subject, indicator, catalogue, who, place }: VintagesViewProps): ReactElement {
  const words = vintageWordsIn(place.language);
  const label = words.chart({ title: indicator.title[place.language], who });
  return (
    <figure className="fig">
      <div className="fig-head">
        <h2>{words.lines}</h2>
        <p>{words.linesLead}</p>
      </div>
      {(
        [
          ['only-wide', 800],
          ['only-narrow', 343],
        ] as const
      ).map(([size, width]) => (
        <div key={size} className={size}>
          <VintageLines {...{ table, subject, indicator, place, width, label }} />
        </div>
      ))}
      <ul className="vintage-key">
        {drawnVintages(table).map((vintage) => (
          <li key={vintage.edition}>
            <svg viewBox="0 0 24 8" className="sw" aria-hidden="true">
              <path
                d="M0 4H24"
                stroke={vintage.colour}
                strokeWidth={vintage.isLatest ? 3 : 1.6}
                strokeDasharray={vintage.dash}
                opacity={vintage.isLatest ? 1 : 0.55}
              />
            </svg>
            <VintageName {...{ vintage, catalogue, place }} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Statistics({ table, indicator, catalogue, place }: VintagesViewProps): ReactElement {
  const { language } = place;
  const words = vintageWordsIn(language);
  const size = (value: number | null): string =>
    value === null ? '' : sizeText(value, indicator, language).replace('+', '');
  const greatest = ({ greatest: most }: RevisionStatistics): string =>
    most
      ? words.of({
          size: sizeText(most.size, indicator, language),
          period: formatPeriodShort(most.period, 'stated', language),
        })
      : '';
  return (
    <ScrollTable
      labelledBy="statistics"
      head={[
        { text: words.to },
        { text: words.from, className: 'l' },
        { text: words.compared },
        { text: words.raised },
        { text: words.lowered },
        { text: words.median },
        { text: words.greatest },
        { text: words.delay },
      ]}
    >
      {table.statistics.map((entry) => (
        <tr key={entry.to.edition}>
          <th scope="row">
            <VintageName vintage={entry.to} {...{ catalogue, place }} />
          </th>
          <td className="l said">
            <VintageName vintage={entry.from} {...{ catalogue, place }} />
          </td>
          <td>{entry.compared}</td>
          <td>{entry.raised}</td>
          <td>{entry.lowered}</td>
          <td>{size(entry.median)}</td>
          <td>{greatest(entry)}</td>
          <td>{entry.delay === null ? '' : formatNumber(entry.delay, language)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}

function Triangle({ table, subject, indicator, catalogue, place }: VintagesViewProps): ReactElement {
  const { language } = place;
  const words = vintageWordsIn(language);
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-labelledby="triangle">
      <table className="cross tri">
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            {table.vintages.map((vintage) => (
              <th key={vintage.edition} scope="col">
                <VintageName {...{ vintage, catalogue, place }} />
              </th>
            ))}
            <th scope="col" className="t">
              {words.first}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.toReversed().map((row) => (
            <TriangleRow
              key={formatPeriod(row.period)}
              {...{ row, indicator, language }}
              hrefOf={(column) =>
                pageHref(
                  place,
                  observationPath({
                    ...subject,
                    source: table.vintages[column]?.source ?? '',
                    period: row.period,
                  }),
                )
              }
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The shade of a change by its size in percent of the figure before: under 1, under 5, more. */
const shadeOf = (change: number, before: number): string => {
  const share = before === 0 ? 1 : Math.abs(change / before);
  return change === 0 ? '' : share < 0.01 ? 'r0' : share < 0.05 ? 'r1' : 'r2';
};

function TriangleRow({
  row: { period, figures },
  indicator,
  language,
  hrefOf,
}: {
  readonly row: VintageRow;
  readonly indicator: Indicator;
  readonly language: PageContext['language'];
  /** The evidence of the figure in a column. */
  readonly hrefOf: (column: number) => string;
}): ReactElement {
  const values = figures.map((figure) => figure?.value ?? null);
  const known = values.filter((value) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  return (
    <tr>
      <th scope="row">{formatPeriodShort(period, 'stated', language)}</th>
      {figures.map((figure, i) => {
        if (!figure)
          return (
            <td key={i}>
              <span className="gap">·</span>
            </td>
          );
        const { word, number } = formatStated(figure, indicator, language, false);
        const before = values.slice(0, i).findLast((value) => value !== null) ?? null;
        const change = before === null || figure.value === null ? null : figure.value - before;
        return (
          <td key={i} className={change === null || before === null ? undefined : shadeOf(change, before)}>
            <a className="obs" href={hrefOf(i)}>
              {`${word} ${number}`.trim()}
            </a>
            {change !== null && change !== 0 && <small>{sizeText(change, indicator, language)}</small>}
          </td>
        );
      })}
      <td className="t">
        {first !== undefined && last !== undefined && known.length > 1
          ? sizeText(last - first, indicator, language)
          : ''}
      </td>
    </tr>
  );
}
