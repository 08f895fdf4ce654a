/** `valueCodes[area]=HND,SLV&valueCodes[period]=top(3)`: which values of each variable a request wants. */
import {
  CONTENTS,
  defaultSelection,
  type PxSelection,
  type PxTable,
  type PxVariable,
} from '#app/_downloads/pxweb/table.ts';
import { PXWEB_PROBLEMS } from '#app/_words/pxweb.ts';
import { BadQuery, malformed, tooMany, unknownParameter, unknownValue } from '#stats/problem.ts';

const codesOf = ({ values }: PxVariable): string[] => values.map(([code]) => code);

/** A position in the list of codes. Throws BadQuery for a code that is not there. */
function placeOf(variable: PxVariable, code: string): number {
  const codes = codesOf(variable);
  const at = codes.indexOf(code);
  if (at < 0) throw new BadQuery(unknownValue(variable.id, code, codes));
  return at;
}

const EXPRESSION = /^(top|bottom|from|to|range)\((.*)\)$/i;

function expressed(variable: PxVariable, name: string, inside: string): string[] {
  const codes = codesOf(variable);
  const [first = '', second = ''] = inside.split(',').map((part) => part.trim());
  switch (name) {
    case 'top':
    case 'bottom': {
      const count = Number(first);
      const offset = second === '' ? 0 : Number(second);
      if (!/^\d+$/.test(first) || !/^\d*$/.test(second) || count < 1) break;
      return name === 'top'
        ? codes.slice(Math.max(0, codes.length - offset - count), codes.length - offset)
        : codes.slice(offset, offset + count);
    }
    case 'from':
      return codes.slice(placeOf(variable, first));
    case 'to':
      return codes.slice(0, placeOf(variable, first) + 1);
    case 'range':
      return codes.slice(placeOf(variable, first), placeOf(variable, second) + 1);
  }
  throw new BadQuery(
    malformed(variable.id, `${name}(${inside})`, ['*', 'top(3)'], PXWEB_PROBLEMS.expression),
  );
}

/** Commas inside brackets belong to an expression. */
const parts = (text: string): string[] => text.split(/,(?![^(]*\))/).map((part) => part.trim());

function patternOf(text: string): RegExp {
  const escaped = text.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}

/** The codes of an expression, each once, in the order asked for. Throws BadQuery. */
function valuesOf(variable: PxVariable, text: string): string[] {
  const codes = codesOf(variable);
  const wanted = parts(text).flatMap((part) => {
    const [, name = '', inside = ''] = EXPRESSION.exec(part) ?? [];
    if (name !== '') return expressed(variable, name.toLowerCase(), inside);
    if (codes.includes(part)) return [part];
    if (!/[*?]/.test(part)) throw new BadQuery(unknownValue(variable.id, part, codes));
    // Many stars in a row would make a pattern slow.
    const pattern = patternOf(part.replace(/\*+/g, '*').slice(0, 60));
    return codes.filter((code) => pattern.test(code));
  });
  if (wanted.length === 0) throw new BadQuery(unknownValue(variable.id, text, codes));
  return [...new Set(wanted)];
}

const NAME = /^valuecodes\[(.+)\]$/i;
const OTHERS = ['lang', 'outputformat'];

/** The values that a request names, by variable. Throws BadQuery for a parameter that is not known. */
function namedValues(parameters: ReadonlyMap<string, string>, table: PxTable): Map<string, string> {
  const ids = table.variables.map(({ id }) => id);
  const named = new Map<string, string>();
  for (const [name, value] of parameters) {
    const [, id] = NAME.exec(name) ?? [];
    if (id === undefined) {
      if (!OTHERS.includes(name.toLowerCase()))
        throw new BadQuery(
          unknownParameter(name, ['lang', 'outputFormat', ...ids.map((each) => `valueCodes[${each}]`)]),
        );
      continue;
    }
    const variable = ids.find((known) => known.toLowerCase() === id.toLowerCase());
    if (!variable) throw new BadQuery(unknownValue('valueCodes', id, ids));
    named.set(variable, value);
  }
  return named;
}

/**
 * The selection of a request: the table's own if it names no values; a variable that it leaves out has its
 * total. Throws BadQuery, also for more cells than one answer may have, before anything is read.
 */
export function selectionOf(
  parameters: ReadonlyMap<string, string>,
  table: PxTable,
  most: number,
): PxSelection {
  const named = namedValues(parameters, table);
  const usual = defaultSelection(table);
  const selection = new Map(
    table.variables.map((variable): [string, readonly string[]] => {
      const { id, total } = variable;
      const text = named.get(id);
      if (text !== undefined) return [id, valuesOf(variable, text)];
      if (named.size === 0 || id === CONTENTS) return [id, usual.get(id) ?? []];
      if (total === null)
        throw new BadQuery(malformed(`valueCodes[${id}]`, '', ['*'], PXWEB_PROBLEMS.missing(id)));
      return [id, [total]];
    }),
  );
  const cells = [...selection.values()].reduce((product, codes) => product * codes.length, 1);
  if (cells > most) throw new BadQuery(tooMany('valueCodes', most, PXWEB_PROBLEMS.cells));
  return selection;
}
