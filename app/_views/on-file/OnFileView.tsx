/** What is on file of an indicator: places by years, with a strip for each source. */
import type { ReactElement } from 'react';
import { areaName, breakdownName, definitionName } from '#app/_charts/wording/code-name.ts';
import { ON_FILE_WORDS } from '#app/_words/on-file.ts';
import { PAIRS_WORDS } from '#app/_words/pairs.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import type { OnFileMatrix, OnFileRow, OnFileSubject } from '#stats/pairing/on-file.ts';
import { YEAR_BASES } from '#stats/time/period.ts';
import { encodeValue } from '#stats/query-string.ts';
import { indicatorHref, pageHref, type PageContext } from '../page/page-context.ts';
import { stripPath, tickYears, WIDTH, type StripFrame } from './strips.ts';

export interface OnFileViewProps {
  readonly indicator: Indicator;
  readonly catalogue: Catalogue;
  readonly place: PageContext;
  readonly matrix: OnFileMatrix;
  readonly subject: OnFileSubject;
  /** The other subjects, by axis. */
  readonly subjects: readonly OnFileSubject[];
}

/** Height of one strip and of the space between two. */
const STRIP = 4;
const BETWEEN = 1;
/** Most missing years that are named. */
const MOST_NAMED = 6;

const subjectValue = ({ axis, breakdown, definition }: OnFileSubject): string =>
  [axis, breakdown, definition].join(' ');

export function OnFileView(props: OnFileViewProps): ReactElement {
  const { indicator, catalogue, place, matrix } = props;
  const { language } = place;
  const words = ON_FILE_WORDS[language];
  const { sources, span, rows } = matrix;
  // Only years of several countries can be set against each other.
  const hasPairs =
    indicator.bases.some((basis) => YEAR_BASES.includes(basis)) &&
    rows.filter(({ place: code }) =>
      catalogue.areas.some((area) => area.code === code && area.kind === 'country'),
    ).length > 1;
  const named = sources.map(
    (id) => catalogue.sources.find((source) => source.id === id)?.shortTitle[language] ?? id,
  );
  return (
    <>
      <div className="title compact">
        <h1>{words.title(indicator.title[language])}</h1>
        <p className="def">
          {words.lead} <a href={indicatorHref(place, indicator.id)}>{words.open}</a>
          {hasPairs && (
            <>
              {' · '}
              <a href={indicatorHref(place, `${indicator.id}/pairs`)}>{PAIRS_WORDS[language].link}</a>
            </>
          )}
        </p>
      </div>
      <SubjectForm {...props} />
      {span === null ? (
        <p className="state">{words.nothing}</p>
      ) : (
        <>
          <p className="small mute">{words.counts(rows.length, sources.length)}</p>
          <div className="on-file-legend small">
            <p>{words.legend}</p>
            <ol>
              {named.map((name, i) => (
                <li key={name} className={i === 0 ? 'preferred' : undefined}>
                  {name}
                  {i === 0 && sources.length > 1 && ` (${words.preferred})`}
                </li>
              ))}
            </ol>
          </div>
          <MatrixTable {...props} span={span} />
        </>
      )}
    </>
  );
}

/** The choice of axis, part and definition, if there is more than one. */
function SubjectForm({
  indicator,
  catalogue,
  place,
  subject,
  subjects,
}: OnFileViewProps): ReactElement | null {
  const { language } = place;
  const words = ON_FILE_WORDS[language];
  if (subjects.length < 2) return null;
  const name = ({ axis, breakdown, definition }: OnFileSubject): string =>
    [
      subjects.some((other) => other.axis !== axis) ? (axis === 'area' ? words.byPlace : words.byOrigin) : '',
      breakdownName(catalogue.dimensions, breakdown, language),
      indicator.definitions.length > 1 ? definitionName(indicator, definition, language) : '',
    ]
      .filter((text) => text !== '')
      .join(', ') || indicator.title[language];
  return (
    <form
      className="plain-form on-file-form"
      method="get"
      action={pageHref({ ...place, pinned: false }, `/indicators/${indicator.id}/on-file`)}
      aria-label={words.form}
    >
      {place.pinned && <input type="hidden" name="release" value={place.release.version} />}
      <div className="field">
        <label htmlFor="f-of">{words.part}</label>
        <select id="f-of" name="of" className="select" defaultValue={subjectValue(subject)}>
          {subjects.map((other) => (
            <option key={subjectValue(other)} value={subjectValue(other)}>
              {name(other)}
            </option>
          ))}
        </select>
      </div>
      <button className="btn" type="submit">
        {words.show}
      </button>
    </form>
  );
}

/** The page of the indicator with a place of the matrix; a code that is no place has none. */
function rowHref({ indicator, catalogue, place, subject }: OnFileViewProps, code: string): string {
  const isPlace = catalogue.areas.some((area) => area.code === code);
  if (!isPlace || code.startsWith('_')) return indicatorHref(place, indicator.id);
  const values: (readonly [string, string])[] = [
    ['breakdown', subject.breakdown],
    ...(subject.axis === 'area' ? [['country', code] as const] : []),
    ...(indicator.definitions.length > 1 ? [['definition', subject.definition] as const] : []),
    ...(subject.axis === 'origin' ? [['origin', code] as const] : []),
  ];
  const search = values.map(([name, value]) => `${name}=${encodeValue(value)}`).join('&');
  return indicatorHref(place, indicator.id, search);
}

function MatrixTable(props: OnFileViewProps & { readonly span: readonly [number, number] }): ReactElement {
  const { catalogue, place, matrix, span } = props;
  const { sources, rows } = matrix;
  const { language } = place;
  const words = ON_FILE_WORDS[language];
  const height = sources.length * (STRIP + BETWEEN) + 4;
  const frame: StripFrame = { first: span[0], last: span[1], strip: STRIP, between: BETWEEN };
  return (
    <table className="on-file">
      <thead>
        <tr>
          <th scope="col">{words.place}</th>
          <th scope="col">
            <span className="vh">{words.years}</span>
            <svg viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true" className="strips">
              {tickYears(frame).map(({ year, x }) => (
                <text key={year} x={x} y="12" textAnchor="middle">
                  {year}
                </text>
              ))}
            </svg>
          </th>
          <th scope="col">{words.count}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.place}>
            <th scope="row">
              <a href={rowHref(props, row.place)}>{areaName(catalogue.areas, row.place, language)}</a>
            </th>
            <td>
              <svg viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" className="strips">
                <path d={stripPath(row.years.slice(0, 1), 0, frame)} className="preferred" />
                <path d={stripPath(row.years.slice(1), 1, frame)} />
              </svg>
            </td>
            <td>{rowWords(row, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The years of a row in words, with those that are missing between the first and the last. */
function rowWords({ any }: OnFileRow, language: PageContext['language']): string {
  const words = ON_FILE_WORDS[language];
  const [first = 0, last = first] = [any[0], any.at(-1)];
  const all = last - first + 1;
  const missing = Array.from({ length: all }, (_, i) => first + i).filter((year) => !any.includes(year));
  const text = words.rowWords(any.length, first, last, all);
  return missing.length === 0 || missing.length > MOST_NAMED
    ? text
    : `${text}; ${words.missing(missing.join(', '))}`;
}
