/** The definitions of two indicators, point by point, with a sign that shows whether they agree. */
import type { ReactElement } from 'react';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { type PairedView, definitionRows } from './definition-rows.ts';
import { VerdictLine } from '../page/Verdict.tsx';

export function DefinitionTable({ halves, together, place }: PairedView): ReactElement {
  const { language } = place;
  const words = COMPARE_WORDS[language];
  return (
    <div className="same">
      <div className="same-head">
        <div>
          <h2 id="side">{words.side}</h2>
          <p>{words.sideHelp}</p>
        </div>
      </div>
      <table className="vs" aria-labelledby="side">
        <thead>
          <tr>
            <td />
            {halves.map(({ comparison }) => (
              <th key={comparison.indicator.id} scope="col">
                {comparison.indicator.title[language]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {definitionRows(halves, together).map((row) => (
            <tr key={row.what}>
              <th scope="row">{row.what}</th>
              <td>{row.sides[0]}</td>
              <td>{row.sides[1]}</td>
              <td>
                <VerdictLine kind={row.kind} words={row.verdict} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
