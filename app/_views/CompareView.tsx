/**
 * Two indicators on one page: chart, verdict, pairs, and what each of the two measures. More than two have no
 * common axes: they stand side by side, a panel each.
 */
import type { ReactElement, ReactNode } from 'react';
import { chartModel } from '#app/_charts/chart-model.ts';
import { scatterModel } from '#app/_charts/scatter.ts';
import { StaticChart } from '#app/_charts/StaticChart.tsx';
import type { Together } from '#app/_downloads/compare.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { Half, LeftOut } from '#stats/compare/pairs.ts';
import { LEAST_PAIRS } from '#stats/compare/rank-correlation.ts';
import { formatNumber } from '#stats/number.ts';
import { comparabilityWords } from './comparability.ts';
import { ComparePairs } from './ComparePairs.tsx';
import { CompareTake } from './CompareTake.tsx';
import { compareRows } from './compare-rows.ts';
import { Legend } from './Legend.tsx';
import { indicatorHref, type Place } from './place.ts';
import { dated, publisherOf, reference } from './publisher.ts';
import { Gutter } from './Signs.tsx';
import { Verdict } from './Verdict.tsx';

/** More rows than this a panel would only repeat what the table above says better. */
const MOST_ROWS = 12;

/** Places that are named one by one among those left out. */
const NAMED = 12;

export interface CompareViewProps {
  readonly halves: readonly Half[];
  /** Null for more than two. */
  readonly together: Together | null;
  readonly place: Place;
  /** The canonical query, for downloads. */
  readonly query: string;
  readonly form: ReactNode;
}

export function CompareView({ halves, together, place, query, form }: CompareViewProps): ReactElement {
  const words = COMPARE_WORDS[place.language];
  const [first, second] = halves;
  return (
    <>
      <div className="title">
        <h1>{halves.length > 2 ? words.titleMany : words.title}</h1>
      </div>
      {form}
      {together && first && second ? (
        <Pairs halves={[first, second]} {...{ together, place, query }} />
      ) : (
        <>
          <Panels halves={halves} place={place} />
          <CompareTake {...{ halves, place, query }} />
        </>
      )}
    </>
  );
}

function Pairs({
  halves,
  together,
  place,
  query,
}: {
  readonly halves: readonly [Half, Half];
  readonly together: Together;
  readonly place: Place;
  readonly query: string;
}): ReactElement {
  const { language } = place;
  const wide = scatterModel(halves, together, { width: 800, language });
  const narrow = scatterModel(halves, together, { width: 343, language });
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
            {drawn && (
              <>
                <div className="drawing">
                  <div className="only-wide">
                    <StaticChart model={wide} palette="css" idPrefix="wide" />
                  </div>
                  <div className="only-narrow">
                    <StaticChart model={narrow} palette="css" idPrefix="narrow" />
                  </div>
                </div>
                <div className="only-wide">
                  <Legend model={wide} />
                </div>
                <div className="only-narrow">
                  <Legend model={narrow} />
                </div>
              </>
            )}
            {wide.notices.map((text) => (
              <p key={text} className="small mute chart-notice">
                {text}
              </p>
            ))}
            <Sources {...{ halves, together, place }} />
          </figure>
          <CompareTake {...{ halves, place, query }} />
        </div>
        <Gutter />
        <Aside {...{ halves, together, place }} />
      </div>
      {drawn && (
        <>
          <ComparePairs {...{ halves, together, place }} />
          <SideBySide {...{ halves, together, place }} />
          {together.pairs.length <= MOST_ROWS && <Panels halves={paired(halves, together)} place={place} />}
        </>
      )}
    </>
  );
}

/** The halves with nothing but what found a partner. */
const paired = (halves: readonly [Half, Half], { pairs }: Together): Half[] =>
  halves.map((half, side) => {
    const kept = new Set(pairs.map(({ cells }) => cells[side === 0 ? 0 : 1]));
    const cells = half.comparison.cells.filter((cell) => kept.has(cell));
    return { ...half, comparison: { ...half.comparison, cells } };
  });

interface Parts {
  readonly halves: readonly [Half, Half];
  readonly together: Together;
  readonly place: Place;
}

function Sources({ halves, together, place }: Parts): ReactElement {
  const { language } = place;
  return (
    <p className="source">
      <b>{wordsIn(language).page.sources}</b>{' '}
      {halves
        .map(({ comparison }, side) => {
          const used = new Set(together.pairs.map(({ cells }) => cells[side === 0 ? 0 : 1].source));
          const named = comparison.sources
            .filter((source) => used.size === 0 || used.has(source.id))
            .map((source) => reference(publisherOf(source), dated(source.title[language], source.published)));
          return `${comparison.indicator.title[language]}: ${named.join('; ')}.`;
        })
        .join(' ')}
    </p>
  );
}

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

