/** Two indicators over one time axis: the verdict, the finding, the panels, the figures, and what else can stand beside. */
import type { ReactElement, ReactNode } from 'react';
import { hasTimeline, timelineModel } from '#app/_charts/timeline/chart.ts';
import { lower } from '#app/_charts/text/letter-case.ts';
import { areaName } from '#app/_charts/wording/code-name.ts';
import type { Language } from '#stats/language.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { PairedResult } from '#stats/pairing/pair-indicators.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { ChartNotices } from '../answer/ChartNotices.tsx';
import { comparabilityWords } from '../answer/comparability.ts';
import { SidebarSection } from '../answer/SidebarSection.tsx';
import { Gutter } from '../page/Brand.tsx';
import { Still } from '../still/Still.tsx';
import type { PageContext } from '../page/page-context.ts';
import { VerdictLine } from '../page/Verdict.tsx';
import { PairChart } from './PairChart.tsx';
import { CompareShareBar } from './CompareShareBar.tsx';
import { DefinitionTable } from './DefinitionTable.tsx';
import { TimeTable } from './TimeTable.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

/** Most places of a side that are named. */
const MOST_NAMED = 4;

export interface TimeViewProps {
  readonly halves: readonly [PairHalf, PairHalf];
  readonly together: PairedResult;
  readonly place: PageContext;
  readonly query: string;
  readonly form: ReactNode;
  readonly partners: ReactNode;
  /** The address of the same two across places; null if fewer than two places share a year. */
  readonly across: string | null;
}

export function TimeView({
  halves,
  together,
  place,
  query,
  form,
  partners,
  across,
}: TimeViewProps): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  const drawn = hasTimeline(halves);
  const [wide, narrow] = [800, 343].map((width) => timelineModel(halves, { width, language }));
  return (
    <>
      <div className="compare-title">
        <h1>{words.overTitle}</h1>
        <p className="def">{words.overLead}</p>
      </div>
      {form}
      <div className="collate answer">
        <div>
          <VerdictBar {...{ halves, together, place }} />
          <figure className="fig">
            <div className="fig-head">
              <h2>{drawn && wide ? wide.heading.title : words.nothing}</h2>
              {!(drawn && wide) && <p>{words.nothingHelp}</p>}
            </div>
            {drawn && wide && narrow && <PairChart {...{ wide, narrow, place }} />}
            {wide && <ChartNotices model={wide} />}
            {wide && (
              <p className="source">
                <b>{wordsIn(language).page.sources}</b> {wide.sources.join('. ')}.
              </p>
            )}
          </figure>
          <CompareShareBar {...{ halves, place, query }} view="time" isDrawn={false} />
        </div>
        <Gutter />
        <TimeMargin {...{ halves, place, across }} />
      </div>
      <Still>
        {drawn && <TimeTable halves={halves} place={place} />}
        <DefinitionTable {...{ halves, together, place }} />
        {partners}
      </Still>
    </>
  );
}

/** Whether the two may be read together, with the reasons. */
function VerdictBar({
  halves,
  together,
  place: { language },
}: Pick<TimeViewProps, 'halves' | 'together' | 'place'>): ReactElement {
  const words = COMPARE_WORDS[language];
  const verdict = comparabilityWords(together.comparability, language);
  return (
    <div className={`verdict-bar v-${verdict.kind}`}>
      <VerdictLine kind={verdict.kind} words={words.readTogether} />
      <details>
        <summary>{words.reasons(verdict.reasons.length)}</summary>
        <p>{words.measures(measureOf(halves[0], language), measureOf(halves[1], language))}</p>
        {verdict.reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </details>
    </div>
  );
}

/** The margin: the other way to show the two, how fiscal and calendar years meet, and what the lines do not say. */
function TimeMargin({
  halves,
  place,
  across,
}: Pick<TimeViewProps, 'halves' | 'place' | 'across'>): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  const isOf = halves.map(({ comparison }) =>
    comparison.cells.some(({ basis }) => basis === 'us-fiscal-year'),
  );
  return (
    <aside className="margin" aria-label={wordsIn(language).margin.about}>
      <ViewSwitch view="time" other={across} place={place} />
      {isOf[0] !== isOf[1] && (
        <SidebarSection title={words.aligned}>
          <p>{words.fiscal}</p>
        </SidebarSection>
      )}
      <SidebarSection title={words.noCause}>
        <p>{words.noCauseHelp}</p>
      </SidebarSection>
    </aside>
  );
}

/** What one side measures and where, in a few words. */
function measureOf({ comparison, place }: PairHalf, language: Language): string {
  const { indicator, areas, cells } = comparison;
  const codes = [...new Set(cells.map((cell) => (place === 'origin' ? cell.counterpart : cell.area)))];
  const role = place === 'origin' ? indicator.counterpartRole : indicator.areaRole;
  const names = codes.slice(0, MOST_NAMED).map((code) => areaName(areas, code, language));
  return `${lower(indicator.unit.label[language])} (${lower(role?.[language] ?? '')}: ${names.join(', ')})`;
}
