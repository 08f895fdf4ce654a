/** An indicator's page: what it measures, the controls, the answer. */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { MEASURE_WORDS } from '#stats/format/labels.ts';
import type { Choices } from '#app/_controls/choices.ts';
import { ControlForm } from '#app/_controls/ControlForm.tsx';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { wordsIn } from '#app/_words/words.ts';
import { IndicatorAnswer } from '../answer/Answer.tsx';
import { ResponsiveChart } from '../answer/ResponsiveChart.tsx';
import { LiveScope } from '../live/LiveScope.tsx';
import { indicatorHref, pageHref, type PageContext } from '../page/page-context.ts';
import { pageQuery } from '../answer/page-query.ts';
import { formatTab, type Tab } from '../answer/tabs.ts';

export interface IndicatorViewProps {
  readonly comparison: Comparison;
  readonly place: PageContext;
  readonly choices: Choices;
  readonly tab: Tab | null;
}

export function IndicatorView({ comparison, place, choices, tab }: IndicatorViewProps): ReactElement {
  const { indicator, language } = comparison;
  const words = wordsIn(language);
  const href = indicatorHref({ ...place, pinned: false }, indicator.id);
  const shownTab = formatTab(comparison, tab).slice('tab='.length);
  return (
    <>
      <nav className="crumbs" aria-label={words.page.crumbs}>
        <a href={pageHref(place, '/')}>{words.site.indicators}</a> /{' '}
        <a href={`${pageHref(place, '/')}#${indicator.measure}`}>
          {MEASURE_WORDS[indicator.measure][language]}
        </a>
      </nav>
      <div className="title">
        <h1>{indicator.title[language]}</h1>
        <p className="def">{indicator.definition[language]}</p>
        <p className="small">
          <a href={pageHref(place, '/compare', `up=${indicator.id}`)}>
            {COMPARE_WORDS[language].compareWith}
          </a>
        </p>
      </div>
      <LiveScope
        place={place}
        indicator={indicator.id}
        search={pageQuery(comparison, tab)}
        controls={
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
          />
        }
      >
        <IndicatorAnswer
          comparison={comparison}
          place={place}
          tab={tab}
          chart={(models) => <ResponsiveChart models={models} />}
        />
      </LiveScope>
    </>
  );
}
