/** The part of a draft about names that are no areas: totals and regions, and spellings that are not known. */
import type { AreaTable } from '../aliases/areas.ts';
import { bare } from '../recipe/values/column-reader.ts';
import type { ColumnLook } from './column.ts';
import { flow, question } from './draft-layout.ts';
import type { Look } from './look.ts';
import type { Parts } from './parts.ts';

/** Words of names that are sums of areas, or no area at all. */
const SUM =
  /\b(total|totals?|todos?|all|world|mundo|mundial|global|africa|asia|europe|european|oceania|pacific|americas?|arab|caribbean|latin|saharan|region|regions|regional|income|oecd|ocde|union|unión|euro|countries|países|economies|developed|developing|least|small states|ibrd|ida|dividend|fragile|classified|other|others|otros?|otras?|unknown|unspecified|not stated|no especificad[oa]|desconocid[oa]s?|stateless|ap[áa]tridas?|various|resto?|rest of)\b/i;

const MOST_LISTED = 80;

/** Names of one column that no area is known by, with the code of the nearest name. */
export interface UnknownNames {
  readonly role: 'area' | 'counterpart';
  readonly column: string;
  readonly names: readonly { readonly text: string; readonly near: string | null }[];
}

export interface Unplaced {
  /** Filters that leave rows out. */
  readonly filters: readonly string[];
  /** Questions about names that stay, and are refused until they are decided. */
  readonly questions: readonly string[];
  readonly unknown: readonly UnknownNames[];
}

/** For a column of codes: the name beside each code, from the column of names that agrees with it. */
function namesBeside(look: Look, column: ColumnLook, areas: AreaTable): ReadonlyMap<string, string> {
  if (column.areas.form === 'name') return new Map();
  const rows = look.table.body.slice(0, 2000);
  const codeOf = (text: string, form: ColumnLook['areas']['form']): string | null => {
    if (!areas.knows(text, form)) return null;
    const found = areas.resolve(text, form);
    return 'code' in found ? found.code : null;
  };
  const agrees = (c: ColumnLook): number =>
    rows.filter(({ cells }) => {
      const code = codeOf(cells[column.at] ?? '', column.areas.form);
      return code !== null && code === codeOf(cells[c.at] ?? '', 'name');
    }).length;
  const [names] = look.columns
    .filter((c) => c !== column && c.numbers === 0 && c.areas.form === 'name' && c.areas.share > 0.3)
    .map((c) => ({ c, agreed: agrees(c) }))
    .filter(({ agreed }) => agreed > rows.length * 0.3)
    .sort((a, b) => b.agreed - a.agreed);
  return new Map(
    names ? look.table.body.map(({ cells }) => [cells[column.at] ?? '', cells[names.c.at] ?? '']) : [],
  );
}

/** Rows without an area of their own: the draft leaves out sums and asks for every other name. */
export function unplaced(look: Look, parts: Parts, areas: AreaTable): Unplaced {
  const filters: string[] = [];
  const questions: string[] = [];
  const asked: UnknownNames[] = [];
  const marks = look.notes.map((note) => note.mark);
  for (const role of ['area', 'counterpart'] as const) {
    const c = parts[role];
    if (!c) continue;
    const beside = namesBeside(look, c, areas);
    const isSum = (text: string): boolean => SUM.test(`${text} ${beside.get(text) ?? ''}`);
    const unknown = c.texts
      .map(([text]) => text)
      .filter((text) => !areas.knows(bare(text, marks), c.areas.form));
    const sums = unknown.filter(isSum);
    const drop = [...(c.empty > 0 && !parts.fillDown.includes(c) ? [''] : []), ...sums];
    if (drop.length > 0 && drop.length <= MOST_LISTED) {
      const named = sums.flatMap((text) => beside.get(text) ?? []).slice(0, 60);
      filters.push(
        `  - drop: ${flow({ [c.name]: drop })} ${question(`give a code to those that are areas${named.length > 0 ? `: ${named.join(', ')}` : ''}`)}`,
        '    reason: no area of its own',
      );
    }
    const names = unknown
      .filter((text) => !isSum(text))
      .map((text) => ({ text, near: nearestTo(beside.get(text) ?? text, areas), name: beside.get(text) }));
    if (names.length === 0) continue;
    asked.push({ role, column: c.name, names });
    questions.push(questionOf(c.name, names));
  }
  return { filters: filters.length === 0 ? [] : ['filters:', ...filters], questions, unknown: asked };
}

/** The code of a name, or the nearest name that is known. */
function nearestTo(name: string, areas: AreaTable): string | null {
  const found = areas.resolve(name, 'name');
  if ('code' in found) return found.code;
  if (found.nearest === null) return null;
  const near = areas.resolve(found.nearest, 'name');
  return 'code' in near ? near.code : found.nearest;
}

function questionOf(
  column: string,
  names: readonly {
    readonly text: string;
    readonly near: string | null;
    readonly name: string | undefined;
  }[],
): string {
  const listed = names.slice(0, MOST_LISTED).map(({ text, near, name }) => {
    return `${JSON.stringify(text)}${name === undefined ? '' : ` (${name})`}${near === null ? '' : `: ${near}?`}`;
  });
  return question(
    `no areas of these names of ${JSON.stringify(column)} are known; they are refused until you give each a code under codes, or leave it out with a filter: ${listed.join(', ')}`,
  );
}
