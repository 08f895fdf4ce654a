/** The part of a draft about names that are no areas: totals and regions, and spellings that are not known. */
import type { AreaTable } from '#sources/aliases/areas.ts';
import { bare } from '#sources/recipe/values/column-reader.ts';
import type { ColumnLook } from '../column.ts';
import { flow, question } from './draft-layout.ts';
import type { Look } from '../look.ts';
import type { Parts } from '../parts.ts';

/** Words of names that are sums of areas, or no area at all. */
const SUM =
  /\b(total|totals?|todos?|all|world|mundo|mundial|global|africa|asia|europe|european|oceania|pacific|americas?|arab|caribbean|latin|saharan|region|regions|regional|income|oecd|ocde|union|unión|euro|countries|países|economies|developed|developing|least|small states|ibrd|ida|dividend|fragile|classified)\b/i;
/** Words of names that are no area and have figures of their own: they are asked for, and never left out unasked. */
const UNKNOWN =
  /\b(unknown|unspecified|not (stated|reported)|no especificad[oa]s?|desconocid[oa]s?|ignorad[oa]s?|stateless|ap[áa]tridas?)\b/i;
const OTHERS = /\b(others?|otr[oa]s?|various|resto?|rest of)\b/i;

/** The codes that the World Bank gives to its groups. They look like codes of countries. */
const WORLD_BANK = new Set(
  'AFE AFW ARB CEB CSS EAP EAR EAS ECA ECS EMU EUU FCS HIC HPC IBD IBT IDA IDB IDX INX LAC LCN LDC LIC LMC LMY LTE MEA MIC MNA NAC OED OSS PRE PSS PST SAS SSA SSF SST TEA TEC TLA TMN TSA TSS UMC WLD'.split(
    ' ',
  ),
);
/** So many of them, and it is a file of the World Bank. */
const ENOUGH = 5;

/** One area, whatever words its name has. */
const NO_SUM = /special administrative|former|republic/i;

const MOST_LISTED = 80;

/** Names of one column that no area is known by, with the code of the nearest name. */
export interface UnknownNames {
  /** Where the recipe has the role of the column: `area`, `counterpart`, or the parent of an area. */
  readonly at: readonly string[];
  readonly column: string;
  readonly names: readonly {
    readonly text: string;
    readonly near: string | null;
    /** In a column of places within a country: it is the name of this country, and so may be no place. */
    readonly country?: string;
  }[];
}

export interface Unplaced {
  /** Filters that leave rows out. */
  readonly filters: readonly string[];
  /** Questions about names that stay, and are refused until they are decided. */
  readonly questions: readonly string[];
  readonly unknown: readonly UnknownNames[];
  readonly sums: readonly SumLeftOut[];
}

