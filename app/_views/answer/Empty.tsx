/** An answer without any figure: it states that, lists the reasons, and offers questions that have figures. */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import { ALL_TIME } from '#stats/time/time-range.ts';
import { formatQuery } from '#stats/query/query.ts';
import type { Query } from '#stats/model/query.ts';
import { formatNumber } from '#stats/number.ts';
import { wordsIn } from '#app/_words/words.ts';
import { coverageSentences } from './coverage.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';

/** Reasons longer than this together are folded: a group may lack dozens of members. */
const MOST_LETTERS = 400;

export function Empty({
  comparison,
  place,
}: {
  readonly comparison: Comparison;
  readonly place: PageContext;
}): ReactElement {
  const words = wordsIn(place.language).page;
  const reasons = coverageSentences(comparison).map((text) => <p key={text}>{text}</p>);
  const letters = coverageSentences(comparison).join('').length;
  return (
    <section className="state" id="chart">
      <h2>{words.empty}</h2>
      {letters > MOST_LETTERS ? (
        <details>
          <summary>{words.emptyReasons}</summary>
          {reasons}
        </details>
      ) : (
        reasons
      )}
      <p>{words.emptyHelp}</p>
      <ul className="ways">
        {nearbyQuestions(comparison).map(({ label, search }) => (
          <li key={label}>
            <a className="btn" href={indicatorHref(place, comparison.indicator.id, search)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Questions close to one that has no figure. */
function nearbyQuestions(comparison: Comparison): { readonly label: string; readonly search: string }[] {
  const { query, indicator, areas, language } = comparison;
  const words = wordsIn(language).page;
  const way = (label: string, changed: Partial<Query>): { label: string; search: string } => ({
    label,
    search: formatQuery({ ...query, ...changed }, indicator),
  });
  const members = query.group.flatMap(
    (code) => areas.find((area) => area.code === code)?.members?.map(({ area }) => area) ?? [],
  );
  const isOneTime = query.time.from !== ALL_TIME.from || query.time.to !== ALL_TIME.to;
  return [
    ...(members.length > 0
      ? [way(words.emptyMembers, { group: [], country: [...new Set([...query.country, ...members])] })]
      : []),
    ...lowerCoverage(comparison).map(({ label, ...changed }) => way(label, changed)),
    ...(isOneTime ? [way(words.emptyTime, { time: ALL_TIME })] : []),
    { label: words.emptyLink, search: '' },
  ];
}

/** The coverage of the best covered gap, if a lower threshold would make it a figure. */
function lowerCoverage({
  cells,
  language,
}: Comparison): (Pick<Query, 'coverage' | 'coverageOf'> & { readonly label: string })[] {
  const words = wordsIn(language).page;
  const covered = cells.flatMap(({ gap, coverage }) =>
    gap?.code === 'members-missing' && coverage && coverage.present > 0 ? [coverage] : [],
  );
  const [best] = covered.toSorted((a, b) => b.present / b.expected - a.present / a.expected);
  if (!best) return [];
  const number = (value: number): string => formatNumber(value, language);
  const { present, expected, weight } = best;
  const floor = (share: number): number => Math.floor(share * 100) / 100;
  if (weight !== null && floor(weight) > 0) {
    const label = words.emptyPopulation({ percent: number(Math.floor(weight * 100)) });
    return [{ label, coverage: floor(weight), coverageOf: 'population' }];
  }
  if (floor(present / expected) <= 0) return [];
  const label = words.emptyCoverage({ present: number(present), expected: number(expected) });
  return [{ label, coverage: floor(present / expected) }];
}
