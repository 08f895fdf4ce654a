/**
 * What is missing of an indicator, in three lines at most: periods and breakdowns of each source, places of
 * which no source has a figure, and where the publishers have more.
 */
import type { ReactElement } from 'react';
import { MISSING_WORDS } from '#app/_words/missing.ts';
import { listInWords } from '#stats/format/list.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { Language } from '#stats/language.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import type { Missing, MissingOfSource, PeriodRun } from '#stats/sources/missing.ts';
import { parsePeriod } from '#stats/time/period.ts';

/** Sources, runs of periods and places that are named; the others are counted. */
const MOST_SOURCES = 4;
const MOST_RUNS = 3;
const MOST_PLACES = 8;

export interface MissingNotesProps {
  readonly missing: Missing;
  readonly indicator: Indicator;
  readonly catalogue: Pick<Catalogue, 'areas' | 'dimensions' | 'sources'>;
  readonly language: Language;
}

function periodWords(text: string, language: Language): string {
  const period = parsePeriod(text);
  return period ? formatPeriodWords(period, 'stated', language) : text;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The first names, and how many more there are. */
function firstOf(names: readonly string[], most: number, language: Language): string {
  const rest = names.length - most;
  // One more name is as short as saying that there is one more.
  if (rest <= 1) return listInWords(names, language);
  return listInWords([...names.slice(0, most), MISSING_WORDS[language].moreNames({ n: rest })], language);
}

function runWords({ first, last }: PeriodRun, language: Language): string {
  const [from, to] = [periodWords(first, language), periodWords(last, language)];
  return first === last ? from : MISSING_WORDS[language].run({ first: from, last: to });
}

function sourceWords(own: MissingOfSource, props: MissingNotesProps): string {
  const { catalogue, indicator, language } = props;
  const words = MISSING_WORDS[language];
  const source = catalogue.sources.find(({ id }) => id === own.source)?.shortTitle[language] ?? own.source;
  const [first, last] = [periodWords(own.first, language), periodWords(own.last, language)];
  const runs = own.periods.map((run) => runWords(run, language));
  const dimensions = [
    ...own.dimensions.map(
      (id) => catalogue.dimensions.find((dimension) => dimension.id === id)?.name[language] ?? id,
    ),
    ...(own.lacksOrigins && indicator.counterpartRole ? [indicator.counterpartRole[language]] : []),
  ];
  return [
    own.first === own.last ? words.only({ source, first }) : words.span({ source, first, last }),
    ...(runs.length > 0 ? [words.without({ periods: firstOf(runs, MOST_RUNS, language) })] : []),
    ...(dimensions.length > 0
      ? [words.notBy({ dimensions: listInWords(dimensions.map(lowerFirst), language) })]
      : []),
  ].join(', ');
}

export function MissingNotes(props: MissingNotesProps): ReactElement | null {
  const { missing, catalogue, language } = props;
  const words = MISSING_WORDS[language];
  const said = missing.sources.map((own) => sourceWords(own, props));
  const rest = said.length - MOST_SOURCES;
  const shown = rest > 1 ? [...said.slice(0, MOST_SOURCES), words.moreSources({ n: rest })] : said;
  const names = missing.places
    .map((code) => catalogue.areas.find((area) => area.code === code)?.name[language] ?? code)
    .sort(new Intl.Collator(language).compare);
  const more = [
    ...new Map(missing.sources.flatMap(({ more }) => (more ? [[more.text[language], more] as const] : []))),
  ];
  if (said.length === 0) return null;
  return (
    <>
      <p className="small">
        <b>{words.lead}</b> {shown.join('; ')}.
      </p>
      {names.length > 0 && (
        <p className="small">{words.places({ names: firstOf(names, MOST_PLACES, language) })}</p>
      )}
      {more.length > 0 && (
        <p className="small">
          <b>{words.kept}</b>{' '}
          {more.map(([text, { url }]) => (
            <span key={text}>{url === undefined ? text : <a href={url}>{text}</a>} </span>
          ))}
        </p>
      )}
    </>
  );
}
