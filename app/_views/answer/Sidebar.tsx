/** The margin of an answer: sources, notes, coverage, comparability, the release. */
import type { ReactElement } from 'react';
import { crossed } from '#stats/comparability/time.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import type { SourcesVerdict } from '#stats/sources/several-sources.ts';
import { sourceDisagreementText } from '#app/_charts/wording/source-disagreement.ts';
import { breakWords } from '#app/_charts/marks/break-rule.ts';
import { wordsIn } from '#app/_words/words.ts';
import { comparabilityTextOf } from './comparability.ts';
import { coverageSentences } from './coverage.ts';
import { dateWords, shortDate } from '../page/dates.ts';
import { SidebarSection, VerdictSection } from './SidebarSection.tsx';
import type { Footnotes } from '../table/footnotes.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { publisherOf, reference } from '../page/publisher.ts';
import type { VerdictKind } from '../page/Verdict.tsx';

/** The icon of each verdict on the sources. */
const DEPENDS: Readonly<Record<SourcesVerdict, VerdictKind>> = {
  no: 'holds',
  spread: 'notes',
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
  const { language, release } = comparison;
  const words = wordsIn(language).margin;
  const coverage = coverageSentences(comparison);
  const verdict = comparabilityTextOf(comparison);
  return (
    <aside className="margin" aria-label={words.about}>
      <SourceNotes {...{ comparison, marks, place }} />
      <GeneralNotes {...{ comparison, marks }} />
      {coverage.length > 0 && (
        <SidebarSection title={words.coverage}>
          {coverage.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </SidebarSection>
      )}
      {verdict && <VerdictSection title={words.comparability} {...verdict} badge />}
      <SourceDisagreement comparison={comparison} />
      <SidebarSection title={words.release}>
        <p>{words.releaseText({ version: release.version, date: dateWords(release.date, language) })}</p>
      </SidebarSection>
    </aside>
  );
}

/** The numbered sources, each with a link to its card. */
function SourceNotes({ comparison: { language }, marks, place }: SidebarProps): ReactElement {
  const words = wordsIn(language).margin;
  return (
    <SidebarSection title={words.sources}>
      {marks.sources.map(({ mark, source }) => (
        <p key={mark} id={`n${mark}`}>
          <b className="ref">{mark}</b>{' '}
          <b>
            <a href={`${pageHref(place, '/sources')}#${source.id}`}>{source.shortTitle[language]}</a>
          </b>
          <br />
          {reference(publisherOf(source, language), shortDate(source.published, language))};{' '}
          {words.kinds[source.kind]}
        </p>
      ))}
    </SidebarSection>
  );
}

/** Notes of the indicator, of its breaks and areas, and of single figures. */
function GeneralNotes({ comparison, marks }: Omit<SidebarProps, 'place'>): ReactElement | null {
  const { language, indicator, areas } = comparison;
  const used = new Set(comparison.cells.flatMap((cell) => [cell.area, cell.counterpart]));
  const general = [
    ...indicator.notes.map((note) => note.text[language]),
    ...crossed(seriesOf(comparison), comparison.breaks).map((seriesBreak) =>
      breakWords(seriesBreak, language),
    ),
    ...areas.flatMap((area) =>
      used.has(area.code) && area.note ? [`${area.name[language]}: ${area.note[language]}`] : [],
    ),
  ];
  if (general.length + marks.notes.length === 0) return null;
  return (
    <SidebarSection title={wordsIn(language).margin.notes}>
      {general.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {marks.notes.map(({ mark, text }) => (
        <p key={mark} id={`n${mark}`}>
          <b className="ref">{mark}</b> {text}
        </p>
      ))}
    </SidebarSection>
  );
}

/** Whether a conclusion depends on the source, if the sources can be compared. */
function SourceDisagreement({ comparison }: Pick<SidebarProps, 'comparison'>): ReactElement | null {
  const text = sourceDisagreementText(comparison);
  if (!text?.found.others.some(({ ranking, change }) => ranking ?? change)) return null;
  return (
    <VerdictSection
      title={text.title}
      kind={DEPENDS[text.found.verdict]}
      words={text.verdict}
      reasons={[...text.reasons, ...(text.spread ? [text.spread] : [])]}
    />
  );
}
