/** Places within countries, groups by name, and names of countries in columns of other things. */
import { describe, expect, it } from 'vitest';
import { readText } from '../read.ts';

const recipe = (area: string): string => `
format: { type: csv }
area: ${area}
period: { constant: 2014 }
figures:
  - { indicator: homicides, value: Cases }
`;
const DEPARTMENTS = ['Granada', 'Masaya', 'León', 'Río San Juan', 'Nueva Segovia'];
const file = (names: readonly string[]): string =>
  `Place,Cases\n${names.map((name, i) => `${name},${i + 1}\n`).join('')}`;

describe('places within a country', () => {
  it('are none of the countries that share their names (L3)', async () => {
    const { observations, faults } = await readText(file(DEPARTMENTS), recipe('Place'));
    expect(observations.map(({ area }) => area)).toEqual(['GRD']);
    expect(faults.at(-1)).toContain(
      '"Granada" is the name of a country, in a column in which 4 other names are none; if they are places of one country, write area: { column: "Place", within: MEX }',
    );
  });

  it('are not slipped into countries by a list of codes', async () => {
    const codes = DEPARTMENTS.slice(1)
      .map((name, i) => `${name}: own-nic-${i}`)
      .join(', ');
    const area = `{ column: Place, codes: { ${codes} } }`;
    const { faults } = await readText(file(DEPARTMENTS), recipe(area));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('"Granada" is the name of a country');
    const confirmed = await readText(
      file(DEPARTMENTS),
      recipe(area.replace('codes: {', 'codes: { Granada: own-nic-9,')),
    );
    expect(confirmed.faults).toEqual([]);
  });

  it('are added under their names, accents and capitals kept (L15)', async () => {
    const { observations, report, faults } = await readText(
      file([...DEPARTMENTS, 'Michoacán de Ocampo']),
      recipe('{ column: Place, within: NIC, kind: department }'),
    );
    expect(faults).toEqual([]);
    expect(observations[0]?.area).toBe('nic-granada');
    expect(report.newAreas.at(-1)).toEqual({
      code: 'nic-michoacan-de-ocampo',
      kind: 'department',
      within: 'NIC',
      name: 'Michoacán de Ocampo',
    });
  });

  it('are of the kind that the recipe names: a state is not the city of its name', async () => {
    const { observations, report } = await readText(
      file(['Chihuahua', 'Tijuana']),
      recipe('{ column: Place, within: MEX, kind: state }'),
    );
    expect(observations.map(({ area }) => area)).toEqual(['mex-chihuahua', 'mex-tijuana']);
    expect(report.newAreas.map(({ kind }) => kind)).toEqual(['state', 'state']);
    const cities = await readText(
      file(['Chihuahua', 'Tijuana']),
      recipe('{ column: Place, within: MEX, kind: city }'),
    );
    expect(cities.observations[0]?.area).toBe('MXCHI');
    expect(cities.report.newAreas).toEqual([]);
  });

  it('are no totals, and not the country itself', async () => {
    const { observations, faults } = await readText(
      file(['Masaya', 'Total nacional', 'Nicaragua', 'Totalán']),
      recipe('{ column: Place, within: NIC, kind: department }'),
    );
    expect(observations.map(({ area }) => area)).toEqual(['nic-masaya', 'nic-totalan']);
    expect(faults[0]).toContain(
      '"Total nacional" stands for all places of NIC, and is no department; leave the row out with a filter, or list it under codes as NIC',
    );
    expect(faults[1]).toContain(
      '"Nicaragua" is the name of NIC itself, and may be that of a department; list it under codes of this role: as NIC if the row is the whole country, as nic-nicaragua if it is the department',
    );
  });

  it('may have the name of their country, if the recipe says so', async () => {
    const { observations, report, faults } = await readText(
      file(['Escuintla', 'Guatemala', 'Total']),
      recipe(
        '{ column: Place, within: GTM, kind: department, codes: { Guatemala: own-gtm-guatemala, Total: GTM } }',
      ),
    );
    expect(faults).toEqual([]);
    expect(observations.map(({ area }) => area)).toEqual(['gtm-escuintla', 'own-gtm-guatemala', 'GTM']);
    expect(report.newAreas.map(({ code, name, within }) => [code, name, within])).toEqual([
      ['gtm-escuintla', 'Escuintla', 'GTM'],
      ['own-gtm-guatemala', 'Guatemala', 'GTM'],
    ]);
  });

  it('are those of the catalogue', async () => {
    const { observations, faults } = await readText(
      file(['Tijuana', 'Cancún']),
      recipe('{ column: Place, within: MEX }'),
    );
    expect(faults).toEqual([]);
    expect(observations.map(({ area }) => area)).toEqual(['MXTIJ', 'MXCUN']);
    const wrong = await readText(file(['Tegucigalpa']), recipe('{ column: Place, within: MEX }'));
    expect(wrong.faults[0]).toContain('"Tegucigalpa" is not a known place in MEX');
  });

  it.each([
    ['{ column: Place, within: Mexico }', 'within: "Mexico" is no area of the catalogue; did you mean MEX?'],
    ['{ column: Place, kind: department }', 'kind: department is a place within a country; say within:'],
    ['{ column: Place, within: MEX, kind: group }', 'kind: group does not lie within another area'],
  ])('%s is refused', async (area, problem) => {
    expect((await readText(file(['Tijuana']), recipe(area))).faults.join()).toContain(problem);
  });
});

