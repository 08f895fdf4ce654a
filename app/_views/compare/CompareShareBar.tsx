/** The ways to use a comparison elsewhere: files, the citation, the pinned address. */
import type { ReactElement } from 'react';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { PairHalf } from '#stats/pairing/pairs.ts';
import { dateWords } from '../page/dates.ts';
import { dataHref, embedHref, pageHref, type PageContext } from '../page/page-context.ts';
import { EmbedChoices, LinkChoices, MoreFormats, PinnedAddress, Snippet } from '../answer/ShareParts.tsx';

export interface CompareShareBarProps {
  readonly halves: readonly PairHalf[];
  readonly place: PageContext;
  readonly query: string;
  /** The view of the page, if it is not the usual one. */
  readonly view?: 'time';
  /** Whether the page draws the two as a scatter plot, which a picture and an embed are of. */
  readonly isDrawn?: boolean;
}

export function CompareShareBar({
  halves,
  place,
  query,
  view,
  isDrawn = halves.length === 2,
}: CompareShareBarProps): ReactElement {
  const { language, release, origin } = place;
  const words = wordsIn(language).page;
  const file = (ending: string): string => dataHref(place, 'compare', ending, query);
  const csv = file('csv');
  const page = view ? `${query}&view=${view}` : query;
  const address = (pinned: boolean): string => pageHref({ ...place, pinned }, '/compare', page);
  const titles = halves.map(({ comparison }) => comparison.indicator.title[language]).join('; ');
  const citation = COMPARE_WORDS[language].citation(
    titles,
    release.version,
    dateWords(release.date, language),
    release.date.slice(0, 4),
    origin + address(true),
  );
  return (
    <>
      <div className="takeaway">
        <a className="btn" href={csv}>
          CSV
        </a>
        <a className="btn" href={file('json')}>
          JSON
        </a>
        {isDrawn && (
          <a className="btn" href={file('svg')}>
            {words.image} (SVG)
          </a>
        )}
        <MoreFormats file={file} {...(isDrawn && { picture: file })} place={place} several />
        <span className="grow" />
        <LinkChoices place={place} latest={address(false)} pinned={address(true)} data={csv} />
        {isDrawn && <EmbedChoices address={embedHref(place, 'compare/code', query)} place={place} />}
        <Snippet id="citation" label={words.cite} value={citation} help={words.citeHelp} place={place} main />
      </div>
      <PinnedAddress address={csv} place={place} />
      <p className="only-print source">
        <b>{words.printCite}</b> {citation}
      </p>
    </>
  );
}
