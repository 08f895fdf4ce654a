/** Every address with its content and an example link, from the same list as `/data/openapi.json`. */
import type { ReactElement } from 'react';
import { OPENAPI_ADDRESS } from '#app/_answers/http/routes.ts';
import { OPERATIONS } from '#app/_answers/openapi/operations.ts';
import type { Language } from '#stats/language.ts';

const WORDS: Record<
  Language,
  Record<'title' | 'address' | 'gives' | 'example' | 'machines' | 'count', string>
> = {
  en: {
    title: 'For programs',
    address: 'Address',
    gives: 'What it gives',
    example: 'Example',
    machines: 'The same as an OpenAPI 3.1 document, with every parameter: ',
    count: 'With `count` in the query, a data address says how many rows the file would have.',
  },
  es: {
    title: 'Para programas',
    address: 'Dirección',
    gives: 'Qué da',
    example: 'Ejemplo',
    machines: 'Lo mismo como documento OpenAPI 3.1, con todos los parámetros: ',
    count: 'Con `count` en la consulta, una dirección de datos dice cuántas filas tendría el archivo.',
  },
};

export function Operations({ language }: { readonly language: Language }): ReactElement {
  const words = WORDS[language];
  const [before = '', code = '', after = ''] = words.count.split('`');
  return (
    <section className="kit" id="programs">
      <h2>{words.title}</h2>
      <div>
        <p>
          {words.machines}
          <a href={OPENAPI_ADDRESS}>
            <code>{OPENAPI_ADDRESS}</code>
          </a>
          . {before}
          <code>{code}</code>
          {after}
        </p>
        <div className="scroll-x" tabIndex={0} role="region" aria-label={words.title}>
          <table className="columns">
            <thead>
              <tr>
                <th scope="col">{words.address}</th>
                <th scope="col">{words.gives}</th>
                <th scope="col">{words.example}</th>
              </tr>
            </thead>
            <tbody>
              {OPERATIONS.map(({ id, path, summary, examples: [example = ''] }) => (
                <tr key={id}>
                  <th scope="row">
                    <code>{path}</code>
                  </th>
                  <td>{summary[language].replaceAll('`', '')}</td>
                  <td>
                    <a href={example}>{example.replace(/^\/(?:data|embed)\//, '')}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}
