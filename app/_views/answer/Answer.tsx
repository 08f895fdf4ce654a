/**
 * An answer on a page: finding, chart, sources and files; the sources in the margin; below, the same figures
 * as a table. The server and the browser render this same component.
 */
import type { ReactElement, ReactNode } from 'react';
import { LAST_RESORT } from '#app/_charts/model/kind.ts';
import type { PeriodCount } from '#app/_controls/periods.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { crosstabOf } from '#stats/pairing/crosstab.ts';
import { capitalise } from '#stats/text.ts';
import { PLAY_WORDS } from '#app/_words/play.ts';
import { wordsIn } from '#app/_words/words.ts';
import { ChartNotices } from './ChartNotices.tsx';
import { questionInWords } from './question.ts';
import { chartModels } from './chart-models.ts';
import { citationOf } from './citation.ts';
import { Empty } from './Empty.tsx';
import { Legend } from './Legend.tsx';
import { Sidebars } from './Sidebar.tsx';
import { footnotesOf, type Footnotes } from '../table/footnotes.ts';
import type { MapLink } from '../page/map-links.ts';
import type { PageContext } from '../page/page-context.ts';
import { dated, publisherOf, reference } from '../page/publisher.ts';
import { FootnoteMarks } from '../table/FootnoteMarks.tsx';
import { Gutter } from '../page/Brand.tsx';
import { FigureTable } from '../table/Table.tsx';
import { TabLinks } from './TabLinks.tsx';
import { shownTab, type Tab } from './tabs.ts';
import { ShareBar } from './ShareBar.tsx';
import { stepsOf } from './steps/steps.ts';
import { isTooMany, TooMany } from './TooMany.tsx';
import { YearSteps, type Playing } from './steps/YearSteps.tsx';

/** The kind of chart that the finding above the table comes from. */
export type Models = ReturnType<typeof chartModels>;

/** Pixels beside which the margin stands: what is above and below a chart, and about what a table takes. */
const AROUND_CHART = 400;
const TABLE_ROW = 40;
/** Letters of a finding that takes two lines, three on a phone; longer ones are set smaller. */
const SHORT_FINDING = 84;

export interface IndicatorAnswerProps {
  readonly comparison: Comparison;
  readonly place: PageContext;
  /** The requested tab; null for the default. */
  readonly tab: Tab | null;
  /** A notice below the chart. */
  readonly notice: ReactNode;
  /** The periods on file, for charts that show one period. */
  readonly periods?: readonly PeriodCount[];
  /** What is being played, and the figures of all its periods, whose scale is shared. */
  readonly playing?: Playing;
  readonly among?: readonly Cell[];
  /** Maps of more places than the question names. */
  readonly maps?: readonly MapLink[];
  /** Draws the chart: static on the server, interactive in the browser. */
  readonly chart: (models: Models) => ReactNode;
}

/** Long because it is the order of everything on the page, and each part is a component already. */
export function IndicatorAnswer(props: IndicatorAnswerProps): ReactElement {
  const { comparison, place, tab, chart, notice, periods = [], playing, among, maps = [] } = props;
  if (isTooMany(comparison)) return <TooMany {...{ comparison, place }} />;
  const shown = shownTab(comparison, tab);
  const tabs = <TabLinks {...{ comparison, place, shown, maps }} />;
  if (!comparison.cells.some((cell) => cell.stated !== null)) {
    return (
      <>
        {tabs}
        <Empty {...{ comparison, place }} />
      </>
    );
  }
  const marks = footnotesOf(comparison);
  const first = shownTab(comparison, null);
  const kind = shown !== 'table' ? shown : first === 'table' ? LAST_RESORT : first;
  const models = chartModels(comparison, kind, among);
  const steps = stepsOf(comparison, shown, periods, place);
  const { title, subtitle } = models.wide.heading;
  const isTable = shown === 'table';
  const rows = crosstabOf(comparison)?.rows.length ?? comparison.cells.length;
  const room = AROUND_CHART + (isTable ? rows * TABLE_ROW : models.wide.height);
  const { beside, below } = Sidebars({ comparison, marks, place, room });
  return (
    <>
      {tabs}
      <div className="collate answer">
        <div className="drawn" id="chart" tabIndex={-1}>
          <figure className="fig">
            <div className="fig-head">
              <h2 className={title.length > SHORT_FINDING ? 'long' : undefined}>{title}</h2>
              <p>
                {withoutName(subtitle, comparison.indicator.title[place.language])}
                <FootnoteMarks marks={marks.sources.map((source) => source.mark).slice(0, 6)} />
              </p>
            </div>
            {isTable ? (
              <FigureTable {...{ comparison, marks, place }} every />
            ) : (
              <>
                <div className="drawing">{chart(models)}</div>
                {steps && (
                  <YearSteps {...steps} language={place.language} tab={shown} {...(playing && { playing })} />
                )}
                {among && <p className="small mute">{PLAY_WORDS[place.language].sameScale}</p>}
                <Legend model={models.wide} />
                <ChartNotices model={models.wide} />
              </>
            )}
            {notice}
            <SourceLine {...{ comparison, marks, place }} />
            <OnPaper {...{ comparison, place }} />
          </figure>
          <ShareBar {...{ comparison, place, tab }} />
        </div>
        <Gutter />
        {beside}
        {!isTable && (
          <div className="listed">
            <FigureTable {...{ comparison, marks, place }} />
          </div>
        )}
        {below}
      </div>
    </>
  );
}

/** What a screen shows elsewhere: the question, and how to cite its answer. */
function OnPaper({ comparison, place }: Pick<IndicatorAnswerProps, 'comparison' | 'place'>): ReactElement {
  const { query, indicator, language } = comparison;
  const words = wordsIn(language).page;
  return (
    <>
      <p className="only-print source">
        <b>{words.printQuestion}</b> {questionInWords(query, indicator, comparison, language).sentence}.
      </p>
      <p className="only-print source">
        <b>{words.printCite}</b> {citationOf(comparison, place)}
      </p>
    </>
  );
}

/**
 * What is measured, without the name of the indicator: it stands above.
 * @example withoutName('Homicide rate, homicides per 100,000 people. 2014', 'Homicide rate') === 'Homicides per 100,000 people. 2014'
 */
function withoutName(subtitle: string, name: string): string {
  const rest = subtitle.startsWith(name) ? subtitle.slice(name.length) : '';
  // A name that ends in an abbreviation has its own full stop.
  const isSeparate = /^[.,] /.test(rest) || (name.endsWith('.') && rest.startsWith(' '));
  return isSeparate ? capitalise(rest.replace(/^[.,]? /, '')) : subtitle;
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
