/** Two shares side by side, and the denominators that make them differ. */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { formatNumber } from '#stats/number.ts';
import type { Cell } from '#stats/model/observation.ts';
import { yearOf } from '#stats/time/period.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { wordsIn } from '#app/_words/words.ts';
import { PAIR_QUESTION, type AsylumPairFigures } from './asylum-pair.ts';
import { dateWords } from '../page/dates.ts';
import { EvidenceLink } from '../page/EvidenceLink.tsx';
import { FigureText } from '../table/FigureText.tsx';
import { areaName } from '#app/_charts/wording/code-name.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';
import { Gutter } from '../page/Brand.tsx';
import { VerdictLine } from '../page/Verdict.tsx';

export interface AsylumPairProps {
  readonly pair: AsylumPairFigures;
  readonly comparison: Comparison;
  readonly place: PageContext;
}

export function AsylumPair({ pair, comparison, place }: AsylumPairProps): ReactElement {
  const { language } = place;
  const words = wordsIn(language).hero;
  const { indicator, areas, sources } = comparison;
  const origin = areaName(areas, pair.printed.counterpart, language);
  const source = (cell: Cell) => sources.find((candidate) => candidate.id === cell.source);
  const parts = (cell: Cell) => ({
    numerator: formatNumber(cell.numerator ?? 0, language),
    denominator: formatNumber(cell.denominator ?? 0, language),
    date: dateWords(source(pair.printed)?.published ?? '', language),
    source: source(pair.merits)?.publisher ?? '',
    period: formatPeriodWords(cell.period, cell.periodStatus, language),
  });
  const big = (cell: Cell): ReactElement => (
    <div className="big">
      <EvidenceLink {...{ cell, place }} answer={comparison}>
        <FigureText cell={cell} indicator={indicator} language={language} large />
      </EvidenceLink>
    </div>
  );
  const year = String(yearOf(pair.printed.period) ?? '');
  return (
    <>
      <p className="small mute pair-head">
        <b>{words.asylumHead({ origin, year })}</b> {words.asylumSub}
      </p>
      <div className="pair">
        {big(pair.printed)}
        <Gutter />
        {big(pair.merits)}
        <div className="cap">{words.asylumPrinted(parts(pair.printed))}</div>
        <Gutter />
        <div className="cap">{words.asylumMerits(parts(pair.merits))}</div>
      </div>
      <p className="pair-verdict">
        <VerdictLine kind="notes" words={words.asylumVerdict} badge />
      </p>
      <Denominators cells={[pair.printed, pair.merits, pair.closed]} {...{ comparison, place }} />
      <p className="small mute pair-foot">
        {words.asylumNote}{' '}
        <a href={indicatorHref(place, PAIR_QUESTION.indicator, PAIR_QUESTION.search)}>{words.asylumLink}</a>
      </p>
    </>
  );
}

const DENOMINATORS = ['of-petitions', 'of-decided-on-merits', 'of-all-closed'] as const;

/**
 * Each share as a bar inside a bar, on the same scale: the filled part is the grants, the outline is the
 * denominator.
 */
function Denominators({
  cells,
  comparison,
  place,
}: {
  readonly cells: readonly (Cell | null)[];
  readonly comparison: Comparison;
  readonly place: PageContext;
}): ReactElement {
  const { indicator } = comparison;
  const { language } = place;
  const shown = cells.filter((cell) => cell !== null);
  const most = Math.max(...shown.map((cell) => cell.denominator ?? 0));
  const share = (part: number | null, whole: number | null): string =>
    `${(100 * (part ?? 0)) / (whole ?? 1)}%`;
  return (
    <ul className="denominators">
      {shown.map((cell) => {
        const definition = DENOMINATORS.find((code) => code === cell.definition) ?? 'of-petitions';
        return (
          <li key={cell.definition}>
            <b>
              <EvidenceLink {...{ cell, place }} answer={comparison}>
                <FigureText cell={cell} indicator={indicator} language={language} />
              </EvidenceLink>
            </b>{' '}
            {wordsIn(language).hero[definition]}
            <span className="whole" style={{ width: share(cell.denominator, most) }}>
              <span className="part" style={{ width: share(cell.numerator, cell.denominator) }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
