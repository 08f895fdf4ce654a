/** What other sources say of the same area and period, and what all of them say of the periods around it. */
import { ScrollTable } from '../page/ScrollTable.tsx';
import type { ReactElement } from 'react';
import { evidenceWordsIn } from '#app/_words/evidence.ts';
import type { ObservationEvidence } from '#stats/evidence/evidence.ts';
import { figureText } from '#stats/format/figure.ts';
import { gapReason } from '#stats/format/gap.ts';
import { GAP_WORDS } from '#stats/format/labels.ts';
import { formatPeriodShort } from '#stats/format/period.ts';
import type { Cell } from '#stats/model/observation.ts';
import { comparePeriods, formatPeriod, type Period } from '#stats/time/period.ts';
import { shortDate } from '../page/dates.ts';
import { evidenceHref } from '../page/evidence-href.ts';
import type { PageContext } from '../page/page-context.ts';
import { publisherOf } from '../page/publisher.ts';
import { sameFigures } from './dated-values.ts';

interface PeersProps {
  readonly evidence: ObservationEvidence;
  readonly place: PageContext;
}

export function OtherSources({ evidence, place }: PeersProps): ReactElement {
  const { comparison, key } = evidence;
  const { language, sources, indicator } = comparison;
  const words = evidenceWordsIn(language);
  const others = sameFigures(evidence).filter((cell) => cell.source !== key.source);
  return (
    <section className="same">
      <div className="same-head">
        <div>
          <h2 id="others">{words.others}</h2>
          {others.length === 0 && <p>{words.othersNone}</p>}
        </div>
      </div>
      {others.length > 0 && (
        <ScrollTable
          labelledBy="others"
          head={[
            { text: words.source },
            { text: words.figure },
            { text: words.published, className: 't l' },
            { text: words.publisher, className: 'l' },
          ]}
        >
          {others.map((cell) => {
            const source = sources.find(({ id }) => id === cell.source);
            return (
              <tr key={cell.source}>
                <th scope="row">{source?.shortTitle[language] ?? cell.source}</th>
                <td>
                  <a className="obs" href={evidenceHref(cell, comparison, place) ?? undefined}>
                    {figureText(cell, indicator, language)}
                  </a>
                </td>
                <td className="t l">{source && shortDate(source.published, language)}</td>
                <td className="l said">{source && publisherOf(source, language)}</td>
              </tr>
            );
          })}
        </ScrollTable>
      )}
    </section>
  );
}

/** Periods on each side of the period of the page. */
const REACH = 3;

export function PeriodsAround({ evidence, place }: PeersProps): ReactElement | null {
  const { comparison, key } = evidence;
  const { language, sources, cells } = comparison;
  const words = evidenceWordsIn(language);
  const published = cells.filter((cell) => cell.computed === null);
  const periods = [
    ...new Map(published.map(({ period }): [string, Period] => [formatPeriod(period), period])).values(),
  ].sort(comparePeriods);
  const middle = periods.findIndex((period) => formatPeriod(period) === formatPeriod(key.period));
  const shown = periods.slice(Math.max(0, middle - REACH), middle + REACH + 1);
  if (shown.length < 2) return null;
  const names = shown.map(formatPeriod);
  const rows = [...new Set(published.map(({ source }) => source))].flatMap((id) => {
    const own = names.map((name) =>
      published.find((cell) => cell.source === id && formatPeriod(cell.period) === name),
    );
    const source = sources.find((candidate) => candidate.id === id);
    return source && own.some((cell) => cell?.stated) ? [{ source, own }] : [];
  });
  return (
    <section className="same">
      <div className="same-head">
        <div>
          <h2 id="around">{words.around}</h2>
          <p>{words.aroundLead}</p>
        </div>
      </div>
      <div className="scroll-x" tabIndex={0} role="region" aria-labelledby="around">
        <table className="cross">
          <thead>
            <tr>
              <th scope="col">{words.source}</th>
              {shown.map((period) => (
                <th key={formatPeriod(period)} scope="col">
                  {formatPeriodShort(period, 'stated', language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ source, own }) => (
              <tr key={source.id} className={source.id === key.source ? 'agg' : undefined}>
                <th scope="row">{source.shortTitle[language]}</th>
                {own.map((cell, i) => (
                  <td key={names[i]}>
                    <Figure {...{ cell, evidence, place }} isOwn={names[i] === formatPeriod(key.period)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Figure({
  cell,
  isOwn,
  evidence: { comparison, key },
  place,
}: PeersProps & { readonly cell: Cell | undefined; readonly isOwn: boolean }): ReactElement {
  const { language, indicator } = comparison;
  if (!cell) return <span className="gap">–</span>;
  if (cell.gap)
    return (
      <abbr className="gap" title={gapReason(cell, language)}>
        {GAP_WORDS[cell.gap.code].mark[language]}
      </abbr>
    );
  const text = figureText(cell, indicator, language);
  if (isOwn && cell.source === key.source) return <b>{text}</b>;
  return (
    <a className="obs" href={evidenceHref(cell, comparison, place) ?? undefined}>
      {text}
    </a>
  );
}
