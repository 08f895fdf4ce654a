/** The two columns of a figure: what Cotejo says, and what the source says. */
import type { ReactElement, ReactNode } from 'react';
import { locatorWords } from '#app/_charts/wording/locator.ts';
import { evidenceWordsIn } from '#app/_words/evidence.ts';
import type { ObservationEvidence } from '#stats/evidence/evidence.ts';
import { formatStated } from '#stats/format/figure.ts';
import { GAP_WORDS, INTERVAL_WORDS, QUALIFIER_WORDS } from '#stats/format/labels.ts';
import { plainNumber } from '#stats/number.ts';
import { hedgeOf, floorOf } from '#stats/uncertainty/hedge.ts';
import { dateWords, shortDate } from '../page/dates.ts';
import { publisherOf } from '../page/publisher.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';
import { VerdictLine } from '../page/Verdict.tsx';
import { sameFigures } from './dated-values.ts';

/** Names and values, the absent ones left out. */
export function FactList({
  facts,
}: {
  readonly facts: readonly (readonly [string, ReactNode])[];
}): ReactElement {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== '' && value !== undefined)
        .map(([name, value]) => (
          <div key={name} className="pair-row">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The least and the greatest value of all sources for the same area and period. */
function spreadText(evidence: ObservationEvidence): string {
  const { language, indicator } = evidence.comparison;
  const words = evidenceWordsIn(language);
  const cells = sameFigures(evidence);
  if (cells.length < 2) return words.onlySource;
  const hedges = cells.flatMap(({ stated }) => (stated ? [hedgeOf(stated, floorOf(indicator.signed))] : []));
  const text = (value: number): string =>
    Number.isFinite(value)
      ? formatStated({ qualifier: 'exact', value, low: null, high: null }, indicator, language, false).number
      : '∞';
  return words.spreadText({
    low: text(Math.min(...hedges.map(({ low }) => low))),
    high: text(Math.max(...hedges.map(({ high }) => high))),
    n: cells.length,
  });
}

export function OursFacts({ evidence }: { readonly evidence: ObservationEvidence }): ReactElement {
  const { current, comparison } = evidence;
  const { language, indicator } = comparison;
  const words = evidenceWordsIn(language);
  const { stated, period, numerator, denominator } = current;
  const figure = stated && formatStated(stated, indicator, language, false);
  const day = (date: string | null, unknown: string): string =>
    date === null ? unknown : dateWords(date, language);
  const ends = stated && [stated.low, stated.high].some((end) => end !== null);
  return (
    <>
      <p className="small mute">{words.ours}</p>
      <p className="evidence-figure">
        {figure ? (
          <>
            {figure.word !== '' && <span className="hedge">{figure.word} </span>}
            {figure.number}
          </>
        ) : (
          <span className="hedge">{current.gap && GAP_WORDS[current.gap].words[language]}</span>
        )}
      </p>
      <FactList
        facts={[
          [words.what, indicator.unit.label[language]],
          [words.qualifier, stated && (QUALIFIER_WORDS[stated.qualifier][language] || words.exact)],
          [words.stored, stated?.value !== null && stated !== null ? plainNumber(stated.value) : null],
          [
            words.interval,
            ends
              ? `${stated.low === null ? '' : plainNumber(stated.low)} … ${stated.high === null ? '' : plainNumber(stated.high)} (${INTERVAL_WORDS[current.intervalKind][language]})`
              : null,
          ],
          [
            words.parts,
            numerator !== null && denominator !== null
              ? words.ofParts({ numerator: plainNumber(numerator), denominator: plainNumber(denominator) })
              : null,
          ],
          [
            words.period,
            words.days({ from: day(period.start, words.openStart), to: day(period.end, words.openEnd) }),
          ],
          [words.spread, spreadText(evidence)],
          [
            words.since,
            current.until === null
              ? words.sinceText({ version: current.since })
              : words.untilText({ since: current.since, until: current.until }),
          ],
        ]}
      />
    </>
  );
}

/**
 * The address of the printed words in a page of the web, as a text fragment. A single number would be found
 * anywhere, so there must be a word beside it.
 */
function sourceAddress(url: string | undefined, printed: string | null): string | null {
  if (url === undefined) return null;
  const isPhrase = printed !== null && /\p{L}{2,}/u.test(printed);
  return isPhrase ? `${url}#:~:text=${encodeURIComponent(printed).replaceAll('-', '%2D')}` : url;
}

/** Long because it is one list of facts, each with its own words and its own link. */
export function SourceFacts({
  evidence: { current, source, comparison },
  place,
}: {
  readonly evidence: ObservationEvidence;
  readonly place: PageContext;
}): ReactElement {
  const { language } = comparison;
  const words = evidenceWordsIn(language);
  const { file, printed, locator, attributedTo } = current;
  const address = sourceAddress(source.url, printed);
  const isCompiled = source.producer !== undefined;
  // A correction says so in the note of its row (sources/compile/corrections.ts).
  const isCorrected = current.note?.text.en.includes('Corrected by us on') ?? false;
  return (
    <>
      <p className="small mute">{words.theirs}</p>
      <p className="evidence-locator">
        {locator === null ? words.noPlace : locatorWords(locator, language)}
        {printed !== null && <b>“{printed}”</b>}
      </p>
      <FactList
        facts={[
          [
            words.title,
            <a key="source" href={`${pageHref(place, '/sources')}#${source.id}`}>
              {source.title[language]}
            </a>,
          ],
          [words.counted, source.producer ?? null],
          [words.compiled, source.compiler ?? null],
          [words.publisher, isCompiled ? null : publisherOf(source, language)],
          [words.attributed, attributedTo],
          [
            words.edition,
            file &&
              words.editionText({
                vintage: shortDate(file.vintage, language),
                accessed: shortDate(file.accessed, language),
              }),
          ],
          [words.hash, file && <code>{file.sha256}</code>],
          [words.licence, source.licence.name === 'not stated' ? words.notStated : source.licence.name],
          [words.corrections, isCorrected ? null : words.noCorrections],
        ]}
      />
      <p className="evidence-open">
        {address !== null && (
          <a className="btn btn-s" href={address} rel="external">
            {words.open}
          </a>
        )}
        {isCorrected ? (
          <VerdictLine kind="notes" words={current.note?.text[language] ?? ''} badge />
        ) : (
          <VerdictLine kind="holds" words={words.agree} badge />
        )}
      </p>
    </>
  );
}
