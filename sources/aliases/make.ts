/**
 * The table of areas, made from what the United Nations and Unicode publish and from two small tables of our
 * own: names that we write otherwise, and areas that ISO 3166 does not have. `names.yaml` says which files.
 */
import { quote } from '#stats/csv.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { readYaml, slug, nonEmptyText, url } from '../validation/yaml.ts';

const file = z.strictObject({
  /** Its name, with as much of its path as tells it from others. */
  name: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const shape = z.array(
  z.strictObject({
    id: slug,
    title: nonEmptyText,
    publisher: z.string().trim().min(1),
    url,
    licence: z.strictObject({ name: z.string().trim().min(1), url: url.optional() }),
    from: z.string().trim().min(1),
    takes: nonEmptyText,
    files: z.array(file),
    checked: z.array(file),
  }),
);

export type NameSource = z.infer<typeof shape>[number];

/** Who published the codes and names of areas, and which files they were taken from. @throws SourceError */
export const readNameSources = (root: string): NameSource[] =>
  readYaml(join(root, 'aliases', 'names.yaml'), shape);

/** Texts of the files, by the names that `names.yaml` gives them. */
export type NameFiles = ReadonlyMap<string, string>;

type Row = Readonly<Record<string, string>>;

const rowsOf = (content: string): Row[] => parse<Row>(content, { columns: true, bom: true });

/** The levels of M49 that have a code and a name of their own. */
const LEVELS = ['Global', 'Region', 'Sub-region', 'Intermediate Region'];

function regions(rows: readonly Row[]): Map<string, string> {
  const named = rows.flatMap((row) =>
    LEVELS.map((level) => [row[`${level} Code`] ?? '', row[`${level} Name`] ?? ''] as const),
  );
  return new Map(named.filter(([code]) => code !== ''));
}

const HEADER = ['code', 'alpha2', 'm49', 'en', 'es'];

const byCode = ([a = '']: readonly string[], [b = '']: readonly string[]): number => (a < b ? -1 : 1);

/**
 * `areas.csv` as text: countries by code, then what is no country of today, then regions.
 * @throws Error where one of the files is missing
 */
export function makeAreas(root: string, files: NameFiles): string {
  const open = (name: string): Row[] => {
    const content = files.get(name);
    if (content === undefined) throw new Error(`${name}: is missing; names.yaml gives its address`);
    return rowsOf(content);
  };
  const own = (name: string): Row[] => rowsOf(readFileSync(join(root, 'aliases', name), 'utf8'));
  const [un, unEs] = [open('UNSD-en.csv'), open('UNSD-es.csv')];
  const cldr = ['en', 'es'].map(
    (language) => new Map(open(`${language}/country.csv`).map((row) => [row['id'], row['value']])),
  );
  const ownNames = new Map(
    own('own-names.csv').map((row) => [`${row['code']} ${row['language']}`, row['name']]),
  );
  const countries = un.map((row) => {
    const [code = '', alpha2 = ''] = [row['ISO-alpha3 Code'], row['ISO-alpha2 Code']];
    const names = ['en', 'es'].map((language, i) => {
      return ownNames.get(`${code} ${language}`) ?? cldr[i]?.get(alpha2) ?? '';
    });
    return [code, alpha2, row['M49 Code'] ?? '', ...names];
  });
  const others = own('own-areas.csv').map((row) => HEADER.map((column) => row[column] ?? ''));
  // Kosovo has a code of users, and stands among the countries of today.
  const today = others.filter(([, alpha2, m49]) => alpha2 !== '' && m49 === '');
  const spanish = regions(unEs);
  const groups = [...regions(un)].map(([code, name]) => [
    `m49-${code}`,
    '',
    code,
    name,
    spanish.get(code) ?? '',
  ]);
  const lines = [
    HEADER,
    ...[...countries, ...today].sort(byCode),
    ...others.filter((row) => !today.includes(row)),
    ...groups.sort(byCode),
  ];
  return lines.map((line) => `${line.map(quote).join(',')}\n`).join('');
}
