/** Each area against each other: the ranks as spans, and a matrix of what the figures establish. */
import type { ReactElement } from 'react';
import type { Choice } from '#app/_controls/choices.ts';
import { areaName } from '#app/_charts/wording/code-name.ts';
import { ON_FILE_WORDS } from '#app/_words/on-file.ts';
import { PAIRS_WORDS } from '#app/_words/pairs.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { formatNumber } from '#stats/number.ts';
import type { EachPair, PairedArea, PairSign } from '#stats/pairing/each-pair.ts';
import { RankSpan } from '../areas/RankSpan.tsx';
import { areaHref } from '../areas/AreaView.tsx';
import { indicatorHref, pageHref, type PageContext } from '../page/page-context.ts';
import { matrixPath, MATRIX } from './matrix.ts';
import { SourceSpan, spanScale } from './SourceSpan.tsx';
import { SourcesFigure } from './SourcesFigure.tsx';

export interface PairsViewProps {
  readonly comparison: Comparison;
  readonly pairs: EachPair;
  /** How many areas have a figure; more than are compared if there are too many. */
  readonly all: number;
  readonly place: PageContext;
  readonly years: readonly Choice[];
  readonly sources: readonly Choice[];
  readonly chosen: { readonly time: string; readonly source: string };
}

/** With so few areas the signs stand in the cells. */
const FEW = 20;

export function PairsView(props: PairsViewProps): ReactElement {
  const { comparison, pairs, all, place } = props;
  const { language } = place;
  const words = PAIRS_WORDS[language];
  const { areas, counts } = pairs;
  const first = areas[0]?.cell;
  const isOfSources = areas.some(({ cells }) => cells.length > 1);
  const period = first ? formatPeriodWords(first.period, first.periodStatus, language) : '';
  const number = (n: number): string => formatNumber(n, language);
  return (
    <>
      <div className="title compact">
        <h1>{words.title(comparison.indicator.title[language], period)}</h1>
        <p className="def">
          {words.lead}{' '}
          <a href={indicatorHref(place, `${comparison.indicator.id}/on-file`)}>
            {ON_FILE_WORDS[language].link}
          </a>
        </p>
      </div>
      <PairsForm {...props} />
      {areas.length < 2 ? (
        <p className="state">{words.nothing}</p>
      ) : (
        <>
          <div className="sec-head">
            <h2>{words.heading(number(counts.established), number(counts.open), number(counts.apart))}</h2>
            {all > areas.length && <p className="small mute">{words.first(areas.length, all)}</p>}
          </div>
          {comparison.indicator.differs && <p className="mute">{comparison.indicator.differs[language]}</p>}
          {isOfSources && (
            <p className="small mute">
              {words.rule} {words.spans}
            </p>
          )}
          <div className="each-pair">
            <PairsTable {...{ comparison, areas, place, isOfSources }} />
            <PairsMatrix {...{ pairs, comparison, place }} />
          </div>
          <p className="rank-help small mute">{words.help}</p>
        </>
      )}
    </>
  );
}

function PairsForm({ comparison, place, years, sources, chosen }: PairsViewProps): ReactElement {
  const words = PAIRS_WORDS[place.language];
  const field = (name: 'time' | 'source', label: string, choices: readonly Choice[]): ReactElement => (
    <div className="field">
      <label htmlFor={`f-${name}`}>{label}</label>
      <select id={`f-${name}`} name={name} className="select" defaultValue={chosen[name]} key={chosen[name]}>
        {choices.map(({ code, name: text }) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form
      className="plain-form pairs-form"
      method="get"
      action={pageHref({ ...place, pinned: false }, `/indicators/${comparison.indicator.id}/pairs`)}
      aria-label={words.form}
    >
      {place.pinned && <input type="hidden" name="release" value={place.release.version} />}
      {field('time', words.year, years)}
      {field('source', words.source, sources)}
      <button className="btn" type="submit">
        {words.show}
      </button>
    </form>
  );
}

const counted = ({ signs }: PairedArea, sign: PairSign): number => signs.filter((own) => own === sign).length;

function PairsTable({
  comparison,
  areas,
  place,
  isOfSources,
}: {
  readonly comparison: Comparison;
  readonly areas: readonly PairedArea[];
  readonly place: PageContext;
  readonly isOfSources: boolean;
}): ReactElement {
  const { language } = place;
  const words = PAIRS_WORDS[language];
  const scale = spanScale(areas.flatMap(({ cells }) => cells));
  return (
    <table className="rank-table">
      <thead>
        <tr>
          <th scope="col">{words.rank}</th>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.figure}</th>
          <th scope="col">{words.stands}</th>
        </tr>
      </thead>
      <tbody>
        {areas.map((own) => {
          const { cell, cells, rank } = own;
          const { best, worst } = rank;
          return (
            <tr key={cell.area}>
              <td>
                {rank.of > 1 && (
                  <>
                    <RankSpan rank={rank} />
                    <small>{best === worst ? best : `${best}–${worst}`}</small>
                  </>
                )}
              </td>
              <th scope="row">
                <a href={areaHref(place, cell.area)}>{areaName(comparison.areas, cell.area, language)}</a>
              </th>
              <td>
                <SourcesFigure {...{ cells, comparison, place }} />
                {isOfSources && (
                  <>
                    <small>{words.sources(cells.length)}</small>
                    <SourceSpan {...{ cells, scale }} />
                  </>
                )}
              </td>
              <td>
                <small>
                  {words.standing(
                    counted(own, 'above'),
                    counted(own, 'below'),
                    counted(own, 'open') + counted(own, 'equal'),
                    counted(own, 'apart'),
                  )}
                </small>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Every pair as a cell; with few areas with its sign. */
function PairsMatrix({
  pairs: { areas },
  comparison,
  place,
}: {
  readonly pairs: EachPair;
  readonly comparison: Comparison;
  readonly place: PageContext;
}): ReactElement {
  const { language } = place;
  const words = PAIRS_WORDS[language];
  const step = MATRIX / areas.length;
  const isFew = areas.length <= FEW;
  return (
    <figure className="pair-matrix">
      <svg
        viewBox={`0 0 ${MATRIX} ${MATRIX}`}
        role="img"
        aria-label={`${comparison.indicator.title[language]}. ${words.matrix}.`}
      >
        <path d={matrixPath(areas, ['above', 'equal'])} className="established" />
        <path d={matrixPath(areas, ['below'])} className="below" />
        <path d={matrixPath(areas, ['open'])} className="open" />
        <path d={matrixPath(areas, ['apart'])} className="apart" />
        {isFew &&
          areas.flatMap(({ signs }, i) =>
            signs.map((sign, j) =>
              sign === 'above' || sign === 'below' ? (
                <text key={`${i} ${j}`} x={(j + 0.5) * step} y={(i + 0.5) * step + 5} textAnchor="middle">
                  {sign === 'above' ? '>' : '<'}
                </text>
              ) : null,
            ),
          )}
      </svg>
      <figcaption className="small mute">
        <p>{words.matrix}.</p>
        <ul>
          {(['established', 'open', 'apart'] as const).map((sign) => (
            <li key={sign}>
              <span className={`swatch ${sign}`} aria-hidden="true" /> {words.signs[sign]}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