function Aside({ halves, together, place }: Parts): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  const verdict = comparabilityWords(together.comparability, language);
  const { rankCorrelation, alignment, pairs } = together;
  const left = leftOutWords({ halves, together, place });
  return (
    <aside className="margin" aria-label={wordsIn(language).margin.about}>
      <Section title={words.may}>
        <p>
          <Verdict kind={verdict.kind} words={verdict.words} badge />
        </p>
        {verdict.reasons.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Section>
      <Section title={words.aligned}>
        <p>{alignment.text[language]}</p>
      </Section>
      {pairs.length > 0 && (
        <Section title={words.together}>
          <p>
            {rankCorrelation
              ? words.correlation(formatNumber(rankCorrelation.r, language, 2), rankCorrelation.pairs)
              : words.tooFew(LEAST_PAIRS)}
          </p>
        </Section>
      )}
      {left.length > 0 && (
        <Section title={words.leftOut}>
          {left.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p>{words.neighbour}</p>
        </Section>
      )}
    </aside>
  );
}

/** Who is left out and why, the places of one reason together. */
function leftOutWords({ halves, together, place }: Parts): string[] {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  const areas = halves.flatMap(({ comparison }) => comparison.areas);
  const name = (code: string): string => areas.find((one) => one.code === code)?.name[language] ?? code;
  const matched = new Set(together.pairs.map((pair) => pair.place));
  const groups = new Map<string, { why: LeftOut['why']; side: 0 | 1; places: Set<string> }>();
  for (const one of together.leftOut) {
    // A place that has a pair in another year is not left out.
    if (matched.has(one.place)) continue;
    const key = `${one.why} ${one.side}`;
    const group = groups.get(key) ?? { why: one.why, side: one.side, places: new Set<string>() };
    group.places.add(one.place);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ why, side, places }) => {
    const all = [...places].map(name).sort((a, b) => a.localeCompare(b, language));
    const more = all.length - NAMED;
    const list = [...all.slice(0, NAMED), ...(more > 0 ? [words.others(more)] : [])].join(', ');
    const title = (at: 0 | 1): string => halves[at].comparison.indicator.title[language];
    return why === 'no-other'
      ? words.lacks(title(side === 0 ? 1 : 0), list)
      : words.why[why](title(side), list);
  });
}

function SideBySide({ halves, together, place }: Parts): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  return (
    <div className="same">
      <div className="same-head">
        <div>
          <h2 id="side">{words.side}</h2>
          <p>{words.sideHelp}</p>
        </div>
      </div>
      <table className="vs" aria-labelledby="side">
        <thead>
          <tr>
            <td />
            {halves.map(({ comparison }) => (
              <th key={comparison.indicator.id} scope="col">
                {comparison.indicator.title[language]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {compareRows(halves, together).map((row) => (
            <tr key={row.what}>
              <th scope="row">{row.what}</th>
              <td>{row.sides[0]}</td>
              <td>{row.sides[1]}</td>
              <td>
                <Verdict kind={row.kind} words={row.verdict} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One indicator a panel, two panels a row. */
function Panels({
  halves,
  place,
}: {
  readonly halves: readonly Half[];
  readonly place: Place;
}): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  return (
    <section className="same" aria-labelledby="panels">
      <div className="same-head">
        <div>
          <h2 id="panels">{words.panels}</h2>
          <p>{words.panelsHelp}</p>
        </div>
      </div>
      <div className="panels">
        {halves.map(({ comparison }, i) => {
          const { indicator } = comparison;
          const model = chartModel(comparison, { width: 540, language });
          const small = chartModel(comparison, { width: 343, language });
          return (
            <figure key={indicator.id} className="fig panel">
              <h3>
                <a href={indicatorHref(place, indicator.id)}>{indicator.title[language]}</a>
              </h3>
              <p className="small mute">{model.heading.subtitle}</p>
              <div className="only-wide">
                <StaticChart model={model} palette="css" idPrefix={`p${i}w`} />
              </div>
              <div className="only-narrow">
                <StaticChart model={small} palette="css" idPrefix={`p${i}n`} />
              </div>
            </figure>
          );
        })}
      </div>
    </section>
  );
}
