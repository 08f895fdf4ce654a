/**
 * Two indicators on one page: chart, verdict, pairs, and the definition of each. More than two have no common
 * axes: each has a panel, side by side.
 */
import type { ReactElement, ReactNode } from 'react';
import type { DotSizes } from '#app/_charts/scatter/point.ts';
import { scatterModel } from '#app/_charts/scatter/chart.ts';
import type { PairedResult } from '#stats/pairing/pair-indicators.ts';
import { COMPARE_MANY_WORDS } from '#app/_words/compare-many.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { ChartNotices } from '../answer/ChartNotices.tsx';
import { CompareSidebar } from './CompareSidebar.tsx';
import type { PairedView } from './definition-rows.ts';
import { ManyTable } from './ManyTable.tsx';
import { PairTable } from './PairTable.tsx';
import { PairChart } from './PairChart.tsx';
import { CompareShareBar } from './CompareShareBar.tsx';
import { SmallMultiples } from './SmallMultiples.tsx';
import { SizeSwitch, type SizeAddresses } from './SizeSwitch.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';
import { Still } from '../still/Still.tsx';
import type { PageContext } from '../page/page-context.ts';
import { dated, publisherOf, reference } from '../page/publisher.ts';
import { DefinitionTable } from './DefinitionTable.tsx';
import { Gutter } from '../page/Brand.tsx';

/** With more rows than this, a panel would only repeat the table above. */
const MOST_ROWS = 12;

export interface CompareViewProps {
  readonly halves: readonly PairHalf[];
  /** Null for more than two indicators. */
  readonly together: PairedResult | null;
  readonly place: PageContext;
  /** The canonical query, for downloads. */
  readonly query: string;
  readonly form: ReactNode;
  /** The other years, below the chart. */
  readonly steps?: ReactNode;
  /** What else can stand beside the first, below the page. */
  readonly partners?: ReactNode;
  /** The address of the same two over time. */
  readonly over?: string | null;
  /** What circles are as large as, and the address with the other kind of circles; null if they are alike. */
  readonly sizes?: DotSizes | null;
  readonly circles?: SizeAddresses | null;
}

export function CompareView({
  halves,
  together,
  place,
  query,
  form,
  steps,
  partners,
  over = null,
  sizes = null,
  circles = null,
}: CompareViewProps): ReactElement {
  const words = COMPARE_WORDS[place.language];
  const [first, second] = halves;
  return (
    <>
      <div className="compare-title">
        <h1>{halves.length > 2 ? words.titleMany : words.title}</h1>
        <p className="def">
          {halves.length > 2 ? COMPARE_MANY_WORDS[place.language].lead : words.acrossLead}
        </p>
      </div>
      {form}
      {together && first && second ? (
        <>
          <Pairs halves={[first, second]} {...{ together, place, query, steps, over, sizes, circles }} />
          <Still>{partners}</Still>
        </>
      ) : (
        <Still>
          <ManyTable halves={halves} place={place} />
          {placesIn(halves) <= MOST_ROWS && <SmallMultiples halves={halves} place={place} />}
          <CompareShareBar {...{ halves, place, query }} />
        </Still>
      )}
    </>
  );
}

function Pairs({
  halves,
  together,
  place,
  query,
  steps,
  over,
  sizes,
  circles,
}: Pick<CompareViewProps, 'steps'> &
  Required<Pick<CompareViewProps, 'over' | 'sizes' | 'circles'>> & {
    readonly halves: readonly [PairHalf, PairHalf];
    readonly together: PairedResult;
    readonly place: PageContext;
    readonly query: string;
  }): ReactElement {
  const { language } = place;
  const wide = scatterModel(halves, together, { width: 800, language, sizes });
  const narrow = scatterModel(halves, together, { width: 343, language, sizes });
  const drawn = together.pairs.length > 0;
  return (
    <>
      <div className="collate answer">
        <div>
          <figure className="fig">
            <div className="fig-head">
              <h2>{wide.heading.title}</h2>
              <p>{drawn ? wide.heading.subtitle : together.alignment.text[language]}</p>
            </div>
            {drawn && <PairChart {...{ wide, narrow, place }} />}
            {steps}
            <ChartNotices model={wide} />
            <Sources {...{ halves, together, place }} />
          </figure>
          <CompareShareBar {...{ halves, place, query }} />
        </div>
        <Gutter />
        <CompareSidebar
          {...{ halves, together, place }}
          view={
            <>
              <ViewSwitch view="places" other={over} place={place} />
              {circles && <SizeSwitch {...circles} place={place} />}
            </>
          }
        />
      </div>
      {drawn && (
        <Still>
          <PairsAsTables {...{ halves, together, place }} />
        </Still>
      )}
    </>
  );
}

/** The figures, the two definitions, and a panel for each where the places are few. */
const PairsAsTables = ({ halves, together, place }: PairedView): ReactElement => (
  <>
    <PairTable {...{ halves, together, place }} />
    <DefinitionTable {...{ halves, together, place }} />
    {together.pairs.length <= MOST_ROWS && <SmallMultiples halves={paired(halves, together)} place={place} />}
  </>
);

/** How many places the figures are about: of many, the table says more than panels. */
const placesIn = (halves: readonly PairHalf[]): number =>
  new Set(
    halves.flatMap(({ comparison, place }) =>
      comparison.cells.map((cell) => (place === 'origin' ? cell.counterpart : cell.area)),
    ),
  ).size;

/** The halves with only the figures that are in a pair. */
const paired = (halves: readonly [PairHalf, PairHalf], { pairs }: PairedResult): PairHalf[] =>
  halves.map((half, side) => {
    const kept = new Set(pairs.map(({ cells }) => cells[side === 0 ? 0 : 1]));
    const cells = half.comparison.cells.filter((cell) => kept.has(cell));
    return { ...half, comparison: { ...half.comparison, cells } };
  });

function Sources({ halves, together, place }: PairedView): ReactElement {
  const { language } = place;
  return (
    <p className="source">
      <b>{wordsIn(language).page.sources}</b>{' '}
      {halves
        .map(({ comparison }, side) => {
          const used = new Set(together.pairs.map(({ cells }) => cells[side === 0 ? 0 : 1].source));
          const named = comparison.sources
            .filter((source) => used.size === 0 || used.has(source.id))
            .map((source) =>
              reference(publisherOf(source, language), dated(source.title[language], source.published)),
            );
          return `${comparison.indicator.title[language]}: ${named.join('; ')}.`;
        })
        .join(' ')}
    </p>
  );
}
