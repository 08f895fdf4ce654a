/**
 * The catalogue entries that a new source needs, as far as they can be made automatically: the source in the
 * list of its indicator, names of countries from the table of ISO and M49 names, the indicators that wait for
 * it in `catalogue/waiting`, and drafts of other indicators and breakdowns, whose words the user corrects.
 * Files are only added to; their other text stays as written.
 */
import { dimensionCode } from '#stats/model/dimension-key.ts';
import { existsSync, readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, parseDocument, stringify, type Pair } from 'yaml';
import type { Catalogue, SourceKind } from '#stats/model/catalogue.ts';
import { isOwn } from '#stats/model/own-catalogue.ts';
import type { AreaTable } from '../aliases/areas.ts';
import type { NewArea } from '../recipe/values/area-role.ts';
import type { Draft } from './draft.ts';
import { draftIndicator, lacksOf, wordsOfCode } from './draft-indicator.ts';
import { formatNeeds, type BeforeRelease, type Need } from '../recipe/expect/before-release.ts';
import type { Recipe } from '../recipe/schema/shape.ts';

interface Joining {
  readonly draft: Draft;
  readonly catalogue: Catalogue;
  readonly recipe: Recipe;
  readonly table: AreaTable;
  readonly before: BeforeRelease;
  /** The decimals of the figures of each new indicator. */
  readonly decimals: ReadonlyMap<string, number>;
  /** Areas that the recipe adds under their names. */
  readonly newAreas: readonly NewArea[];
  /** Secondary sources come after all others. */
  readonly sourceKind: SourceKind;
}

const quoted = (text: string): string => JSON.stringify(text);
const both = (text: string): string => `{ en: ${quoted(text)}, es: ${quoted(text)} }`;

/** A YAML text with another item in a top-level list, before or after the existing items. */
function withItem(text: string, key: string, item: string, at: 'last' | number): string {
  const { contents } = parseDocument(text);
  const pair = isMap(contents)
    ? (contents.items as Pair[]).find((entry) => isScalar(entry.key) && entry.key.value === key)
    : undefined;
  const list = pair?.value;
  if (!isSeq(list) || list.items.length === 0) throw new Error(`there is no list ${key}`);
  const place = at === 'last' ? list.items.length : at;
  const ranges = list.items.map((item) => (item as { range: [number, number, number] }).range);
  const [begin] = ranges[place] ?? [];
  const [, end = 0] = ranges.at(-1) ?? [];
  const insert = (offset: number, what: string): string => text.slice(0, offset) + what + text.slice(offset);
  if (list.flow) return begin === undefined ? insert(end, `, ${item}`) : insert(begin, `${item}, `);
  // The dash is before its item on the same line.
  const lineOf = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^ */.exec(text.slice(lineOf(ranges[0]?.[0] ?? 0)))?.[0] ?? '';
  const line = `${indent}- ${item}\n`;
  const next = text.indexOf('\n', end);
  return begin === undefined
    ? insert(next < 0 ? text.length : next + 1, next < 0 ? `\n${line}` : line)
    : insert(lineOf(begin), line);
}

/** What own data adds to an indicator of the product: another entry in a list of its extension. */
function withExtension(
  text: string,
  of: string,
  key: 'sources' | 'bases' | 'definitions',
  entry: unknown,
): string {
  const document = parseDocument(text === '' ? `extends: ${of}\n` : text);
  if (!document.has(key)) document.set(key, document.createNode([], { flow: key !== 'definitions' }));
  document.addIn([key], document.createNode(entry, { flow: true }));
  return document.toString({ lineWidth: 0 });
}

type Edit = (path: string, change: (text: string) => string) => void;

