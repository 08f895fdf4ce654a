/** Every address with what it gives and an example to follow: the list that `/data/openapi.json` is written from. */
import type { ReactElement } from 'react';
import { OPENAPI_ADDRESS } from '#app/_answers/http/routes.ts';
import { OPERATIONS } from '#app/_answers/openapi/operations.ts';
import { PROGRAM_WORDS } from '#app/_words/formats.ts';
import type { Language } from '#stats/language.ts';

export function Operations({ language }: { readonly language: Language }): ReactElement {
  const words = PROGRAM_WORDS[language];
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
