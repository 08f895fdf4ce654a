/** How far each file of an indicator revised the one before it, source by source. */
import type { ReactElement } from 'react';
import { evidenceWordsIn } from '#app/_words/evidence.ts';
import { vintageWordsIn } from '#app/_words/vintages.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { SourceRevisions } from '#stats/evidence/vintages.ts';
import { formatPeriodShort } from '#stats/format/period.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { formatNumber } from '#stats/number.ts';
import { vintagesHref } from '../page/evidence-href.ts';
import { indicatorHref, pageHref, type PageContext } from '../page/page-context.ts';
import { ScrollTable } from '../page/ScrollTable.tsx';
import { sizeText, VintageName } from './vintage-texts.tsx';

export interface SourceRevisionsViewProps {
  readonly statistics: readonly SourceRevisions[];
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}

export function SourceRevisionsView(props: SourceRevisionsViewProps): ReactElement {
  const { statistics, indicator, place } = props;
  const { language } = place;
  const words = vintageWordsIn(language);
  const search = `indicator=${indicator.id}`;
  return (
    <>
      <nav className="crumbs" aria-label={words.crumbs}>
        <a href={pageHref(place, '/')}>{wordsIn(language).site.indicators}</a> /{' '}
        <a href={indicatorHref(place, indicator.id)}>{indicator.title[language]}</a>
      </nav>
      <div className="title claim-title">
        <h1>{words.all({ title: indicator.title[language] })}</h1>
        <p className="def">{words.allLead}</p>
      </div>
      <section className="same">
        <div className="same-head">
          <div>
            <h2 id="statistics">{words.statistics}</h2>
            <p>{statistics.length === 0 ? words.allNone : words.allStatistics}</p>
          </div>
        </div>
        {statistics.length > 0 && <Statistics {...props} />}
        <p className="small mute">
          {evidenceWordsIn(language).data}: <a href={`/data/vintages.json?${search}`}>JSON</a>,{' '}
          <a href={`/data/vintages.csv?${search}`}>CSV</a>
        </p>
      </section>
    </>
  );
}

function Statistics({ statistics, indicator, catalogue, place }: SourceRevisionsViewProps): ReactElement {
  const { language } = place;
  const words = vintageWordsIn(language);
  const plain = (size: number | null): string =>
    size === null ? '' : sizeText(size, indicator, language).replace('+', '');
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
        { text: words.medianPercent },
        { text: words.greatest, className: 'l' },
        { text: words.delay },
      ]}
    >
      {statistics.map(({ from, to, compared, raised, lowered, median, medianPercent, greatest, delay }) => (
        <tr key={`${from.edition} ${to.edition}`}>
          <th scope="row">
            <VintageName vintage={to} {...{ catalogue, place }} />
          </th>
          <td className="l said">
            <VintageName vintage={from} {...{ catalogue, place }} />
          </td>
          <td>{formatNumber(compared, language)}</td>
          <td>{formatNumber(raised, language)}</td>
          <td>{formatNumber(lowered, language)}</td>
          <td>{plain(median)}</td>
          <td>{medianPercent === null ? '' : `${formatNumber(medianPercent, language, 1)}%`}</td>
          <td className="l said">
            {greatest && (
              <>
                {sizeText(greatest.size, indicator, language)}:{' '}
                <a href={vintagesHref(greatest, place)}>
                  {catalogue.areas.find(({ code }) => code === greatest.area)?.name[language] ??
                    greatest.area}
                  , {formatPeriodShort(greatest.period, 'stated', language)}
                </a>
              </>
            )}
          </td>
          <td>{delay === null ? '' : formatNumber(delay, language)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
