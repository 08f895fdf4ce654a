/** The register of doubts: each with its reason, its status, and the figures that it is about. */
import type { ReactElement } from 'react';
import { doubtWordsIn } from '#app/_words/doubts.ts';
import type { Doubt } from '#stats/claims/doubt.ts';
import { parseObservationId } from '#stats/model/observation-id.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { dateWords } from '../page/dates.ts';
import { observationPath } from '#stats/evidence/address.ts';
import { pageHref, type PageContext } from '../page/page-context.ts';

export interface DoubtsViewProps {
  readonly doubts: readonly Doubt[];
  readonly catalogue: Catalogue;
  readonly place: PageContext;
}

export function DoubtsView({ doubts, catalogue, place }: DoubtsViewProps): ReactElement {
  const { language } = place;
  const words = doubtWordsIn(language);
  const search = language === 'en' ? '' : `?lang=${language}`;
  return (
    <>
      <div className="title">
        <h1>{words.title}</h1>
        <p className="def">{words.lead}</p>
      </div>
      {doubts.map((doubt) => (
        <section key={doubt.id} id={doubt.id} className="kit">
          <h2>{doubt.title[language]}</h2>
          <div>
            <p>{doubt.reason[language]}</p>
            <p className="small mute">
              {words.status}: {words.statuses[doubt.status]}. {words.reporter}: {doubt.reporter[language]}.{' '}
              {words.entered}: {dateWords(doubt.date, language)}.
            </p>
            {doubt.figures.length > 0 && (
              <ul className="points">
                {doubt.figures.map((figure) => (
                  <DoubtedFigure key={figure} {...{ figure, catalogue, place }} />
                ))}
              </ul>
            )}
          </div>
        </section>
      ))}
      <section className="kit">
        <h2>{words.data}</h2>
        <div>
          <p>
            <a href={`/data/doubts.json${search}`}>JSON</a>, <a href={`/data/doubts.atom${search}`}>Atom</a>
          </p>
        </div>
      </section>
    </>
  );
}

function DoubtedFigure({
  figure,
  catalogue,
  place,
}: Omit<DoubtsViewProps, 'doubts'> & { readonly figure: string }): ReactElement | null {
  const { language } = place;
  const key = parseObservationId(figure);
  if (!key) return null;
  const title = catalogue.indicators.find(({ id }) => id === key.indicator)?.title[language] ?? key.indicator;
  const area = catalogue.areas.find(({ code }) => code === key.area)?.name[language] ?? key.area;
  return (
    <li>
      <a href={pageHref(place, observationPath(key))}>
        {title}: {area}, {formatPeriodWords(key.period, 'stated', language)}
      </a>
    </li>
  );
}
