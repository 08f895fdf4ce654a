/** A button that opens the code with which other programs read the answer, each with its pinned address. */
import type { ReactElement } from 'react';
import { CopyButton } from '#app/_controls/CopyButton.tsx';
import { codeSnippets } from '#app/_downloads/snippets/snippets.ts';
import { wordsIn } from '#app/_words/words.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { formatQuery } from '#stats/query/query.ts';
import { PREFERRED } from '#stats/query/values.ts';
import { dataHref, type PageContext } from '../../page/page-context.ts';

/** The same series as an SDMX key, where only places and sources narrow the question; null for any other. */
function sdmxAddress(
  { query: { country, source }, indicator, release }: Comparison,
  search: string,
): string | null {
  const isNarrow = search.split('&').every((part) => /^(?:country=|source=|$)/.test(part));
  if (!isNarrow || source.includes(PREFERRED)) return null;
  const key = ['', country.join('+'), '', '', '', source.join('+')].join('.');
  return `/sdmx/2.1/data/COTEJO,${indicator.id},${release.version}/${key}`;
}

export function CodeSnippets({
  comparison,
  place,
}: {
  readonly comparison: Comparison;
  readonly place: PageContext;
}): ReactElement {
  const { indicator, query } = comparison;
  const { language, origin } = place;
  const words = wordsIn(language).page;
  const search = formatQuery(query, indicator);
  const file = (ending: string): string => origin + dataHref(place, indicator.id, ending, search);
  const sdmx = sdmxAddress(comparison, search);
  const snippets = codeSnippets({
    csv: file('csv'),
    parquet: file('parquet'),
    sdmx: sdmx === null ? null : origin + sdmx,
  });
  return (
    <details className="links">
      <summary className="btn">{words.code}</summary>
      <p className="small mute">{words.codeHelp}</p>
      <ul>
        {snippets.map(({ id, name, code }) => (
          <li key={id} className="addr">
            <span>
              <b>{name}:</b> <code id={`code-${id}`}>{code}</code>
            </span>
            <CopyButton target={`code-${id}`} language={language} name={name} />
          </li>
        ))}
      </ul>
    </details>
  );
}
