/**
 * The margin of two indicators: whether they can be compared, how their periods line up, whether they are
 * correlated, and which areas are left out.
 */
import type { ReactElement, ReactNode } from 'react';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { wordsIn } from '#app/_words/words.ts';
import { collate } from '#stats/collate.ts';
import type { LeftOut } from '#stats/pairing/pairs.ts';
import { verdictOnPairs } from '#stats/pairing/pair-indicators.ts';
import { LEAST_PAIRS } from '#stats/pairing/rank-correlation.ts';
import { formatNumber } from '#stats/number.ts';
import { comparabilityWords } from '../answer/comparability.ts';
import type { PairedView } from './definition-rows.ts';
import { SidebarSection, VerdictSection } from '../answer/SidebarSection.tsx';

/** Most left-out areas that are named individually. */
const NAMED = 12;

export function CompareSidebar({
  halves,
  together,
  place,
  view,
}: PairedView & { readonly view: ReactNode }): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  const verdict = verdictOnPairs(together);
  const { rankCorrelation, alignment, pairs } = together;
  const left = leftOutWords({ halves, together, place });
  return (
    <aside className="margin" aria-label={wordsIn(language).margin.about}>
      {view}
      {verdict && (
        <VerdictSection
          title={words.may}
          {...comparabilityWords(verdict, language)}
          language={language}
          badge
        />
      )}
      <SidebarSection title={words.aligned}>
        <p>{alignment.text[language]}</p>
      </SidebarSection>
      {pairs.length > 0 && (
        <SidebarSection title={words.together}>
          <p>
            {rankCorrelation
              ? words.correlation(formatNumber(rankCorrelation.r, language, 2), rankCorrelation.pairs)
              : words.tooFew(LEAST_PAIRS)}
          </p>
        </SidebarSection>
      )}
      {left.length > 0 && (
        <SidebarSection title={words.leftOut}>
          {left.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <p>{words.neighbour}</p>
        </SidebarSection>
      )}
    </aside>
  );
}

/** Which areas are left out and why, grouped by reason. */
function leftOutWords({ halves, together, place }: PairedView): string[] {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  const areas = halves.flatMap(({ comparison }) => comparison.areas);
  const name = (code: string): string => areas.find((area) => area.code === code)?.name[language] ?? code;
  const matched = new Set(together.pairs.map((pair) => pair.place));
  const groups = new Map<string, { why: LeftOut['why']; side: 0 | 1; places: Set<string> }>();
  for (const omission of together.leftOut) {
    // An area with a pair in another year is not left out.
    if (matched.has(omission.place)) continue;
    const key = `${omission.why} ${omission.side}`;
    const group = groups.get(key) ?? { why: omission.why, side: omission.side, places: new Set<string>() };
    group.places.add(omission.place);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ why, side, places }) => {
    const all = [...places].map(name).sort(collate);
    const more = all.length - NAMED;
    const list = [...all.slice(0, NAMED), ...(more > 0 ? [words.others(more)] : [])].join(', ');
    const title = (at: 0 | 1): string => halves[at].comparison.indicator.title[language];
    return why === 'no-other'
      ? words.lacks(title(side === 0 ? 1 : 0), list)
      : words.why[why](title(side), list);
  });
}