/** A dimension with more codes; a new dimension if the text has none of that id. */
function withCodes(text: string, id: string, codes: readonly string[]): string {
  const document = parseDocument(text);
  const known = isSeq(document.contents)
    ? document.contents.items.findIndex((item) => isMap(item) && String(item.get('id')) === id)
    : -1;
  if (known < 0) {
    const words = codes
      .map((code) => `    - { code: ${stringify(code).trim()}, name: ${both(wordsOfCode(code))} }\n`)
      .join('');
    return `${text.trimEnd()}\n- id: ${id}\n  name: ${both(wordsOfCode(id))}\n  codes:\n${words}`.trimStart();
  }
  for (const code of codes) {
    const name = { en: wordsOfCode(code), es: wordsOfCode(code) };
    document.addIn([known, 'codes'], document.createNode({ code, name }, { flow: true }));
  }
  return document.toString({ lineWidth: 0 });
}

/**
 * Adds names of countries, and drafts dimensions with their codes.
 * @returns what was added, one entry per line
 */
function nameCodes(
  areas: readonly string[],
  dimensions: ReadonlyMap<string, readonly string[]>,
  { table, newAreas }: Pick<Joining, 'table' | 'newAreas'>,
  edit: Edit,
  home: string,
): string[] {
  const joined: string[] = [];
  if (areas.length > 0) {
    const lines = areas.toSorted().map((code) => {
      const added = newAreas.find((area) => area.code === code);
      if (added) {
        const within = added.within === undefined ? '' : `, within: ${added.within}`;
        return `- { code: ${code}, kind: ${added.kind}${within}, name: ${both(added.name)} }\n`;
      }
      const { en = code, es = code } = table.areas.find((area) => area.code === code) ?? {};
      return `- { code: ${code}, kind: country, name: { en: ${quoted(en)}, es: ${quoted(es)} } }\n`;
    });
    edit('catalogue/areas.yaml', (text) => `${text.trimEnd()}\n${lines.join('')}`.trimStart());
    const named = areas.slice(0, 8).map((code) => newAreas.find((area) => area.code === code)?.name ?? code);
    const more = areas.length > 8 ? ` and ${areas.length - 8} more` : '';
    joined.push(`${home}/catalogue/areas.yaml: named ${named.join(', ')}${more}`);
  }
  for (const [id, codes] of dimensions) {
    edit('catalogue/dimensions.yaml', (text) => withCodes(text, id, codes));
    joined.push(`${home}/catalogue/dimensions.yaml: ${id} is drafted; say its codes in both languages`);
  }
  return joined;
}

const indicatorFile = (id: string): string => `catalogue/indicators/${id}.yaml`;

/** A change to the file of an indicator, and what it is in words. */
interface IndicatorChange {
  readonly change: (text: string) => string;
  readonly words: string;
}

/** How the file of a known indicator gets an entry; null if only the user can write it. */
function changeOfIndicator({ kind, of, code }: Need, joining: Joining): IndicatorChange | null {
  const { catalogue, recipe, sourceKind } = joining;
  const extendsProduct = isOwn(recipe.source) && !isOwn(of);
  if (kind === 'source') {
    const sources = catalogue.indicators.find((indicator) => indicator.id === of)?.sources ?? [];
    const kinds = sources.map((id) => catalogue.sources.find((source) => source.id === id)?.kind);
    const behind = sourceKind === 'secondary' ? -1 : kinds.indexOf('secondary');
    const at = behind < 0 ? ('last' as const) : behind;
    return {
      change: (text) =>
        extendsProduct ? withExtension(text, of, 'sources', code) : withItem(text, 'sources', code, at),
      words: `${code} is listed among its sources`,
    };
  }
  if (kind === 'basis') {
    return {
      change: (text) =>
        extendsProduct ? withExtension(text, of, 'bases', code) : withItem(text, 'bases', code, 'last'),
      words: `${code} is listed among its bases`,
    };
  }
  if (kind === 'definition' && extendsProduct) {
    const words = { en: wordsOfCode(code), es: wordsOfCode(code) };
    return {
      change: (text) => withExtension(text, of, 'definitions', { code, name: words, text: words }),
      words: `the definition ${code} is drafted; describe it in both languages`,
    };
  }
  if (kind === 'counterpart' && extendsProduct) {
    return {
      change: (text) => `${text.trimEnd()}\ncounterpartRole: { en: The other area, es: La otra zona }\n`,
      words: 'say what the other area is, in both languages',
    };
  }
  return null;
}

