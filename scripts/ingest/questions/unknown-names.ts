// Names of a file that no area is known by: a person gives each its code, or leaves its rows out.

import { isMap, isScalar, isSeq, type Document } from 'yaml';
import type { AreaTable } from '#sources/aliases/areas.ts';
import { withPlaces } from '#sources/aliases/places.ts';
import type { SumLeftOut, UnknownNames } from '#sources/inspect/draft/draft-places.ts';
import { codeOfNew } from '#sources/recipe/values/area-role.ts';
import type { AreaKind, Catalogue } from '#stats/model/catalogue.ts';
import type { Asker } from './ask.ts';

const LEAVE_OUT = 'leave out';
const PLACE = 'place';

/** What is asked of a name. */
function questionOf(
  { text, near, country }: UnknownNames['names'][number],
  column: string,
): { text: string; words: readonly string[] } {
  if (country !== undefined)
    return {
      text: `"${text}" in column "${column}" is the name of the whole country (${country}) too. Which is it: ${country}, ${PLACE} or ${LEAVE_OUT}?`,
      words: [country, PLACE, LEAVE_OUT],
    };
  return {
    text: `"${text}" in column "${column}" is no known area. Its code (MEX; _O for other, _U for unknown), or: ${LEAVE_OUT}?${near === null ? '' : ` Is it ${near}?`}`,
    words: [LEAVE_OUT],
  };
}

/** Asks of each name, and writes the answers into the recipe: as codes of the role, or as a filter. */
export async function askNames(
  asker: Asker,
  document: Document,
  unknown: readonly UnknownNames[],
  { table, areas }: { readonly table: AreaTable } & Pick<Catalogue, 'areas'>,
): Promise<void> {
  const places = withPlaces(table, areas);
  const isCode = (answer: string): boolean =>
    /^_[UOTZ]$|^own-[a-z0-9-]+$/.test(answer) || table.knows(answer, 'alpha-3') || places.has(answer);
  for (const { at, column, names } of unknown) {
    // A role that another answer took out has no names.
    const role: unknown = document.getIn(at);
    if (role === undefined || (isMap(role) && role.has('constant'))) continue;
    const left: string[] = [];
    const within = document.getIn(['area', 'within']);
    // In a parent, a name that the country has too is a place like any other.
    const isInParent = at.length === 1 && document.hasIn([...at, 'parent']);
    const kind = document.getIn([...at, 'kind']) as AreaKind | undefined;
    const isPlace = (text: string, country: string): boolean =>
      'code' in places.resolveWithin(text, country, kind);
    for (const name of names) {
      const { text, country } = name;
      // A country's name says nothing in another country, nor where the catalogue has the place.
      if (country !== undefined && (isInParent || country !== within || isPlace(text, country))) continue;
      const { text: asked, words } = questionOf(name, column);
      const answer = await asker.ask({
        flag: 'area-code',
        of: text,
        text: asked,
        check: (given) =>
          words.includes(given) || (country === undefined && isCode(given))
            ? null
            : `write ${country === undefined ? `a code of three letters, or: ${LEAVE_OUT}` : words.join(', ')}`,
      });
      if (answer === LEAVE_OUT) left.push(text);
      else if (answer === PLACE) {
        const source = String(document.get('source'));
        setCode(document, at, column, text, codeOfNew(text, { within: country, source }));
      } else if (answer !== '') setCode(document, at, column, text, answer);
    }
    if (left.length === 0) continue;
    const filter = { drop: { [column]: left }, reason: 'no area of its own' };
    if (!document.has('filters')) document.set('filters', document.createNode([]));
    document.addIn(['filters'], document.createNode(filter));
  }
}

/** Gives a text of a role its code; a role that is only a column becomes one with codes. */
function setCode(
  document: Document,
  at: readonly string[],
  column: string,
  text: string,
  code: string,
): void {
  if (!isMap(document.getIn(at, true))) document.setIn(at, document.createNode({ column }));
  if (!document.hasIn([...at, 'codes'])) document.setIn([...at, 'codes'], document.createNode({}));
  document.setIn([...at, 'codes', text], code);
}

const NONE = 'none';

/** Takes a name out of the filter that leaves it out. */
function keepName(document: Document, column: string, text: string): void {
  const filters = document.get('filters');
  if (!isSeq(filters)) return;
  for (const [i, filter] of filters.items.entries()) {
    const texts = isMap(filter) ? filter.getIn(['drop', column]) : undefined;
    if (!isSeq(texts)) continue;
    texts.items = texts.items.filter((item) => !(isScalar(item) && item.value === text));
    if (texts.items.length === 0) document.deleteIn(['filters', i]);
  }
  if (filters.items.length === 0) document.delete('filters');
}

/**
 * Asks which of the names that are left out as sums are wanted all the same.
 * @returns those, to be asked for like other names that no area is known by
 */
export async function askSums(
  asker: Asker,
  document: Document,
  sums: readonly SumLeftOut[],
  accepted: boolean,
): Promise<UnknownNames[]> {
  const kept: UnknownNames[] = [];
  for (const { at, column, texts } of sums) {
    if (accepted && !asker.has('keep', column)) continue;
    const answer = await asker.ask({
      flag: 'keep',
      of: column,
      text: `Left out of "${column}" as sums, or as no area: ${texts.map((text) => JSON.stringify(text)).join(', ')}. Which of them do you want all the same (their names with | between them, or ${NONE})?`,
      check: (given) => {
        const other =
          given === NONE ? undefined : given.split('|').find((text) => !texts.includes(text.trim()));
        return other === undefined ? null : `"${other}" is none of them`;
      },
    });
    if (answer === NONE || answer === '') continue;
    const names = answer.split('|').map((text) => text.trim());
    for (const text of names) keepName(document, column, text);
    kept.push({ at, column, names: names.map((text) => ({ text, near: null })) });
  }
  return kept;
}
