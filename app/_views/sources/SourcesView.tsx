/** Every source of a release, primary sources first: publisher, licence, and the file that was read. */
import type { ReactElement } from 'react';
import { SOURCE_KINDS, type Catalogue, type Source } from '#stats/model/catalogue.ts';
import { collate } from '#stats/collate.ts';
import type { Language } from '#stats/language.ts';
import { pagesIn } from '#app/_words/pages.ts';
import { wordsIn } from '#app/_words/words.ts';
import { BulkLinks } from '../page/files/BulkLinks.tsx';
import { dateWords } from '../page/dates.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';
import { publisherOf } from '../page/publisher.ts';

export function SourcesView({
  catalogue,
  place,
}: {
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}): ReactElement {
  const { language } = place;
  const words = pagesIn(language).sources;
  const sources = [...catalogue.sources].sort(
    (a, b) =>
      SOURCE_KINDS.indexOf(a.kind) - SOURCE_KINDS.indexOf(b.kind) ||
      collate(a.shortTitle[language], b.shortTitle[language]),
  );
  return (
    <>
      <div className="title">
        <h1>{words.title}</h1>
        <p className="def">{words.lead}</p>
      </div>
      <nav className="contents" aria-label={words.contents}>
        {SOURCE_KINDS.map((kind) => (
          <div key={kind}>
            <h2>{words.kinds[kind]}</h2>
            <ul>
              {sources
                .filter((source) => source.kind === kind)
                .map((source) => (
                  <li key={source.id}>
                    <a href={`#${source.id}`}>{source.shortTitle[language]}</a>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </nav>
      {sources.map((source) => (
        <SourceSection key={source.id} {...{ source, catalogue, place }} />
      ))}
    </>
  );
}

/** A source with its card, where it is used, and its files. */
function SourceSection({
  source,
  catalogue,
  place,
}: {
  readonly source: Source;
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}): ReactElement {
  const { language } = place;
  const words = pagesIn(language).sources;
  return (
    <section id={source.id} className="kit">
      <h2>{source.shortTitle[language]}</h2>
      <div>
        <p>{source.title[language]}</p>
        <Card source={source} catalogue={catalogue} language={language} />
        {source.note && <p className="small mute">{source.note[language]}</p>}
        <p className="small">
          {words.usedIn}:{' '}
          {catalogue.indicators
            .filter((indicator) => indicator.sources.includes(source.id))
            .map((indicator, i) => (
              <span key={indicator.id}>
                {i > 0 && ', '}
                <a href={indicatorHref(place, indicator.id)}>{indicator.title[language]}</a>
              </span>
            ))}
        </p>
        <p className="small">
          <BulkLinks
            file={`/data/${place.release.version}/sources/${source.id}`}
            kind="source"
            language={language}
          />
        </p>
      </div>
    </section>
  );
}

/** The card of a source. Long because it shows every field of a source. */
function Card({
  source,
  catalogue,
  language,
}: {
  readonly source: Source;
  readonly catalogue: Catalogue;
  readonly language: Language;
}): ReactElement {
  const words = pagesIn(language).sources;
  const kinds = wordsIn(language).margin.kinds;
  const editions = catalogue.editions.filter((edition) => edition.source === source.id);
  const { licence } = source;
  return (
    <dl className="facts narrow">
      {source.producer === undefined ? (
        <>
          <dt>{words.publisher}</dt>
          <dd>{publisherOf(source, language) || words.notStated}</dd>
        </>
      ) : (
        <>
          <dt>{words.producer}</dt>
          <dd>{source.producer}</dd>
          <dt>{words.compiler}</dt>
          <dd>{source.compiler}</dd>
        </>
      )}
      <dt>{words.kind}</dt>
      <dd>
        {kinds[source.kind]}, {words.forms[source.form]}
      </dd>
      <dt>{words.published}</dt>
      <dd>{dateWords(source.published, language)}</dd>
      <dt>{words.licence}</dt>
      <dd>
        {licence.url ? (
          <a href={licence.url}>{licence.name}</a>
        ) : licence.name === 'not stated' ? (
          words.notStated
        ) : (
          licence.name
        )}
      </dd>
      <dt>{words.redistribute}</dt>
      <dd>
        {words.may[source.redistribute]} <span lang="en">{source.redistributeReason}</span>
      </dd>
      {source.url && (
        <>
          <dt>{words.address}</dt>
          <dd>
            <a href={source.url}>{source.url}</a>
          </dd>
        </>
      )}
      {editions.map((edition) => (
        <div key={edition.id} className="pair-row">
          <dt>{words.edition}</dt>
          <dd>
            {dateWords(edition.vintage, language)}; {words.accessed} {dateWords(edition.accessed, language)};
            SHA-256 <code>{edition.sha256.slice(0, 16)}…</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
