/**
 * PC-Axis (.px), the format of many statistical offices: keywords with their values, then the numbers. No library for
 * it is kept up, and what is needed of it is small: the dimensions, their codes, and what the numbers are.
 */
import { cellCount, type Cube, type CubeAxis } from './cube.ts';
import { UnreadableFile } from './line.ts';

const wrong = (what: string, advice = 'get the file again, or get the table as CSV'): UnreadableFile =>
  new UnreadableFile(`the PC-Axis file ${what}`, advice);

/** The text, in the encoding that CODEPAGE names; without one, that of Windows. */
function textOf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb;
  const named = /CODEPAGE\s*=\s*"([^"]+)"/i.exec(head)?.[1] ?? 'windows-1252';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(isUtf8 ? 'utf-8' : named, { fatal: true });
  } catch {
    throw wrong(`names an encoding that is not known here (${named})`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw wrong(`is not ${named}, as it says`);
  }
}

interface Keyword {
  readonly name: string;
  /** Another language than the main one of the file; null for the main one. */
  readonly language: string | null;
  /** The dimension, and the value of it, that the keyword is about. */
  readonly about: readonly string[];
  readonly value: string;
}

const NAME = /\s*([A-Z][A-Z0-9-]*)\s*(?:\[([^\]]*)\])?\s*(?:\(((?:\s*"[^"]*"\s*,?)+)\))?\s*=/y;

const quotedIn = (text: string): string[] => [...text.matchAll(/"([^"]*)"/g)].map(([, inner]) => inner ?? '');

/** The keywords before DATA, and where the numbers begin. */
function keywordsOf(text: string): { keywords: Keyword[]; from: number } {
  const keywords: Keyword[] = [];
  let at = 0;
  for (;;) {
    NAME.lastIndex = at;
    const match = NAME.exec(text);
    if (!match) throw wrong(`cannot be read at ${JSON.stringify(text.slice(at, at + 40).trim())}`);
    const [, name = '', language, about = ''] = match;
    at = NAME.lastIndex;
    if (name === 'DATA') return { keywords, from: at };
    const from = at;
    let inText = false;
    while (at < text.length && (inText || text[at] !== ';')) if (text[at++] === '"') inText = !inText;
    if (at >= text.length) throw wrong('ends before its numbers');
    keywords.push({ name, language: language ?? null, about: quotedIn(about), value: text.slice(from, at) });
    at++;
  }
}

/** The texts of a value. A long text is written as several, each on a line of its own, without commas. */
const textsOf = (value: string): string[] => quotedIn(value.replace(/"[ \t]*\r?\n\s*"/g, ''));

/** @throws UnreadableFile */
export function readPcAxis(bytes: Uint8Array): Cube {
  const text = textOf(bytes);
  const { keywords, from } = keywordsOf(text);
  const valuesOf = (name: string, about?: string): string[] =>
    textsOf(
      keywords.find(
        (keyword) =>
          keyword.name === name &&
          keyword.language === null &&
          (about === undefined
            ? keyword.about.length === 0
            : keyword.about.length === 1 && keyword.about[0] === about),
      )?.value ?? '',
    );
  if (keywords.some(({ name }) => name === 'KEYS'))
    throw wrong('lists only some of its cells (KEYS), which is not read', 'get the table as CSV');
  const dimensions = [...valuesOf('STUB'), ...valuesOf('HEADING')].map((name): CubeAxis => {
    const labels = valuesOf('VALUES', name);
    const codes = valuesOf('CODES', name);
    if (labels.length === 0) throw wrong(`has no VALUES of ${JSON.stringify(name)}`);
    return { name, labels, codes: codes.length === labels.length ? codes : labels };
  });
  if (dimensions.length === 0) throw wrong('has neither STUB nor HEADING');
  const end = text.lastIndexOf(';');
  const cells = text.slice(from, end < from ? undefined : end).match(/"[^"]*"|[^\s"]+/g) ?? [];
  const size = cellCount({ dimensions });
  if (cells.length !== size)
    throw wrong(`has ${cells.length} numbers for ${size} cells`, 'get the whole file again');
  return {
    about: {
      title: valuesOf('TITLE')[0] ?? valuesOf('DESCRIPTION')[0] ?? null,
      unit: valuesOf('UNITS')[0] ?? null,
    },
    dimensions,
    name: valuesOf('CONTENTS')[0] ?? 'value',
    valueAt: (index) => (cells[index] ?? '').replaceAll('"', ''),
    statusAt: null,
  };
}
