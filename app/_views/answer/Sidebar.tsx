/**
 * The margin of an answer: whether the sources agree, sources, notes, coverage, comparability, the release. It
 * stands in two cells, one beside the chart and one beside the table.
 */
import type { ReactElement, ReactNode } from 'react';
import { crossed } from '#stats/comparability/time.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import type { SourcesVerdict } from '#stats/sources/several-sources.ts';
import { sourceDisagreementText } from '#app/_charts/wording/source-disagreement.ts';
import { breakWords } from '#app/_charts/marks/break-rule.ts';
import { wordsIn } from '#app/_words/words.ts';
import { comparabilityTextOf } from './comparability.ts';
import { coverageSentences } from './coverage.ts';
import { dateWords, shortDate } from '../page/dates.ts';
import { heightOf, MarginTexts, SidebarSection, VerdictSection, type MarginText } from './SidebarSection.tsx';
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

/** A section, and how high it is until something in it is unfolded. */
interface Section {
  readonly key: string;
  readonly height: number;
  readonly node: ReactNode;
}

/**
 * The two cells of the margin. The first takes sections as long as it stays as high as the chart, so that it
 * never pushes the table down.
 * @param room the height of the chart and what is below it, in pixels
 */
export function Sidebars(props: SidebarProps & { readonly room: number }): {
  readonly beside: ReactElement;
  readonly below: ReactElement | null;
} {
  const { room, ...own } = props;
  const { comparison, place } = own;
  const words = wordsIn(comparison.language).margin;
  const sections = sectionsOf(own, place);
  let left = room;
  const fits = sections.map(({ height }) => (left -= height) >= 0);
  const first = Math.max(1, fits.includes(false) ? fits.indexOf(false) : sections.length);
  const cell = (own: readonly Section[], label: string, name: string): ReactElement => (
    <aside className={`margin ${name}`} aria-label={label}>
      {own.map(({ key, node }) => (
        <div key={key} className={key === words.release ? 'cell release' : 'cell'}>
          {node}
        </div>
      ))}
    </aside>
  );
  return {
    beside: cell(sections.slice(0, first), words.about, 'beside-chart'),
    below: first === sections.length ? null : cell(sections.slice(first), words.aboutMore, 'beside-table'),
  };
}

function sectionsOf(props: SidebarProps, place: PageContext): Section[] {
  const { comparison, marks } = props;
  const { language, release } = comparison;
  const words = wordsIn(language).margin;
  const coverage = coverageSentences(comparison).map((text) => ({ text }));
  const verdict = comparabilityTextOf(comparison);
  const disagreement = sourceDisagreementText(comparison);
  const notes = notesOf(props);
  const texts = (title: string, own: readonly MarginText[]): Section[] =>
    own.length === 0
      ? []
      : [
          {
            key: title,
            height: heightOf(own),
            node: (
              <SidebarSection title={title}>
                <MarginTexts texts={own} language={language} />
              </SidebarSection>
            ),
          },
        ];
  const reasons = [...(disagreement?.reasons ?? []), ...(disagreement?.spread ? [disagreement.spread] : [])];
  return [
    ...(disagreement?.found.others.some(({ ranking, change }) => ranking ?? change)
      ? [
          {
            key: 'disagreement',
            height: heightOf(reasons.map((text) => ({ text }))) + 40,
            node: (
              <VerdictSection
                title={disagreement.title}
                kind={DEPENDS[disagreement.found.verdict]}
                words={disagreement.verdict}
                {...{ reasons, language }}
              />
            ),
          },
        ]
      : []),
    { key: 'sources', height: 70 + marks.sources.length * 64, node: <SourceNotes {...props} /> },
    ...texts(words.notes, notes),
    ...texts(words.coverage, coverage),
    ...(verdict
      ? [
          {
            key: 'comparability',
            height: heightOf(verdict.reasons.map((text) => ({ text }))) + 40,
            node: <VerdictSection title={words.comparability} {...verdict} language={language} badge />,
          },
        ]
      : []),
    ...texts(words.release, [
      {
        text: words.releaseText({ version: release.version, date: dateWords(release.date, place.language) }),
      },
    ]),
  ];
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
function notesOf({ comparison, marks }: Omit<SidebarProps, 'place'>): MarginText[] {
  const { language, indicator, areas } = comparison;
  const used = new Set(comparison.cells.flatMap((cell) => [cell.area, cell.counterpart]));
  return [
    ...indicator.notes.map((note) => ({ text: note.text[language] })),
    ...crossed(seriesOf(comparison), comparison.breaks).map((seriesBreak) => ({
      text: breakWords(seriesBreak, language),
    })),
    ...areas.flatMap((area) =>
      used.has(area.code) && area.note ? [{ text: `${area.name[language]}: ${area.note[language]}` }] : [],
    ),
    ...marks.notes,
  ];
}
