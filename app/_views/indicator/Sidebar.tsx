/** The margin of an answer: where it is said, notes, coverage, comparability, the release. */
import type { ReactElement } from 'react';
import { crossed } from '#stats/comparability/time.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import type { SeveralSources } from '#stats/sources/disagreement.ts';
import { sourceDisagreementText } from '#app/_charts/wording/source-disagreement.ts';
import { breakWords } from '#app/_charts/marks/break-rule.ts';
import { fill, wordsIn } from '#app/_words/words.ts';
import { comparabilityTextOf } from './comparability.ts';
import { coverageSentences } from './coverage.ts';
import { dateWords, shortDate } from '../page/dates.ts';
import { SidebarSection, VerdictSection } from './SidebarSection.tsx';
import type { Footnotes } from '../table/footnotes.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { publisherOf, reference } from '../page/publisher.ts';
import type { VerdictKind } from '../page/Verdict.tsx';

/** The glyph of each answer to whether a conclusion depends on the source. */
const DEPENDS: Readonly<Record<SeveralSources['verdict'], VerdictKind>> = {
  no: 'holds',
  possible: 'notes',
  certain: 'fails',
  unchecked: 'open',
};

export interface SidebarProps {
  readonly comparison: Comparison;
  readonly marks: Footnotes;
  readonly place: PageContext;
}

export function Sidebar({ comparison, marks, place }: SidebarProps): ReactElement {
  const { language, indicator, areas, release } = comparison;
  const words = wordsIn(language).margin;
  const verdict = comparabilityTextOf(comparison);
  const several = sourceDisagreementText(comparison);
  const coverage = coverageSentences(comparison);
  const figures = comparison.cells.filter((cell) => cell.stated !== null).length;
  const used = new Set(comparison.cells.flatMap((cell) => [cell.area, cell.counterpart]));
  const general = [
    ...indicator.notes.map((note) => note.text[language]),
    ...crossed(seriesOf(comparison), comparison.breaks).map((one) => breakWords(one, language)),
    ...areas.flatMap((area) =>
      used.has(area.code) && area.note ? [`${area.name[language]}: ${area.note[language]}`] : [],
    ),
  ];
  return (
    <aside className="margin" aria-label={words.about}>
      <SidebarSection title={words.sources}>
        {marks.sources.map(({ mark, source }) => (
          <p key={mark} id={`n${mark}`}>
            <b className="ref">{mark}</b>{' '}
            <b>
              <a href={`${pageHref(place, '/sources')}#${source.id}`}>{source.shortTitle[language]}</a>
            </b>
            <br />
            {reference(publisherOf(source), shortDate(source.published, language))};{' '}
            {words.kinds[source.kind]}
          </p>
        ))}
      </SidebarSection>
      {general.length + marks.notes.length > 0 && (
        <SidebarSection title={words.notes}>
          {general.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {marks.notes.map(({ mark, text }) => (
            <p key={mark} id={`n${mark}`}>
              <b className="ref">{mark}</b> {text}
            </p>
          ))}
        </SidebarSection>
      )}
      {coverage.length > 0 && (
        <SidebarSection title={words.coverage}>
          {coverage.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </SidebarSection>
      )}
      {/* One figure has nothing to be compared with. */}
      {figures > 1 && <VerdictSection title={words.comparability} {...verdict} badge />}
      {several && several.found.others.some((one) => one.ranking ?? one.change) && (
        <VerdictSection
          title={several.title}
          kind={DEPENDS[several.found.verdict]}
          words={several.verdict}
          reasons={[...several.reasons, ...(several.spread ? [several.spread] : [])]}
        />
      )}
      <SidebarSection title={words.release}>
        <p>
          {fill(words.releaseText, { version: release.version, date: dateWords(release.date, language) })}
        </p>
      </SidebarSection>
    </aside>
  );
}
