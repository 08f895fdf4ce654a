/** An indicator in the catalogue: its name, its latest figure with its hedge, its history, its sources. */
import type { ReactElement } from 'react';
import { Sparkline } from '#app/_charts/sparkline/Sparkline.tsx';
import { loneFigure } from '#app/_charts/sparkline/shapes.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { NONE, ALL, type Cell } from '#stats/model/observation.ts';
import { YEAR_BASES } from '#stats/time/period.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { FigureText } from '../table/FigureText.tsx';
import { headlineOf, type Headline } from './headline.ts';
import { breakdownName, areaName } from '#app/_charts/wording/code-name.ts';
import { EvidenceLink } from '../page/EvidenceLink.tsx';
import { indicatorHref, type PageContext } from '../page/page-context.ts';
import { sourceAgreementOf } from './source-agreement.ts';
import { VerdictGlyph } from '../page/Verdict.tsx';

/** The area of a figure and its unit. */
function subject(comparison: Comparison, cell: Cell): string {
  const { areas, dimensions, indicator, language } = comparison;
  const named = [cell.area, cell.counterpart].filter((code) => code !== ALL && code !== NONE);
  const places = named.map((code) => areaName(areas, code, language)).join(' ‖ ');
  const part = breakdownName(dimensions, cell.breakdown, language);
  return [places, part, indicator.unit.label[language]].filter((text) => text !== '').join(', ');
}

export function IndicatorRow({
  headline: { comparison, allSources },
  place,
}: {
  readonly headline: Headline;
  readonly place: PageContext;
}): ReactElement {
  const { indicator, language } = comparison;
  const cell = headlineOf(comparison);
  const remark = sourceAgreementOf(allSources);
  const lone = loneFigure(comparison);
  const words = wordsIn(language).spark;
  return (
    <li>
      <div>
        {/* The name leads to all that is on file; the figure to its evidence. */}
        <a className="t" href={indicatorHref(place, indicator.id)}>
          {indicator.title[language]}
        </a>
        {cell && <span className="w">{subject(comparison, cell)}</span>}
      </div>
      <div className="v">
        {cell && (
          <EvidenceLink {...{ cell, place }} answer={comparison}>
            <FigureText cell={cell} indicator={indicator} language={language} large />
          </EvidenceLink>
        )}
        {cell && <small>{formatPeriodWords(cell.period, cell.periodStatus, language)}</small>}
      </div>
      {lone ? (
        <span className="lone">{words[YEAR_BASES.includes(lone.basis) ? 'year' : 'figure']}</span>
      ) : (
        <Sparkline comparison={comparison} />
      )}
      <div className={`s v-${remark.kind}`}>
        <span className="verdict">
          <VerdictGlyph kind={remark.kind} />
        </span>
        <span>{remark.words}</span>
      </div>
    </li>
  );
}
