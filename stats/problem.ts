/**
 * What is wrong with a request, said so that the asker can mend it: which parameter, what was read, what is
 * accepted. The same problem becomes a problem document (RFC 9457) for programs and a page for people.
 */
import type { Text } from './language.ts';

export interface Problem {
  /** Stable name of the kind of problem, for programs. */
  readonly code:
    | 'unknown-parameter'
    | 'repeated-parameter'
    | 'unknown-value'
    | 'malformed'
    | 'too-long'
    | 'too-many'
    | 'not-found';
  readonly parameter: string | null;
  readonly value: string | null;
  /** Values or forms that would have been accepted; cut to the first 60. */
  readonly accepted: readonly string[];
  readonly nearest?: string;
  readonly text: Text;
}

/** A request that cannot be answered as it stands (400). */
export class BadQuery extends Error {
  override readonly name: string = 'BadQuery';
  constructor(readonly problem: Problem) {
    super(problem.text.en);
  }
}

/** An address that names something that does not exist (404). */
export class NotFound extends BadQuery {
  override readonly name = 'NotFound';
}

const MOST_ACCEPTED = 60;
const shown = (value: string): string => (value.length > 80 ? `${value.slice(0, 80)}…` : value);

/**
 * Edits between two texts, for suggestions (Levenshtein). The same letters in another order are a slip of the
 * hand, and nearer than any other text: HDN is HND, not SDN.
 */
function distance(a: string, b: string): number {
  if (a !== b && a.length === b.length && [...a].sort().join('') === [...b].sort().join('')) return 0.5;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known text that is nearest to what was written, if any is near. @example nearest('HDN', ['HND', 'SLV']) === 'HND' */
export function nearest(written: string, known: readonly string[]): string | undefined {
  if (written.length > 60) return undefined;
  const lower = written.toLowerCase();
  let best: { text: string; edits: number } | undefined;
  for (const text of known) {
    const edits = distance(lower, text.toLowerCase());
    if (!best || edits < best.edits) best = { text, edits };
  }
  // As many edits as letters would make any code near.
  const most = Math.min(written.length - 1, Math.max(2, Math.floor(written.length / 3)));
  return best && best.edits <= most ? best.text : undefined;
}

/** A value that is not among those accepted. */
export function unknownValue(
  parameter: string,
  value: string,
  accepted: readonly string[],
  near = nearest(value, accepted),
): Problem {
  return {
    code: 'unknown-value',
    parameter,
    value: shown(value),
    accepted: accepted.slice(0, MOST_ACCEPTED),
    ...(near === undefined ? {} : { nearest: near }),
    text: {
      en: `“${shown(value)}” is not a value of ${parameter}.${near ? ` Did you mean ${near}?` : ''}`,
      es: `«${shown(value)}» no es un valor de ${parameter}.${near ? ` ¿Quería decir ${near}?` : ''}`,
    },
  };
}

export function unknownParameter(parameter: string, accepted: readonly string[]): Problem {
  const near = nearest(parameter, accepted);
  return {
    code: 'unknown-parameter',
    parameter: shown(parameter),
    value: null,
    accepted: accepted.slice(0, MOST_ACCEPTED),
    ...(near === undefined ? {} : { nearest: near }),
    text: {
      en: `There is no parameter “${shown(parameter)}” here.${near ? ` Did you mean ${near}?` : ''}`,
      es: `Aquí no hay ningún parámetro «${shown(parameter)}».${near ? ` ¿Quería decir ${near}?` : ''}`,
    },
  };
}

export const repeatedParameter = (parameter: string): Problem => ({
  code: 'repeated-parameter',
  parameter: shown(parameter),
  value: null,
  accepted: [`${shown(parameter)}=a~b`],
  text: {
    en: `The parameter ${shown(parameter)} is given more than once. Join its values with ~.`,
    es: `El parámetro ${shown(parameter)} aparece más de una vez. Una sus valores con ~.`,
  },
});

export const malformed = (
  parameter: string | null,
  value: string,
  accepted: readonly string[],
  text: Text,
): Problem => ({
  code: 'malformed',
  parameter,
  value: shown(value),
  accepted,
  text,
});

export const tooMany = (parameter: string, most: number, unit: Text): Problem => ({
  code: 'too-many',
  parameter,
  value: null,
  accepted: [String(most)],
  text: {
    en: `${parameter} takes at most ${most} ${unit.en}.`,
    es: `${parameter} admite como máximo ${most} ${unit.es}.`,
  },
});

/** What to do about an answer with too many cells: the unit of `tooMany`. */
export const FEWER: Text = {
  en: 'cells; ask for fewer areas, origins or years',
  es: 'celdas; pida menos zonas, orígenes o años',
};

export const tooLong = (most: number): Problem => ({
  code: 'too-long',
  parameter: null,
  value: null,
  accepted: [`${most} bytes`],
  text: {
    en: `The query is longer than ${most} bytes.`,
    es: `La consulta supera los ${most} bytes.`,
  },
});

/** Something an address names that is not there: a release, an indicator, an ending. */
export function notFound(what: Text, value: string, accepted: readonly string[]): Problem {
  const near = nearest(value, accepted);
  return {
    code: 'not-found',
    parameter: null,
    value: shown(value),
    accepted: accepted.slice(0, MOST_ACCEPTED),
    ...(near === undefined ? {} : { nearest: near }),
    text: {
      en: `There is no ${what.en} “${shown(value)}”.${near ? ` Did you mean ${near}?` : ''}`,
      es: `No existe ${what.es} «${shown(value)}».${near ? ` ¿Quería decir ${near}?` : ''}`,
    },
  };
}
