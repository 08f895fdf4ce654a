/**
 * Names of areas to codes: the table that every recipe reads names through, made from the files that
 * `names.yaml` lists. It knows ISO 3166-1 (three letters, two letters), M49 numbers, the names of both in
 * English and Spanish, and publishers' spellings. An unknown name is never guessed: the nearest name is
 * suggested, and the user decides.
 */
import { foldText } from '#stats/text.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { nearest } from '#stats/nearest.ts';

/** The form in which a column writes areas; `any` accepts all of them, names before two-letter codes. */
export const AREA_FORMS = ['any', 'name', 'alpha-3', 'alpha-2', 'm49'] as const;
export type AreaForm = (typeof AREA_FORMS)[number];

export interface KnownArea {
  readonly code: string;
  readonly alpha2: string;
  readonly m49: string;
  readonly en: string;
  readonly es: string;
}

export type Resolved =
  { readonly code: string } | { readonly problem: string; readonly nearest: string | null };

export interface AreaTable {
  readonly areas: readonly KnownArea[];
  resolve(text: string, form: AreaForm): Resolved;
  /** Whether a text is an area; does not search for the nearest name if it is not. */
  knows(text: string, form: AreaForm): boolean;
}

/**
 * A name without the parts in which spellings differ: accents, case, punctuation, and the article before it
 * or (in United Nations lists) after it.
 * @example plainName('Estado de Palestina (el) *') === 'estado de palestina'
 */
export const plainName = (name: string): string =>
  foldText(name.replace(/\s*\((?:the|el|la|los|las)\)\s*\**\s*$/i, ''))
    .replaceAll('&', ' and ')
    .replace(/['’‘]/g, '')
    .replace(/[^a-z0-9_]+/g, ' ')
    .trim()
    .replace(/^the /, '');

const readCsv = <T>(path: string): T[] => parse<T>(readFileSync(path, 'utf8'), { columns: true });

/** The European Union has its own codes for two countries. */
const OF_EUROPE: ReadonlyMap<string, string> = new Map([
  ['EL', 'GRC'],
  ['UK', 'GBR'],
]);

/** Reads the table in `sources/aliases`. @example table.resolve('Côte d’Ivoire', 'any') -> { code: 'CIV' } */
export function readAreaTable(root: string): AreaTable {
  const areas = readCsv<KnownArea>(join(root, 'aliases', 'areas.csv'));
  const spellings = readCsv<{ spelling: string; code: string }>(join(root, 'aliases', 'spellings.csv'));
  const codes = new Map(areas.map((a) => [a.code.toUpperCase(), a.code]));
  const alpha2 = new Map(areas.filter((a) => a.alpha2 !== '').map((a) => [a.alpha2, a.code]));
  const m49 = new Map(areas.filter((a) => a.m49 !== '').map((a) => [a.m49, a.code]));
  // Codes that publishers invented, such as XKK and OWID_KOS.
  const otherCodes = new Map(
    spellings.filter((s) => /^[A-Z]{3}$|^[A-Z]+_[A-Z]+$/.test(s.spelling)).map((s) => [s.spelling, s.code]),
  );
  const names = new Map<string, string>();
  const twofold = new Map<string, string[]>();
  const remember = (name: string, code: string): void => {
    const plain = plainName(name);
    const other = names.get(plain);
    if (other !== undefined && other !== code) twofold.set(plain, [other, code]);
    names.set(plain, code);
  };
  for (const area of areas) for (const name of [area.en, area.es]) remember(name, area.code);
  for (const { spelling, code } of spellings) remember(spelling, code);

  const find = (text: string, form: AreaForm): string | undefined => {
    if (form === 'm49') return m49.get(text.padStart(3, '0'));
    if (form === 'alpha-2') return alpha2.get(text.toUpperCase()) ?? OF_EUROPE.get(text.toUpperCase());
    const code = form === 'name' ? undefined : codes.get(text.toUpperCase());
    if (code !== undefined || form === 'alpha-3') return code ?? otherCodes.get(text.toUpperCase());
    return names.get(plainName(text)) ?? (form === 'any' ? (alpha2.get(text) ?? m49.get(text)) : undefined);
  };
  const known = [...areas.flatMap((a) => [a.en, a.es]), ...spellings.map((s) => s.spelling)];
  const bothOf = (text: string, form: AreaForm): string[] | undefined =>
    form === 'any' || form === 'name' ? twofold.get(plainName(text)) : undefined;
  return {
    areas,
    knows: (text, form) => bothOf(text, form) === undefined && find(text.trim(), form) !== undefined,
    resolve(text, form) {
      const both = bothOf(text, form);
      if (both) return { problem: `is the name of ${both.join(' and of ')}`, nearest: null };
      const code = find(text.trim(), form);
      if (code !== undefined) return { code };
      const near = nearest(text, form === 'any' || form === 'name' ? known : codes.values()) ?? null;
      return { problem: 'is not a known area', nearest: near };
    },
  };
}