/** The file of a new indicator: one that waits for its source, or a draft. */
function newIndicator(id: string, joining: Joining): IndicatorChange {
  const waiting = joining.draft.at(`catalogue/waiting/${id}.yaml`);
  if (!existsSync(waiting)) {
    return {
      change: () => draftIndicator(id, joining),
      words: `drafted; say what ${id} is, in both languages`,
    };
  }
  const described = readFileSync(waiting, 'utf8').replace(/^# .*\n/, '');
  return { change: () => `${described}sources: [${joining.recipe.source}]\n`, words: 'described already' };
}

const isCountry = (code: string, { areas }: AreaTable): boolean =>
  /^[A-Z]{3}$/.test(code) && areas.some((area) => area.code === code);

/**
 * Adds all entries that can be added.
 * @returns the added entries, and those that the user must add, one per line
 */
export function joinCatalogue(joining: Joining): { joined: string[]; lacks: string[] } {
  const { draft, catalogue, recipe, table, before, newAreas } = joining;
  const joined: string[] = [];
  const left: Need[] = [];
  const lacks: string[] = [];
  const drafted = new Set<string>();
  const edit: Edit = (path, change) =>
    draft.write(path, change(existsSync(draft.at(path)) ? readFileSync(draft.at(path), 'utf8') : ''));
  const editIndicator = (id: string, { change, words }: IndicatorChange): void => {
    edit(indicatorFile(id), change);
    joined.push(`${draft.name}/${indicatorFile(id)}: ${words}`);
  };
  const newDimensions = new Map<string, string[]>();
  const isKnown = (id: string): boolean => catalogue.dimensions.some((dimension) => dimension.id === id);
  const needs = before.needs.toSorted(
    (a, b) => Number(b.kind === 'indicator') - Number(a.kind === 'indicator'),
  );
  const areas: string[] = [];
  for (const need of needs) {
    const { kind, of, code } = need;
    if (drafted.has(of)) continue;
    const change = changeOfIndicator(need, joining);
    const { dimension, code: value } = dimensionCode(code);
    if (kind === 'indicator') {
      editIndicator(code, newIndicator(code, joining));
      drafted.add(code);
      lacks.push(...lacksOf(code, joining));
    } else if (change) editIndicator(of, change);
    else if (kind === 'area' && (newAreas.some((area) => area.code === code) || isCountry(code, table)))
      areas.push(code);
    else if (kind === 'breakdown' && (isOwn(recipe.source) || !isKnown(dimension)))
      newDimensions.set(dimension, [...(newDimensions.get(dimension) ?? []), value]);
    else left.push(need);
  }
  // A place may lie in a place that has no figure of its own.
  const around = new Map(newAreas.map(({ code, within }) => [code, within]));
  for (const code of areas) {
    const within = around.get(code);
    const isNew =
      within !== undefined && around.has(within) && !catalogue.areas.some((area) => area.code === within);
    if (isNew && !areas.includes(within)) areas.push(within);
  }
  // Breakdowns have the order of the recipe, whichever dimension the first row is split by.
  const ordered = [recipe, ...recipe.figures].flatMap(({ breakdown = {} }) => Object.keys(breakdown));
  const inOrder = [...newDimensions].toSorted(([a], [b]) => ordered.indexOf(a) - ordered.indexOf(b));
  joined.push(...nameCodes(areas, new Map(inOrder), joining, edit, draft.name));
  return { joined, lacks: [...lacks, ...formatNeeds(left, draft.name)] };
}
