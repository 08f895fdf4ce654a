/** The meaning of each column of a CSV download, generated from the column definitions. */
import type { ReactElement } from 'react';
import { DOWNLOAD_COLUMNS } from '#app/_downloads/columns.ts';
import type { Language } from '#stats/language.ts';
import { pagesIn } from '#app/_words/pages.ts';

export function TableColumns({ language }: { readonly language: Language }): ReactElement {
  const words = pagesIn(language).columns;
  return (
    <section className="kit" id="columns">
      <h2>{words.title}</h2>
      <div>
        <table className="columns">
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(DOWNLOAD_COLUMNS).map(([name, column]) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{column.meaning[language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
