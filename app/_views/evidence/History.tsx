/** Every state of a figure with the releases that have it, the newest first, and the change from the one before. */
import { ScrollTable } from '../page/ScrollTable.tsx';
import type { ReactElement } from 'react';
import { locatorWords } from '#app/_charts/wording/locator.ts';
import { evidenceWordsIn } from '#app/_words/evidence.ts';
import { vintageWordsIn } from '#app/_words/vintages.ts';
import type { ObservationEvidence } from '#stats/evidence/evidence.ts';
import { formatStated } from '#stats/format/figure.ts';
import { GAP_WORDS } from '#stats/format/labels.ts';
import { formatNumber, significant } from '#stats/number.ts';
import type { Stated } from '#stats/uncertainty/hedge.ts';
import { shortDate } from '../page/dates.ts';
import { observationPath } from '#stats/evidence/address.ts';
import { vintagesHref } from '../page/evidence-href.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';

/** The difference of two plain values; empty if either has a hedge. */
function changeText(
  was: Stated | null | undefined,
  is: Stated | null,
  { indicator, language }: ObservationEvidence['comparison'],
): string {
  if (!was || !is || was.value === null || is.value === null) return '';
  const change = significant(is.value - was.value);
  if (change === 0) return '0';
  const [times, suffix] = indicator.measure === 'share' ? [100, '%'] : [1, ''];
  const text = formatNumber(change * times, language, Math.max(indicator.decimals, 2));
  return `${change > 0 ? '+' : ''}${text}${suffix}`;
}

/** Long because it is the markup of a table. */
export function History({
  evidence,
  place,
}: {
  readonly evidence: ObservationEvidence;
  readonly place: PageContext;
}): ReactElement {
  const { states, comparison, key } = evidence;
  const { language, indicator } = comparison;
  const words = evidenceWordsIn(language);
  const last = states.at(-1);
  return (
    <section className="same">
      <div className="same-head">
        <div>
          <h2 id="history">{words.history}</h2>
          <p>
            {words.historyLead} <a href={vintagesHref(key, place)}>{vintageWordsIn(language).link}</a>
          </p>
        </div>
      </div>
      <ScrollTable
        labelledBy="history"
        head={[
          { text: words.release },
          { text: words.figure },
          { text: words.change },
          { text: words.vintage, className: 't l' },
          { text: words.said, className: 'l' },
        ]}
      >
        {states.toReversed().map((state, i, all) => {
          const figure = state.stated && formatStated(state.stated, indicator, language, false);
          const release = { ...place.release, version: state.since };
          return (
            <tr key={state.since} className={state === evidence.current ? 'agg' : undefined}>
              <th scope="row">
                <a href={pageHref({ ...place, release, pinned: true }, observationPath(key))}>
                  {state.until === null
                    ? words.toNow({ version: state.since })
                    : `${state.since} – ${state.until}`}
                </a>
              </th>
              <td>
                {figure
                  ? `${figure.word} ${figure.number}`.trim()
                  : state.gap && GAP_WORDS[state.gap].words[language]}
              </td>
              <td>{changeText(all[i + 1]?.stated, state.stated, comparison)}</td>
              <td className="t l">{state.file ? shortDate(state.file.vintage, language) : state.edition}</td>
              <td className="l said">{state.locator && locatorWords(state.locator, language)}</td>
            </tr>
          );
        })}
      </ScrollTable>
      {last && last.until !== null && <p className="small mute">{words.removed({ version: last.until })}</p>}
    </section>
  );
}
