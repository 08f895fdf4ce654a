/**
 * An answer on a page: finding, chart, sources and files; the sources in the margin; below, the same figures
 * as a table. The server and the browser render this same component.
 */
import type { ReactElement, ReactNode } from 'react';
import { LAST_RESORT } from '#app/_charts/model/kind.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { crosstabOf } from '#stats/pairing/crosstab.ts';
import { wordsIn } from '#app/_words/words.ts';
import { ChartNotices } from './ChartNotices.tsx';
import { chartModels } from './ResponsiveChart.tsx';
import { citationOf } from './citation.ts';
import { Empty } from './Empty.tsx';
import { Legend } from './Legend.tsx';
import { Sidebar } from './Sidebar.tsx';
import { footnotesOf, type Footnotes } from '../table/footnotes.ts';
import type { PageContext } from '../page/page-context.ts';
import { dated, publisherOf, reference } from '../page/publisher.ts';
import { FootnoteMarks } from '../table/FootnoteMarks.tsx';
import { Gutter } from '../page/Brand.tsx';
import { FigureTable } from '../table/Table.tsx';
import { TabLinks } from './TabLinks.tsx';
import { shownTab, type Tab } from './tabs.ts';
import { ShareBar } from './ShareBar.tsx';
import { isTooMany, TooMany } from './TooMany.tsx';

/** The kind of chart that the finding above the table comes from. */
export type Models = ReturnType<typeof chartModels>;

/** Most columns of years that fit to the left of the margin. */
const BESIDE_MARGIN = 5;

export interface IndicatorAnswerProps {
  readonly comparison: Comparison;
  readonly place: PageContext;
  /** The requested tab; null for the default. */
  readonly tab: Tab | null;
  /** Draws the chart: static on the server, interactive in the browser. */
  readonly chart: (models: Models) => ReactNode;
}

export function IndicatorAnswer({ comparison, place, tab, chart }: IndicatorAnswerProps): ReactElement {
  if (isTooMany(comparison)) return <TooMany {...{ comparison, place }} />;
  const shown = shownTab(comparison, tab);
  const tabs = <TabLinks {...{ comparison, place, shown }} />;
  if (!comparison.cells.some((cell) => cell.stated !== null)) {
    return (
      <>
        {tabs}
        <Empty {...{ comparison, place }} />
      </>
    );
  }
  const marks = footnotesOf(comparison);
  // A list and a few years fit beside the margin; more years need the full width.
  const grid = (crosstabOf(comparison)?.periods.length ?? 0) > BESIDE_MARGIN;
  const first = shownTab(comparison, null);
  const models = chartModels(comparison, shown !== 'table' ? shown : first === 'table' ? LAST_RESORT : first);
  return (
    <>
      {tabs}
      <div className="collate answer">
        <div>
          <figure className="fig">
            <div className="fig-head">
              <h2>{models.wide.heading.title}</h2>
              <p>
                {models.wide.heading.subtitle}
                <FootnoteMarks marks={marks.sources.map((source) => source.mark).slice(0, 6)} />
              </p>
            </div>
            {shown === 'table' ? (
              <FigureTable {...{ comparison, marks, place }} every />
            ) : (
              <>
                <div className="drawing">{chart(models)}</div>
                <Legend model={models.wide} />
                <ChartNotices model={models.wide} />
              </>
            )}
            <SourceLine {...{ comparison, marks }} />
            <p className="only-print source">
              <b>{wordsIn(place.language).page.printCite}</b> {citationOf(comparison, place)}
            </p>
          </figure>
          <ShareBar {...{ comparison, place }} />
          {shown !== 'table' && !grid && <FigureTable {...{ comparison, marks, place }} />}
        </div>
        <Gutter />
        <Sidebar {...{ comparison, marks, place }} />
      </div>
      {shown !== 'table' && grid && <FigureTable {...{ comparison, marks, place }} />}
    </>
  );
}

function SourceLine({ comparison, marks }: { readonly comparison: Comparison; readonly marks: Footnotes }) {
  const { language } = comparison;
  return (
    <p className="source">
      <b>{wordsIn(language).page.sources}</b>{' '}
      {marks.sources
        .map(
          ({ mark, source }) =>
            `‖${mark} ${reference(publisherOf(source, language), dated(source.title[language], source.published))}.`,
        )
        .join(' ')}
    </p>
  );
}