/** Names of one column that a draft leaves out as sums, or as no area. */
export interface SumLeftOut {
  readonly at: readonly string[];
  readonly column: string;
  readonly texts: readonly string[];
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

/** Columns of codes that are not those of ISO, by their names: of the US government, of sports, of UNHCR. */
const OTHER_CODES = /fips|gec|ioc|fifa|olympic|^coo$|^coa$|unhcr/i;

/**
 * Whether the codes of a column may be other ones than those of ISO: `ES` is Spain there, and El Salvador in FIPS. The
 * names beside them say so, or codes that ISO does not have.
 */
function codeDoubt(
  { name, texts, areas: { form } }: ColumnLook,
  beside: ReadonlyMap<string, string>,
  areas: AreaTable,
): string | null {
  if (form !== 'alpha-2' && form !== 'alpha-3') return null;
  const codes = texts.map(([text]) => text).filter((text) => areas.knows(text, form));
  const codeOf = (text: string, as: typeof form | 'name'): string | null => {
    const found = areas.resolve(text, as);
    return 'code' in found ? found.code : null;
  };
  const nameOf = new Map(areas.areas.map(({ code, en }) => [code, en]));
  const readAs = (text: string): string => `${text} is ${nameOf.get(codeOf(text, form) ?? '') ?? ''}`;
  const against = codes.filter((text) => {
    const named = beside.get(text);
    const other = named === undefined ? null : codeOf(named, 'name');
    return other !== null && other !== codeOf(text, form);
  });
  if (against.length > 0)
    return question(
      `the codes of ${JSON.stringify(name)} are no ISO codes, by the names beside them: ${against
        .slice(0, 8)
        .map((text) => `${readAs(text)} in ISO, and ${beside.get(text) ?? ''} here`)
        .join('; ')}. Use the column of names`,
    );
  const unknown = texts.length - codes.length;
  if (!OTHER_CODES.test(name) && (form !== 'alpha-2' || unknown < Math.max(1, texts.length / 10)))
    return null;
  return question(
    `the codes of ${JSON.stringify(name)} are taken for those of ISO: ${codes.slice(0, 12).map(readAs).join(', ')}`,
  );
}

// Long because sums, unknown names and codes are said of each role in turn.
/** Rows without an area of their own: the draft leaves out sums and asks for every other name. */
export function unplaced(look: Look, parts: Parts, areas: AreaTable): Unplaced {
  const filters: string[] = [];
  const questions: string[] = [];
  const asked: UnknownNames[] = [];
  const left: SumLeftOut[] = [];
  const marks = look.notes.map((note) => note.mark);
  for (const role of ['area', 'counterpart'] as const) {
    const c = parts[role];
    if (!c) continue;
    // Places within a country are looked up there, and new ones are added under their names.
    if (role === 'area' && parts.within !== null) {
      const { parent } = parts;
      const columns = [
        { at: ['area'], column: c },
        ...(parent ? [{ at: ['area', 'parent'], column: parent.place }] : []),
      ];
      for (const { at, column } of columns) {
        const local = placesOf(column, at, marks, areas);
        filters.push(...local.filters);
        asked.push(...local.unknown);
        left.push(...local.sums);
      }
      continue;
    }
    const beside = namesBeside(look, c, areas);
    const doubt = codeDoubt(c, beside, areas);
    if (doubt !== null) questions.push(doubt);
    const isSum = (text: string): boolean => {
      const words = `${text} ${beside.get(text) ?? ''}`;
      return SUM.test(words) && !NO_SUM.test(words);
    };
    const unknown = c.texts
      .map(([text]) => text)
      .filter((text) => !areas.knows(bare(text, marks), c.areas.form));
    const ofWorldBank = unknown.filter((text) => WORLD_BANK.has(text));
    const groups = new Set(ofWorldBank.length < ENOUGH ? [] : ofWorldBank);
    const sums = unknown.filter((text) => isSum(text) || groups.has(text));
    const drop = [...(c.empty > 0 && !parts.fillDown.includes(c) ? [''] : []), ...sums];
    if (drop.length > 0 && drop.length <= MOST_LISTED) {
      const named = sums.flatMap((text) => beside.get(text) ?? []).slice(0, 60);
      filters.push(
        `  - drop: ${flow({ [c.name]: drop })} ${question(`left out as sums, or as no area; give a code to those that are areas${named.length > 0 ? `: ${named.join(', ')}` : ''}`)}`,
        '    reason: no area of its own',
      );
      left.push({ at: [role], column: c.name, texts: drop });
    }
    const names = unknown
      .filter((text) => !sums.includes(text))
      .map((text) => {
        const name = beside.get(text) ?? text;
        const near = UNKNOWN.test(name) ? '_U' : OTHERS.test(name) ? '_O' : nearestTo(name, areas);
        return { text, near, name: beside.get(text) };
      });
    if (names.length === 0) continue;
    asked.push({ at: [role], column: c.name, names });
    questions.push(questionOf(c.name, names));
  }
  return {
    filters: filters.length === 0 ? [] : ['filters:', ...filters],
    questions,
    unknown: asked,
    sums: left,
  };
}

/** Names in a column of places that are sums, or that a country has too. */
function placesOf(
  { name: column, texts }: ColumnLook,
  at: readonly string[],
  marks: readonly string[],
  areas: AreaTable,
): Pick<Unplaced, 'filters' | 'unknown' | 'sums'> {
  const all = texts.map(([text]) => text);
  const countries = all.flatMap((text) => {
    const found = areas.resolve(bare(text, marks), 'name');
    // `Total` is known, too, but is no country.
    const isCountry = 'code' in found && /^[A-Z]{3}$/.test(found.code);
    return isCountry ? [{ text, near: found.code, country: found.code }] : [];
  });
  const sums = all.filter(
    (text) => NO_PLACE.test(text.trim()) && !countries.some((country) => country.text === text),
  );
  return {
    filters:
      sums.length === 0
        ? []
        : [
            `  - drop: ${flow({ [column]: sums })} ${question('left out as sums, or as no place')}`,
            '    reason: no place of its own',
          ],
    unknown: countries.length === 0 ? [] : [{ at, column, names: countries }],
    sums: sums.length === 0 ? [] : [{ at, column, texts: sums }],
  };
}

/** Names in a column of places that are no places. */
const NO_PLACE =
  /(?<!\p{L})total(es|s)?(?!\p{L})|^(nacional|national|country|pa[ií]s|all|todos|todas)$|(?<!\p{L})(nacional|resto|otr[oa]s?|others?|unknown|not stated|extranjero|abroad|foreign|se desconoce)(?!\p{L})|(?<!\p{L})(no (especificad|identificad)|sin (especificar|informaci|dato)|ignorad|desconocid)/iu;

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
