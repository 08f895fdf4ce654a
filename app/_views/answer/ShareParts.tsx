/** The parts of a share bar: a text to copy, the code of an embed, the pinned address. */
import type { ReactElement } from 'react';
import { CopyButton } from '#app/_controls/CopyButton.tsx';
import { FORMAT_WORDS } from '#app/_words/formats.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { PageContext } from '../page/page-context.ts';

/** Lines of a text box, enough to show the whole text on most screens. */
const ROWS = 4;

/** A button that opens a text to copy. */
export function Snippet({
  id,
  label,
  value,
  help,
  place,
  main = false,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly help: string;
  readonly place: PageContext;
  readonly main?: boolean;
}): ReactElement {
  return (
    <details>
      <summary className={main ? 'btn btn-main' : 'btn'}>{label}</summary>
      <p className="small mute">{help}</p>
      <textarea id={id} className="snippet" readOnly rows={ROWS} aria-label={label} value={value} />
      <CopyButton target={id} language={place.language} />
    </details>
  );
}

/** Formats that have a button of their own. */
const BUTTONS = ['csv', 'json', 'svg', 'png'];
/** Formats of the chart rather than of the rows. */
const OF_THE_CHART = ['pdf', 'document.zip'];
const OTHERS = Object.entries(FORMAT_WORDS).filter(([ending]) => !BUTTONS.includes(ending));

const withParameter = (address: string, parameter: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}${parameter}`;

/** A button that opens the links to all other formats of an answer, each with what it contains. */
export function MoreFormats({
  file,
  picture,
  place: { language },
  several = false,
}: {
  /** The address of a file, by its ending. */
  readonly file: (ending: string) => string;
  /** The address of a file with the chart; absent if there is none. */
  readonly picture?: (ending: string) => string;
  readonly place: PageContext;
  /** Whether the answer is of several indicators. */
  readonly several?: boolean;
}): ReactElement {
  const words = wordsIn(language).page;
  return (
    <details id="more-formats">
      <summary className="btn">{words.moreFormats}</summary>
      <ul className="points">
        {!several && (
          <li>
            <a href={withParameter(file('csv'), 'excel=yes')}>{words.excelCsv}</a>: {words.excelCsvHelp}
          </li>
        )}
        {OTHERS.filter(([ending]) => picture || !OF_THE_CHART.includes(ending)).map(
          ([ending, { label, summary, compareSummary }]) => (
            <li key={ending}>
              <a href={OF_THE_CHART.includes(ending) && picture ? picture(ending) : file(ending)}>
                {label[language]}
              </a>
              : {(several ? compareSummary : summary)[language]}
            </li>
          ),
        )}
      </ul>
    </details>
  );
}

/** A button that opens the code of an embed with its choices, a page of its own that needs no script. */
export function EmbedChoices({
  address,
  place: { language },
}: {
  readonly address: string;
  readonly place: PageContext;
}): ReactElement {
  const words = wordsIn(language).page;
  const page = language === 'en' ? address : withParameter(address, `ui=${language}`);
  return (
    <details className="embedding">
      <summary className="btn">{words.embed}</summary>
      <p className="small mute">
        <a href={page}>{words.embedPage}</a>
      </p>
      {/* Loaded when a reader opens it. */}
      <iframe src={page} title={words.embed} loading="lazy" />
    </details>
  );
}

/** A button that opens the addresses to copy: of the page, following the latest release or pinned, and of the data. */
export function LinkChoices({
  place: { language, origin, release },
  latest,
  pinned,
  data,
}: {
  readonly place: PageContext;
  readonly latest: string;
  readonly pinned: string;
  readonly data: string;
}): ReactElement {
  const words = wordsIn(language).page;
  const links = [
    ['latest', words.linkLatest, latest],
    ['pinned', words.linkPinned({ version: release.version }), pinned],
    ['data', words.linkData({ version: release.version }), data],
  ] as const;
  return (
    <details className="links">
      <summary className="btn">{words.copyLink}</summary>
      <ul>
        {links.map(([name, label, address]) => (
          <li key={name} className="addr">
            <span>
              <b>{label}</b>
              <code id={`link-${name}`} data-copy={origin + address}>
                {address}
              </code>
            </span>
            <CopyButton target={`link-${name}`} language={language} name={label} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The address of the data to copy, with its release in bold. */
export function PinnedAddress({
  address,
  place,
}: {
  readonly address: string;
  readonly place: PageContext;
}): ReactElement {
  const { language, origin, release } = place;
  const words = wordsIn(language).page;
  const [before, ...after] = address.split(release.version);
  return (
    <div className="addr">
      <code id="pinned-address" aria-label={words.address} role="group" data-copy={origin + address}>
        {before}
        <b>{release.version}</b>
        {after.join(release.version)}
      </code>
      <CopyButton target="pinned-address" language={language} label={words.copyAddress} />
    </div>
  );
}
