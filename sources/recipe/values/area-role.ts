/**
 * The area of a row, from the column that the recipe names. A name is looked up in the table of countries and in the
 * catalogue, or only among the places of one area (`within`). Where most names of a column are no areas, the few that
 * are names of countries too (Granada, Guatemala, México) are refused until the recipe says what they are.
 */
import { isSubnational, SUBNATIONAL_KINDS, type AreaKind } from '#stats/model/catalogue.ts';
import { isOwn, OWN_PREFIX } from '#stats/model/own-catalogue.ts';
import type { PlaceTable } from '../../aliases/places.ts';
import {
  bare,
  kebab,
  remembering,
  type CodeOf,
  type ColumnCheck,
  type CellVerdict,
} from './column-reader.ts';
import type { HeaderColumns, SourceRow } from '../rows/row.ts';
import type { AreaRole, Recipe } from '../schema/shape.ts';

/** An area that the catalogue does not have, as the file names it. */
export interface NewArea {
  readonly code: string;
  readonly kind: AreaKind;
  readonly within?: string;
  readonly name: string;
}

export interface AreaContext {
  readonly columns: HeaderColumns;
  readonly table: PlaceTable;
  readonly recipe: Pick<Recipe, 'source' | 'footnotes'>;
  readonly checks: ColumnCheck[];
  /** The areas that are added by their names, by code. */
  readonly newAreas: Map<string, NewArea>;
}

type ColumnRole = Extract<AreaRole, { readonly column: string }>;

/** @example codeOfNew('Michoacán de Ocampo', 'MEX') of own data === 'own-mex-michoacan-de-ocampo' */
export function codeOfNew(
  name: string,
  { within, source }: { within: string | undefined; source: string },
): string {
  const around = within === undefined ? '' : `${kebab(within).replace(new RegExp(`^${OWN_PREFIX}`), '')}-`;
  return `${isOwn(source) ? OWN_PREFIX : ''}${around}${kebab(name)}`;
}

/** @throws SyntaxError if the role cannot be followed */
function checkRole({ within, kind, parent }: ColumnRole, table: PlaceTable): void {
  if (parent !== undefined && (within === undefined || kind === undefined))
    throw new SyntaxError(
      `parent: ${parent.column} has places within a country; say within: and the code of the country, and the kind of its places`,
    );
  if (within !== undefined && !table.has(within)) {
    const found = table.resolve(within, 'any');
    const hint = 'code' in found ? `; did you mean ${found.code}?` : '';
    throw new SyntaxError(`within: ${JSON.stringify(within)} is no area of the catalogue${hint}`);
  }
  if (kind !== undefined && isSubnational(kind) && within === undefined)
    throw new SyntaxError(
      `kind: ${kind} is a place within a country; say within: and the code of the country`,
    );
  if (within !== undefined && kind !== undefined && !isSubnational(kind))
    throw new SyntaxError(`kind: ${kind} does not lie within another area; remove within`);
}

/** What a column has besides countries: texts that are no areas, and names that are countries. */
class NamesSeen {
  readonly countries = new Map<string, SourceRow>();
  others = 0;

  check(at: number, column: string): ColumnCheck {
    return (say) => {
      if (this.countries.size === 0 || this.others <= this.countries.size) return;
      for (const row of this.countries.values())
        say(row, at, {
          rule: `is the name of a country, in a column in which ${this.others} other names are none`,
          advice: `if they are places of one country, write area: { column: ${JSON.stringify(column)}, within: MEX }; if it is the country, list it under codes of this role`,
        });
    };
  }
}

/** @throws SyntaxError if the recipe cannot be followed */
export function areaRole(role: AreaRole, context: AreaContext): CodeOf {
  if (typeof role === 'object' && 'constant' in role) {
    const { constant } = role;
    return () => constant;
  }
  const own: ColumnRole = typeof role === 'string' ? { column: role, as: 'any' } : role;
  const { columns, table, recipe, checks } = context;
  checkRole(own, table);
  if (own.parent !== undefined) return areaInParent(own, own.parent, context);
  const at = columns.find(own.column);
  const seen = new NamesSeen();
  if (own.within === undefined) checks.push(seen.check(at, own.column));
  const marks = Object.keys(recipe.footnotes);
  let current: SourceRow | null = null;
  const code = remembering<string>(at, (text) => {
    const plain = bare(text, marks);
    const listed = own.codes?.[text] ?? own.codes?.[plain];
    if (listed !== undefined) {
      if (own.kind !== undefined && isOwn(listed) && !table.has(listed)) addArea(plain, listed, own, context);
      if (!table.knows(plain, own.as) && !/^([A-Z]{3}|_[A-Z])$/.test(listed)) seen.others++;
      return { good: listed };
    }
    const verdict = lookUp(plain, own, context);
    if ('bad' in verdict) seen.others += plain === '' ? 0 : 1;
    else if (/^[A-Z]{3}$/.test(verdict.good) && verdict.good !== plain && current)
      seen.countries.set(plain, current);
    return verdict;
  });
  return (row, say) => {
    current = row;
    return code(row, say);
  };
}

