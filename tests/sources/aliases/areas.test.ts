/** The table of names: the names of one area, names that never match, and where the table comes from. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readAreaTable, type AreaForm } from '#sources/aliases/areas.ts';
import { makeAreas, readNameSources } from '#sources/aliases/make.ts';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import { describeShared } from '../../setup/shared.ts';

const table = readAreaTable('sources');
const found = (text: string, form: AreaForm = 'any'): string => {
  const answer = table.resolve(text, form);
  return 'code' in answer ? answer.code : answer.problem;
};

describe('names of areas', () => {
  it.each([
    ['NA', 'any', 'NAM'],
    ['NA', 'alpha-2', 'NAM'],
    ['NAM', 'alpha-3', 'NAM'],
    ['Namibia', 'name', 'NAM'],
  ] as const)('Namibia is never a missing value: %s as %s', (text, form, code) => {
    expect(found(text, form)).toBe(code);
  });

  it.each(['XKX', 'XKK', 'OWID_KOS'])('Kosovo has several codes and is one area: %s', (text) => {
    expect(found(text, 'alpha-3')).toBe('XKX');
  });

  it.each([
    ['Afganistán (el)', 'AFG'],
    ['Santa Sede (la) *', 'VAT'],
    ['Dominican Republic (the)', 'DOM'],
    ['THE BAHAMAS', 'BHS'],
    ['Costa de Marfil', 'CIV'],
    ['USA', 'USA'],
  ])('%s is %s', (text, code) => {
    expect(found(text, 'name')).toBe(code);
  });

  it('a name that two areas have is not decided', () => {
    expect(found('Micronesia', 'name')).toBe('is the name of FSM and of m49-057');
  });
});

type Row = Readonly<Record<string, string>>;

/** Names that match no area or a different one, and why that is right. */
const NOT_THE_SAME = new Set([
  'Micronesia', // the country's short name is a region's name too
  'Tibetan', // UNHCR counts Tibetans apart; ISO has no code
  'Unknown', // UNHCR's XXX is our _U
  'CRB', // no country: UNHCR's name for the Caribbean
  'CUR',
]);

describeShared('data', 'the table of names and the files it is made from', (data) => {
  const paths = data === '' ? [] : readdirSync(data, { recursive: true, encoding: 'utf8' }).sort();
  const sources = readNameSources('sources');
  const read = ({ name, sha256 }: { name: string; sha256: string }): string => {
    const path = paths.find((file) => file.endsWith(`/${name}`));
    const bytes = readFileSync(join(data, path ?? name));
    expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sha256);
    return bytes.toString('utf8');
  };
  const rowsOf = (name: string): Row[] => {
    const file = sources
      .flatMap((origin) => [...origin.files, ...origin.checked])
      .find((candidate) => candidate.name === name);
    if (!file) throw new Error(`${name} is not in names.yaml`);
    return parse<Row>(read(file), { columns: true, bom: true });
  };

  it('is made from them to the byte', () => {
    const files = new Map(sources.flatMap((origin) => origin.files).map((file) => [file.name, read(file)]));
    expect(files.size).toBe(4);
    expect(makeAreas('sources', files)).toBe(readFileSync('sources/aliases/areas.csv', 'utf8'));
    files.delete('UNSD-es.csv');
    expect(() => makeAreas('sources', files)).toThrow('UNSD-es.csv: is missing');
  });

  it('has the 249 countries and areas of M49 by all three of their codes', () => {
    const rows = rowsOf('UNSD-en.csv');
    expect(rows).toHaveLength(249);
    for (const row of rows) {
      const code = row['ISO-alpha3 Code'] ?? '';
      expect(found(row['M49 Code'] ?? '', 'm49')).toBe(code);
      expect(found(row['ISO-alpha2 Code'] ?? '', 'alpha-2')).toBe(code);
      expect(found(code, 'alpha-3')).toBe(code);
    }
  });

  it.each([
    ['UNSD-en.csv', 'ISO-alpha3 Code', ['Country or Area']],
    ['UNSD-es.csv', 'ISO-alpha3 Code', ['Country or Area']],
    ['country-codes.csv', 'ISO3166-1-Alpha-3', ['CLDR display name', 'official_name_en', 'official_name_es']],
    ['country-codes.csv', 'ISO3166-1-Alpha-3', ['UNTERM English Short', 'UNTERM Spanish Short']],
    ['countries.csv', 'iso_code', ['name']],
    ['ddf--entities--geo--country.csv', 'iso3166_1_alpha3', ['name']],
  ])('every name of %s leads to its own area (%s: %j)', (file, codeColumn, columns) => {
    const wrong = rowsOf(file).flatMap((row) => {
      const code = row[codeColumn] ?? '';
      return columns.flatMap((column) => {
        const name = (row[column] ?? '').trim();
        const skip = name === '' || code === '' || NOT_THE_SAME.has(name);
        return skip || found(name, 'name') === code ? [] : [`${name}: ${found(name, 'name')}, not ${code}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it.each(['en', 'es', 'es_MX', 'es_419'])(
    'every name of Unicode in %s leads to its own area',
    (language) => {
      const rows = rowsOf(`${language}/country.csv`);
      expect(rows).toHaveLength(249);
      const wrong = rows.filter(
        ({ id = '', value = '' }) =>
          !NOT_THE_SAME.has(value) && found(value, 'name') !== found(id, 'alpha-2'),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('the regions of the catalogue have the members that M49 gives them', () => {
    const rows = rowsOf('UNSD-en.csv');
    const groups = readCatalogue('sources').areas.filter((area) => area.code.startsWith('m49-'));
    expect(groups.length).toBeGreaterThan(4);
    for (const { code, members } of groups) {
      const region = code.slice(4);
      const inside = rows.filter((row) =>
        ['Global Code', 'Region Code', 'Sub-region Code', 'Intermediate Region Code'].some(
          (level) => row[level] === region,
        ),
      );
      const wanted = inside.map((row) => row['ISO-alpha3 Code']).sort();
      expect(members?.map((member) => member.area).sort(), code).toEqual(wanted);
    }
  });

  it("UNHCR's own codes are not ISO: for a third of its countries they differ, and some are another country's", () => {
    const rows = rowsOf('countries.csv').filter((row) => row['iso_code'] !== '');
    const other = rows.filter((row) => row['unhcr_code'] !== row['iso_code']);
    expect(other.length).toBeGreaterThan(90);
    const iso = new Map(rows.map((row) => [row['unhcr_code'], row['iso_code']]));
    expect([iso.get('AUS'), iso.get('ARE')]).toEqual(['AUT', 'EGY']);
  });
});
