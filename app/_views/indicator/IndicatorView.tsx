/** An indicator's page: what it measures, the bar of controls, the answer. */
import type { ReactElement, ReactNode } from 'react';
import type { Choices } from '#app/_controls/choices.ts';
import { ControlForm } from '#app/_controls/ControlForm.tsx';
import { formState } from '#app/_controls/form.ts';
import { periodCountsOf } from '#app/_controls/periods.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { ON_FILE_WORDS } from '#app/_words/on-file.ts';
import { vintageWordsIn } from '#app/_words/vintages.ts';
import { wordsIn } from '#app/_words/words.ts';
import { MEASURE_WORDS } from '#stats/format/labels.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { IndicatorAnswer } from '../answer/Answer.tsx';
import { pageQuery } from '../answer/page-query.ts';
import { questionInWords } from '../answer/question.ts';
import { formatTab, type Tab } from '../answer/tabs.ts';
import { LiveScope } from '../live/LiveScope.tsx';
import { leaveMarkup } from '../still/still-markup.ts';
import { markupOf } from '../still/markup.ts';
import type { MapLink } from '../page/map-links.ts';
import { indicatorHref, pageHref, type PageContext } from '../page/page-context.ts';
import { StillChart } from '../page/StillChart.tsx';

export interface IndicatorViewProps {
  readonly comparison: Comparison;
  readonly place: PageContext;
  readonly choices: Choices;
  readonly catalogue: Pick<Catalogue, 'areas' | 'dimensions' | 'sources'>;
  readonly tab: Tab | null;
  /** Maps of its figures. */
  readonly maps: readonly MapLink[];
  /** What is missing of the indicator; null if its release says nothing of it. */
  readonly missing: ReactNode;
  /** A notice that belongs to the answer, such as that its figures were revised since. */
  readonly notice: ReactNode;
}

export function IndicatorView(props: IndicatorViewProps): ReactElement {
  const { comparison, place, choices, catalogue, tab, missing, notice, maps } = props;
  const { indicator, language } = comparison;
  const href = indicatorHref({ ...place, pinned: false }, indicator.id);
  const filled = formState(comparison.query);
  const periods = periodCountsOf({ choices, chosen: (name) => filled.get(name) ?? [] });
  const shownTab = formatTab(comparison, tab).slice('tab='.length);
  return (
    <>
      <IndicatorTitle {...{ comparison, place, missing }} />
      <LiveScope
        place={place}
        indicator={indicator.id}
        search={pageQuery(comparison, tab)}
        notice={notice}
        doubts={comparison.doubts}
        maps={maps}
        controls={leaveMarkup(
          markupOf(
            <ControlForm
              choices={choices}
              query={comparison.query}
              indicator={indicator}
              language={language}
              action={href}
              hidden={{
                ...(place.pinned ? { release: place.release.version } : {}),
                ...(shownTab === '' ? {} : { tab: shownTab }),
              }}
              resetHref={indicatorHref(place, indicator.id)}
              sentence={questionInWords(comparison.query, indicator, catalogue, language)}
            />,
          ),
        )}
        still={leaveMarkup(
          markupOf(
            <IndicatorAnswer
              comparison={comparison}
              place={place}
              tab={tab}
              notice={notice}
              periods={periods}
              maps={maps}
              chart={(models) => <StillChart {...{ models, place }} />}
            />,
          ),
        )}
      />
    </>
  );
}

/** Letters of a name that leaves room for the definition beside it; longer ones are set smaller. */
const SHORT_TITLE = 32;

/** The name, and the definition in one line; the whole of it, and where to go from here, on request. */
function IndicatorTitle({
  comparison: { indicator, language },
  place,
  missing,
}: Pick<IndicatorViewProps, 'comparison' | 'place' | 'missing'>): ReactElement {
  const words = wordsIn(language);
  const title = indicator.title[language];
  return (
    <div className="title named">
      <h1 className={title.length > SHORT_TITLE ? 'long' : undefined}>{title}</h1>
      <details className="def">
        <summary>
          <span className="def-text">{indicator.definition[language]}</span>{' '}
          <span className="more-link" data-more={words.page.more.toLowerCase()} data-less={words.page.less} />
        </summary>
        <p className="small crumbs">
          <a href={pageHref(place, '/')}>{words.site.indicators}</a> /{' '}
          <a href={`${pageHref(place, '/')}#${indicator.measure}`}>
            {MEASURE_WORDS[indicator.measure][language]}
          </a>
          {' · '}
          <a href={pageHref(place, '/compare', `up=${indicator.id}`)}>
            {COMPARE_WORDS[language].compareWith}
          </a>
          {' · '}
          <a href={indicatorHref(place, `${indicator.id}/on-file`)}>{ON_FILE_WORDS[language].link}</a>
          {' · '}
          <a href={pageHref(place, `/vintages/${indicator.id}`)}>{vintageWordsIn(language).allLink}</a>
        </p>
        {missing}
      </details>
    </div>
  );
}
