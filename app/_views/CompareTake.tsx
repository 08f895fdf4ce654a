/** What a reader takes along from a comparison: files, the citation, the pinned address. */
import type { ReactElement } from 'react';
import { CopyButton } from '#app/_controls/CopyButton.tsx';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { fill, wordsIn } from '#app/_words/words.ts';
import type { Half } from '#stats/compare/pairs.ts';
import { dateWords } from './dates.ts';
import { dataHref, embedHref, pageHref, type Place } from './place.ts';

/** A scatter plot is as high whatever it shows; title, notices and sources take the rest. */
const EMBED_HEIGHT = 860;

export interface CompareTakeProps {
  readonly halves: readonly Half[];
  readonly place: Place;
  readonly query: string;
}

export function CompareTake({ halves, place, query }: CompareTakeProps): ReactElement {
  const { language, release, origin } = place;
  const words = wordsIn(language).page;
  const file = (ending: string): string => dataHref(place, 'compare', ending, query);
  const csv = file('csv');
  const titles = halves.map(({ comparison }) => comparison.indicator.title[language]).join('; ');
  const embed =
    `<iframe src="${origin}${embedHref(place, 'compare', query).replaceAll('&', '&amp;')}" ` +
    `title="${titles.replaceAll('"', '&quot;')}" width="100%" height="${EMBED_HEIGHT}" style="border:0" loading="lazy"></iframe>`;
  const citation = COMPARE_WORDS[language].citation(
    titles,
    release.version,
    dateWords(release.date, language),
    release.date.slice(0, 4),
    origin + pageHref({ ...place, pinned: true }, '/compare', query),
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
        {halves.length === 2 && (
          <a className="btn" href={file('svg')}>
            {words.image} (SVG)
          </a>
        )}
        <span className="grow" />
        {halves.length === 2 && (
          <details>
            <summary className="btn">{words.embed}</summary>
            <p className="small mute">{fill(words.embedHelp, { version: release.version })}</p>
            <textarea
              id="embed-code"
              className="snippet"
              readOnly
              rows={4}
              aria-label={words.embed}
              value={embed}
            />
            <CopyButton target="embed-code" language={language} />
          </details>
        )}
        <details>
          <summary className="btn btn-main">{words.cite}</summary>
          <p className="small mute">{words.citeHelp}</p>
          <textarea
            id="citation"
            className="snippet"
            readOnly
            rows={4}
            aria-label={words.cite}
            value={citation}
          />
          <CopyButton target="citation" language={language} />
        </details>
      </div>
      <div className="addr">
        <code id="pinned-address" aria-label={words.address} role="group" data-copy={origin + csv}>
          {csv.split(release.version)[0]}
          <b>{release.version}</b>
          {csv.split(release.version).slice(1).join(release.version)}
        </code>
        <CopyButton target="pinned-address" language={language} label={words.copyAddress} />
      </div>
    </>
  );
}
