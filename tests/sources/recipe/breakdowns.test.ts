/** Breakdowns of several dimensions have one order, whichever the recipe names first. */
import { expect, it } from 'vitest';
import { readText, sourcesCatalogue } from './read.ts';

const [first, second] = sourcesCatalogue.dimensions.map(({ id }) => id);
const FILE = 'Area,A,B,C,Cases\nHND,x,y,z,1\n';

it('known dimensions have that of the catalogue, and new ones follow', async () => {
  const { observations } = await readText(
    FILE,
    `
format: { type: csv }
area: Area
period: { constant: 2014 }
breakdown:
  quite-new: { column: C, codes: { z: z } }
  ${second}: { column: B, codes: { y: y } }
  ${first}: { column: A, codes: { x: x } }
figures:
  - { indicator: homicides, value: Cases }
`,
  );
  expect(observations.map(({ breakdown }) => breakdown)).toEqual([`${first}=x;${second}=y;quite-new=z`]);
});
