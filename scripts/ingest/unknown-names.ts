// Names of a file that no area is known by: a person gives each its code, or leaves its rows out.

import { isMap, type Document } from 'yaml';
import type { AreaTable } from '#sources/aliases/areas.ts';
import type { UnknownNames } from '#sources/inspect/draft-places.ts';
import type { Asker } from './ask.ts';

const LEAVE_OUT = 'leave out';

/** Asks of each name, and writes the answers into the recipe: as codes of the role, or as a filter. */
export async function askNames(
  asker: Asker,
  document: Document,
  unknown: readonly UnknownNames[],
  table: AreaTable,
): Promise<void> {
  const isCode = (answer: string): boolean =>
    /^_[UOTZ]$|^m49-\d{3}$|^own-[a-z0-9-]+$/.test(answer) || table.knows(answer, 'alpha-3');
  for (const { role, column, names } of unknown) {
    const left: string[] = [];
    for (const { text, near } of names) {
      const answer = await asker.ask({
        flag: 'area-code',
        of: text,
        text: `"${text}" in column "${column}" is no known area. Its code (MEX; _O for other, _U for unknown), or: ${LEAVE_OUT}?${near === null ? '' : ` Is it ${near}?`}`,
        check: (given) =>
          given === LEAVE_OUT || isCode(given) ? null : `write a code of three letters, or: ${LEAVE_OUT}`,
      });
      if (answer === LEAVE_OUT) left.push(text);
      else if (answer !== '') setCode(document, role, column, text, answer);
    }
    if (left.length === 0) continue;
    const filter = { drop: { [column]: left }, reason: 'no area of its own' };
    if (!document.has('filters')) document.set('filters', document.createNode([]));
    document.addIn(['filters'], document.createNode(filter));
  }
}

/** Gives a text of a role its code; a role that is only a column becomes one with codes. */
function setCode(document: Document, role: string, column: string, text: string, code: string): void {
  if (!isMap(document.get(role, true))) document.set(role, document.createNode({ column }));
  if (!document.hasIn([role, 'codes'])) document.setIn([role, 'codes'], document.createNode({}));
  document.setIn([role, 'codes', text], code);
}
