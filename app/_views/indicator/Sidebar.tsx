/** The margin of an answer: where it is said, notes, coverage, comparability, the release. */
import type { ReactElement } from 'react';
import { crossed } from '#stats/comparability/time.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import type { SeveralSources } from '#stats/sources/disagreement.ts';
import { sourceWords } from '#app/_charts/wording/source-disagreement.ts';
import { breakWords } from '#app/_charts/marks/break-rule.ts';
import { fill, wordsIn } from '#app/_words/words.ts';
import { comparabilityOf } from './comparability.ts';
import { coverageSentences } from './coverage.ts';
import { dateWords, shortDate } from '../page/dates.ts';
import { MarginSection, VerdictSection } from './SidebarSection.tsx';
import type { Marks } from '../table/footnotes.ts';
import { pageHref, type Place } from '../page/page-context.ts';
import { publisherOf, reference } from '../page/publisher.ts';
import type { VerdictKind } from '../page/Verdict.tsx';

/** The glyph of each answer to whether a conclusion depends on the source. */
const DEPENDS: Readonly<Record<SeveralSources['verdict'], VerdictKind>> = {
  no: 'holds',
  possible: 'notes',
  certain: 'fails',
  unchecked: 'open',
};

export interface MarginProps {
  readonly comparison: Comparison;
  readonly marks: Marks;
  readonly place: Place;
}

export function Margin({ comparison, marks, place }: MarginProps): ReactElement {
  const { language, indicator, areas, release } = comparison;
  const words = wordsIn(language).margin;
  const verdict = comparabilityOf(comparison);
  const several = sourceWords(comparison);
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
      <MarginSection title={words.sources}>
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
      </MarginSection>
      {general.length + marks.notes.length > 0 && (
        <MarginSection title={words.notes}>
          {general.map((text) => (
            <p key={text}>{text}</p>
          ))}
          {marks.notes.map(({ mark, text }) => (
            <p key={mark} id={`n${mark}`}>
              <b className="ref">{mark}</b> {text}
            </p>
          ))}
        </MarginSection>
      )}
      {coverage.length > 0 && (
        <MarginSection title={words.coverage}>
          {coverage.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </MarginSection>
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
      <MarginSection title={words.release}>
        <p>
          {fill(words.releaseText, { version: release.version, date: dateWords(release.date, language) })}
        </p>
      </MarginSection>
    </aside>
  );
}
