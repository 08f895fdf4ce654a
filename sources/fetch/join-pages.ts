/**
 * Joins several pages into one document in the publisher's format: the first page, with the rows of the
 * others after its own. The text of every row stays as it was sent, because parsing and printing a number may
 * change its form (`1.0`, `3.9e10`).
 */

/** The end of a value that begins at `at`; the text is known to be JSON. */
function endOf(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const c = text[i];
    if (c === '"') {
      for (i++; text[i] !== '"'; i++) if (text[i] === '\\') i++;
    } else if (c === '[' || c === '{') depth++;
    else if (c === ']' || c === '}') depth--;
    else continue;
    if (depth === 0) return i + 1;
    if (depth < 0) return i;
  }
  return text.length;
}

const isBetween = (c: string | undefined): boolean => c !== undefined && ' \t\r\n,:'.includes(c);

function skip(text: string, at: number): number {
  let i = at;
  while (isBetween(text[i])) i++;
  return i;
}

/** The end of any value, including scalars (`12`, `null`). */
function endOfValue(text: string, at: number): number {
  if ('"[{'.includes(text[at] ?? ' ')) return endOf(text, at);
  let i = at;
  while (i < text.length && !',]}'.includes(text[i] ?? ',')) i++;
  return i;
}

/** The start of the value of a step (a key, or an index from 0) in the list or object at `at`. */
function enter(text: string, at: number, step: string): number | null {
  const isObject = text[at] === '{';
  let i = skip(text, at + 1);
  for (let n = 0; i < text.length && text[i] !== ']' && text[i] !== '}'; n++) {
    let name = String(n);
    if (isObject) {
      const end = endOf(text, i);
      name = JSON.parse(text.slice(i, end)) as string;
      i = skip(text, end);
    }
    if (name === step) return i;
    i = skip(text, endOfValue(text, i));
  }
  return null;
}

/**
 * The text between the brackets of the list at a dotted path, as offsets in the document's text.
 *
 * @example rowsIn('{"items": [1, 2]}', 'items') -> [11, 15]
 */
export function rowsIn(text: string, path: string): readonly [number, number] | null {
  let at: number | null = skip(text, 0);
  for (const step of path.split('.')) at = at === null ? null : enter(text, at, step);
  return at === null || text[at] !== '[' ? null : [at + 1, endOf(text, at) - 1];
}

/** Joins the pages one by one: the pieces in order are the document. */
export function* joinPages(pages: Iterable<Uint8Array>, path: string): Generator<string, void, undefined> {
  let tail = '';
  for (const bytes of pages) {
    const text = new TextDecoder('utf-8').decode(bytes);
    const [from, to] = rowsIn(text, path) ?? [text.length, text.length];
    if (tail === '') {
      yield text.slice(0, to).trimEnd();
      tail = `\n${text.slice(to).trimStart()}`;
    } else yield `,\n${text.slice(from, to).trim()}`;
  }
  yield tail;
}