describe('groups that are published', () => {
  it('are known by the names of the catalogue and of M49 (L15, L18)', async () => {
    const names = [
      'World',
      'Africa',
      'Latin America and the Caribbean',
      'Northern Triangle',
      'Low income (World Bank)',
    ];
    const { observations, faults } = await readText(file(names), recipe('Place'));
    expect(faults).toEqual([]);
    expect(observations.map(({ area }) => area)).toEqual([
      'm49-001',
      'm49-002',
      'm49-419',
      'northern-triangle',
      'wb-lic',
    ]);
  });

  it('are added by their names where the catalogue has none', async () => {
    const { report, observations } = await readText(
      file(['Honduras', 'Euro area']),
      recipe('{ column: Place, kind: group }'),
    );
    expect(observations.map(({ area }) => area)).toEqual(['HND', 'euro-area']);
    expect(report.newAreas).toEqual([{ code: 'euro-area', kind: 'group', name: 'Euro area' }]);
  });
});

describe('places that lie in larger places', () => {
  const rows =
    'Departamento,Municipio,Cases\nQuetzaltenango,San Mateo,2\nHuehuetenango,San Mateo,3\nGuatemala,Guatemala,851\n';
  const within = (codes: string): string =>
    `{ column: Municipio, within: GTM, kind: municipality, parent: { column: Departamento, kind: department${codes} } }`;

  it('are kept apart where two have one name', async () => {
    const { observations, faults, report } = await readText(
      rows,
      recipe(within(', codes: { Guatemala: gtm-guatemala }')),
    );
    expect(faults).toEqual([]);
    expect(observations.map(({ area, stated }) => `${area} ${stated?.value ?? ''}`)).toEqual([
      'gtm-quetzaltenango-san-mateo 2',
      'gtm-huehuetenango-san-mateo 3',
      'gtm-guatemala-guatemala 851',
    ]);
    expect(
      report.newAreas.map(({ code, kind, within: around }) => `${code} ${kind} ${around ?? ''}`),
    ).toEqual([
      'gtm-quetzaltenango department GTM',
      'gtm-quetzaltenango-san-mateo municipality gtm-quetzaltenango',
      'gtm-huehuetenango department GTM',
      'gtm-huehuetenango-san-mateo municipality gtm-huehuetenango',
      'gtm-guatemala-guatemala municipality gtm-guatemala',
    ]);
  });

  it('are refused where the larger place may be the country', async () => {
    const { faults } = await readText(rows, recipe(within('')));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('"Guatemala" is the name of GTM itself, and may be that of a department');
  });

  it('need a country and a kind', async () => {
    const { faults } = await readText(
      rows,
      recipe('{ column: Municipio, parent: { column: Departamento, kind: department } }'),
    );
    expect(faults.join()).toContain('parent: Departamento has places within a country; say within:');
  });
});
