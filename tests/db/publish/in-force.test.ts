/** The server writes numbers as JavaScript does; the content hash depends on it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberText } from '#db/publish/in-force.ts';
import { testDatabase } from '../../setup/database.ts';

const { sql } = await testDatabase({ empty: true });

async function written(values: readonly number[]): Promise<string[]> {
  const large = values.filter((value) => Number.isFinite(value) && Math.abs(value) >= 1e15).map(String);
  const rows = await sql.unsafe<{ text: string }[]>(
    `select ${numberText('v', large)} as text from unnest($1::float8[]) with ordinality as t(v, i) order by i`,
    [values as number[]],
  );
  return rows.map((row) => row.text);
}

const EDGES = [
  0,
  1,
  -1,
  0.1,
  68,
  61.1,
  1e-4,
  9.9e-5,
  1e-5,
  1e-6,
  9.99e-7,
  1e-7,
  1.5e-7,
  1e14,
  1e15,
  123456789012345680,
  1e16,
  1e20,
  1e21,
  1.5e21,
  1e30,
  5e-324,
  0.000012345678901234567,
  2 / 3,
  100 / 3,
  Infinity,
  -Infinity,
  -1e-7,
  -2.5e22,
  4503599627370497.5,
];

test('PostgreSQL writes numbers as JavaScript does where their own forms differ', async () => {
  expect(await written(EDGES)).toEqual(EDGES.map(String));
});

test('PostgreSQL writes any number as JavaScript does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 200 }),
      async (values) => {
        expect(await written(values)).toEqual(
          values.map((value) => String(Object.is(value, -0) ? 0 : value)),
        );
      },
    ),
    { numRuns: 100 },
  );
});
