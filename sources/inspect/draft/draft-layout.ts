/** The part of a draft about the layout of a file and the form of its cells. */
import { stringify } from 'yaml';
import type { Look } from '../look.ts';
import { areUsual, doubtsAbout, marksInRecipe } from '../numbers.ts';
import type { Parts } from '../parts.ts';

/** A value in one line, as the YAML library writes it; JSON is YAML, too, where it would take several lines. */
export function flow(value: unknown): string {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true }).trim();
  return text.includes('\n') ? JSON.stringify(value) : text;
}

/** A comment with a question; a line break in a text of the file must not end it. */
export const question = (text: string): string => `# edit: ${text.replace(/\s+/g, ' ')}`;

const MARK = /^[*+#†‡§^~¹²³⁴⁵⁶⁷⁸⁹]|^\(/;

function formatLine({ file }: Look): string {
  const { format } = file;
  if (format.type !== 'csv') return flow(format);
  const { delimiter, encoding, quotes, ...rest } = format;
  return flow({
    ...rest,
    ...(delimiter === ',' ? {} : { delimiter }),
    ...(encoding === 'utf-8' ? {} : { encoding }),
    ...(quotes ? {} : { quotes }),
  });
}

export function layoutLines(look: Look, parts: Parts): string[] {
  const { table, spread, file } = look;
  const { skip, headerRows } = table;
  const hidden = file.hidden.slice(0, 8).join(', ');
  const isJoined = file.format.type === 'csv' && file.format.cells !== undefined;
  const lines = [
    `format: ${formatLine(look)}`,
    ...(hidden === ''
      ? []
      : [question(`the workbook hides ${hidden}, which is left out; write hidden: read if it counts`)]),
    ...(isJoined ? [question('records are broken over lines, and are joined to so many cells')] : []),
  ];
  if (skip > 0 || headerRows > 1)
    lines.push(`header: ${flow({ skip, rows: headerRows, ...(table.spread && { spread: true }) })}`);
  else lines.push(`header: ${flow({ columns: [...table.namesInFile] })}`);
  if (table.emptyRowEnds) lines.push('footer: { emptyRow: true }');
  else if (table.endsAt.length > 0)
    lines.push(`footer: ${flow({ begins: table.endsAt.map((text) => text.slice(0, 24)) })}`);
  if (parts.fillDown.length > 0)
    lines.push(
      `fillDown: ${flow(parts.fillDown.map((c) => c.name))} ${question('empty cells take the text above them')}`,
    );
  if (table.split) lines.push(`split: ${flow(table.split)}`);
  if (table.sections)
    lines.push(
      `sections: ${flow(table.sections)} ${question('rows with one text name the rows below them')}`,
    );
  if (spread) {
    const [only, ...more] = spread.names;
    const name = more.length === 0 ? only : spread.names;
    lines.push(
      `unpivot: ${flow({ columns: spread.columns, name, value: 'value' })}`,
      ...(spread.doubt === null ? [] : [question(spread.doubt)]),
    );
  }
  return lines;
}

/** A number that stands for "no number" in some files: -999999, 9999999. */
const CODE = /^-?(9{4,}|8{4,}|7{4,}|6{5,})(\.0+)?$/;

/** The form of numbers, and the questions about it that the user must decide. */
function numberLines({ numbers, table }: Look, values: readonly { readonly at: number }[]): string[] {
  const codes = new Set<string>();
  for (const { cells } of table.body)
    for (const { at } of values) if (CODE.test(cells[at] ?? '')) codes.add(cells[at] ?? '');
  return [
    ...doubtsAbout(numbers).map(question),
    ...(codes.size === 0
      ? []
      : [question(`${[...codes].slice(0, 4).join(' and ')} may stand for no number; list it under missing`)]),
    ...(areUsual(numbers.marks) ? [] : [`numbers: ${marksInRecipe(numbers.marks)}`]),
  ];
}

/** Whether a text has digits of any script: it is a number that is not understood, and no gap. */
const hasDigits = (text: string): boolean => /\p{Nd}/u.test(text);

/** Notes that are marks after cells, and texts that do not stand for a number. */
export function tokenLines(look: Look, parts: Parts): string[] {
  const { notes, odd, spread, spreadColumns, columns, table } = look;
  const lines: string[] = [];
  const values = spread ? spreadColumns : parts.values;
  const hidden = notes.filter(
    (note) => note.lessThan !== null && odd.some((text) => text.text === note.mark),
  );
  const marks = notes.filter((note) => !hidden.includes(note) && (note.isGuess || MARK.test(note.mark)));
  const tokens = odd
    .map((text) => withoutMarks(text.text.trim(), marks))
    .filter((text) => text !== '' && !hidden.some((note) => note.mark === text) && !hasDigits(text))
    .filter((text) => !text.startsWith('='));
  const hasEmpty = values.some((c) => c.empty > 0);
  if (hidden.length + tokens.length > 0 || hasEmpty) {
    lines.push('missing:');
    if (hasEmpty) lines.push(`  '': not-published ${question('what an empty cell means')}`);
    for (const note of hidden)
      lines.push(`  ${flow(note.mark)}: { less-than: ${note.lessThan} } # ${note.text.replace(/\s+/g, ' ')}`);
    for (const text of new Set(tokens))
      lines.push(`  ${flow(text)}: not-published ${question('what it means here')}`);
  }
  lines.push(...numberLines(look, values));
  const used = marks.filter((note) =>
    columns.some((c) => table.body.some((line) => (line.cells[c.at] ?? '').includes(note.mark))),
  );
  if (used.length > 0) lines.push('footnotes: # es: the same words, until you translate them');
  for (const { mark, text, isGuess } of used)
    lines.push(
      `  ${flow(mark)}: ${flow({ en: text, es: text })}${isGuess ? ` ${question('what the mark says')}` : ''}`,
    );
  return lines;
}

/** A text without the marks behind it: `: c` is `:` with the flag c. */
function withoutMarks(text: string, marks: readonly { readonly mark: string }[]): string {
  const mark = marks.find((note) => text.endsWith(note.mark) && text.trim() !== note.mark);
  return mark ? withoutMarks(text.slice(0, -mark.mark.length).trim(), marks) : text;
}
