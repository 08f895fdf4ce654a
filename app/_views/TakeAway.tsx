/** What a reader takes along: files, the embed, the citation, the pinned address. */
import type { ReactElement } from 'react';
import type { Comparison } from '#stats/comparison.ts';
import { formatQuery } from '#stats/query.ts';
import { CopyButton } from '#app/_controls/CopyButton.tsx';
import { fill, wordsIn } from '#app/_words/words.ts';
import { citationOf } from './citation.ts';
import { embedHeight } from './embed-height.ts';
import { dataHref, embedHref, type Place } from './place.ts';

/** Lines of a text box that shows a text whole on most screens. */
const ROWS = 4;

export function TakeAway({
  comparison,
  place,
}: {
  readonly comparison: Comparison;
  readonly place: Place;
}): ReactElement {
  const { indicator, release, language } = comparison;
  const words = wordsIn(language).page;
  const query = formatQuery(comparison.query, indicator);
  const file = (ending: string): string => dataHref(place, indicator.id, ending, query);
  const title = indicator.title[language];
  const csv = file('csv');
  const embed =
    `<iframe src="${place.origin}${embedHref(place, indicator.id, query).replaceAll('&', '&amp;')}" ` +
    `title="${title.replaceAll('"', '&quot;')}" width="100%" height="${embedHeight(comparison)}" style="border:0" loading="lazy"></iframe>`;
  const text = (id: string, label: string, value: string, help: string): ReactElement => (
    <>
      <p className="small mute">{help}</p>
      <textarea id={id} className="snippet" readOnly rows={ROWS} aria-label={label} value={value} />
      <CopyButton target={id} language={language} />
    </>
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
        <a className="btn" href={file('svg')}>
          {words.image} (SVG)
        </a>
        <span className="grow" />
        <details>
          <summary className="btn">{words.embed}</summary>
          {text('embed-code', words.embed, embed, fill(words.embedHelp, { version: release.version }))}
        </details>
        <details>
          <summary className="btn btn-main">{words.cite}</summary>
          {text('citation', words.cite, citationOf(comparison, place), words.citeHelp)}
        </details>
      </div>
      <div className="addr">
        <code id="pinned-address" aria-label={words.address} role="group" data-copy={place.origin + csv}>
          {csv.split(release.version)[0]}
          <b>{release.version}</b>
          {csv.split(release.version).slice(1).join(release.version)}
        </code>
        <CopyButton target="pinned-address" language={language} label={words.copyAddress} />
      </div>
    </>
  );
}