/** Places that lie in larger places of the row, so that two of one name are two places. */
function areaInParent(
  role: ColumnRole,
  parent: NonNullable<ColumnRole['parent']>,
  context: AreaContext,
): CodeOf {
  const { columns, recipe } = context;
  const at = columns.find(role.column);
  const parentOf = areaRole({ ...parent, as: 'any', within: role.within }, context);
  const marks = Object.keys(recipe.footnotes);
  const memory = new Map<string, CellVerdict<string>>();
  return (row, say) => {
    const within = parentOf(row, say);
    if (within === null) return null;
    const text = row.cells[at] ?? '';
    const key = `${within}\u0000${text}`;
    let verdict = memory.get(key);
    if (!verdict) {
      const plain = bare(text, marks);
      const listed = role.codes?.[text] ?? role.codes?.[plain];
      const inParent = { ...role, within };
      if (listed !== undefined && isOwn(listed) && !context.table.has(listed))
        addArea(plain, listed, inParent, context);
      verdict = listed === undefined ? lookUp(plain, inParent, context) : { good: listed };
      memory.set(key, verdict);
    }
    if ('good' in verdict) return verdict.good;
    say(row, at, verdict.bad);
    return null;
  };
}

function lookUp(plain: string, role: ColumnRole, context: AreaContext): CellVerdict<string> {
  const { table, recipe } = context;
  const { within, kind, as: form } = role;
  if (plain === '') return { bad: { rule: 'is empty; expected an area', advice: EMPTY } };
  const found = within === undefined ? table.resolve(plain, form) : table.resolveWithin(plain, within, kind);
  if ('code' in found) return { good: found.code };
  if (kind !== undefined) {
    const code = codeOfNew(plain, { within, source: recipe.source });
    const fault = within === undefined ? null : noPlace(plain, { within, kind, code, table });
    if (fault) return { bad: fault };
    addArea(plain, code, role, context);
    return { good: code };
  }
  const near = found.nearest === null ? '' : `did you mean ${JSON.stringify(found.nearest)}? `;
  const adding = within === undefined ? '' : `, add new places with kind: ${SUBNATIONAL_KINDS.join(', ')}`;
  const advice = `${near}give it a code under codes of this role${adding}, or leave the row out with a filter`;
  return { bad: { rule: found.problem, advice } };
}

function addArea(name: string, code: string, { kind, within }: ColumnRole, { newAreas }: AreaContext): void {
  if (kind === undefined || newAreas.has(code)) return;
  newAreas.set(code, { code, kind, name, ...(within !== undefined && { within }) });
}

/** Words of a row that adds up all places. */
const WHOLE =
  /^((grand|gran|sub)[\s-]?)?total(es|s)?(?!\p{L})|^(nacional|national|pa[ií]s|country|all|todos|todas)$|^(promedio|average|media) (nacional|national|general)$/iu;

/** Why a new name within a country is no place of it: a total, or the name of the country itself. */
function noPlace(
  name: string,
  { within, kind, code, table }: { within: string; kind: AreaKind; code: string; table: PlaceTable },
): { rule: string; advice: string } | null {
  if (WHOLE.test(name))
    return {
      rule: `stands for all places of ${within}, and is no ${kind}`,
      advice: `leave the row out with a filter, or list it under codes as ${within}`,
    };
  const country = table.resolve(name, 'name');
  if (!('code' in country) || country.code !== within) return null;
  return {
    rule: `is the name of ${within} itself, and may be that of a ${kind}`,
    advice: `list it under codes of this role: as ${within} if the row is the whole country, as ${code} if it is the ${kind}`,
  };
}

const EMPTY = 'give it a code under codes of this role, or leave the row out with a filter';
