/**
 * The addresses that correct a problem: the same question without what is wrong, or with another value in its
 * place. Of a list only the wrong value is replaced or left out.
 */
import type { Ways } from '#app/_views/page/ProblemView.tsx';
import type { Problem } from '#stats/problem.ts';
import { decodeEscapes } from '#stats/query-string.ts';

const nameOf = (part: string): string => part.split('=')[0] ?? '';

/** The values of a parameter as they were written. */
const valuesOf = (part: string | undefined): string[] => {
  const text = part?.slice(nameOf(part).length + 1) ?? '';
  return (decodeEscapes(text.replaceAll('+', ' ')) ?? text).split('~');
};

/** @param search the query string as written */
export function waysOut(problem: Problem, search: string, href: (query: string) => string): Ways {
  const parts = search
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('release=') && !part.startsWith('form='));
  const others = parts.filter((part) => nameOf(part) !== problem.parameter);
  const values = valuesOf(parts.find((part) => nameOf(part) === problem.parameter));
  const { parameter, code } = problem;
  const at = problem.value === null ? -1 : values.indexOf(problem.value);
  const address = (list: readonly string[]): string => {
    const own = list.length === 0 ? [] : [`${parameter}=${list.map(encodeURIComponent).join('~')}`];
    return href([...others, ...own].join('&'));
  };
  return {
    without: parameter === null ? href('') : address(at < 0 ? [] : values.filter((_, index) => index !== at)),
    withValue: (value) => {
      if (code === 'unknown-value' && parameter !== null) {
        return address(at < 0 ? [value] : values.with(at, value));
      }
      if (code === 'malformed' && value.includes('=')) return href([...others, value].join('&'));
      if (code === 'malformed' && parameter === 'time') return address([value]);
      return null;
    },
  };
}
