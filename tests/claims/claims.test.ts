/** Each of the 47 claims has the verdict that its recomputation implies; the reasons are in DECISIONS. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { createData, siteData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { CLAIMS } from '#claims/claims.ts';
import type { CheckVerdict } from '#stats/claims/claim.ts';
import { LANGUAGES } from '#stats/language.ts';
import { readsFigures, watchedReader } from '../app/_answers/watched-reader.ts';
import { testDatabase } from '../setup/database.ts';

await testDatabase();
afterAll(closeReader);

const releases = (await siteData.loadReleases()).map(({ version }) => version);
const results = new Map(
  (await siteData.loadClaims(releases.at(-1)!, 'en')).map((result) => [result.claim.id, result]),
);

/** The verdict, the value where there is one, and the verdicts of the alternatives. */
const EXPECTED: Readonly<Record<string, readonly [CheckVerdict, number | null, ...CheckVerdict[]]>> = {
  c01: ['holds-after-rounding', 76.8],
  c02: ['holds-after-rounding', 360.8, 'fails'],
  c03: ['fails', 3.68],
  c04: ['holds-after-rounding', 2.84, 'holds'],
  c05: ['holds', 3.16],
  c06: ['fails', 2.41],
  c07: ['holds', 142],
  c08: ['holds', 31],
  c09: ['holds', null, 'cannot-be-checked'],
  c10: ['holds', 0.24, 'fails'],
  c11: ['cannot-be-checked', null],
  c12: ['holds', null],
  c13: ['fails', 1.69],
  c14: ['cannot-be-checked', null],
  c15: ['cannot-be-checked', null],
  c16: ['holds', -26.1],
  c17: ['holds', 2],
  c18: ['holds', 4.38],
  c19: ['holds', 1.47],
  c20: ['fails', 16.7, 'holds'],
  c21: ['cannot-be-checked', null],
  c22: ['holds', 307, 'fails'],
  c23: ['holds', 91.4],
  c24: ['holds', -43.5, 'holds', 'holds'],
  c25: ['holds', 3.61],
  c26: ['holds', 0.276],
  c27: ['holds', 54.6, 'fails'],
  c28: ['cannot-be-checked', null],
  c29: ['holds', 113_039],
  c30: ['fails', 318],
  c31: ['cannot-be-checked', null],
  c32: ['cannot-be-checked', null],
  c33: ['cannot-be-checked', null],
  c34: ['cannot-be-checked', null],
  c35: ['holds', null],
  c36: ['holds', 4],
  c37: ['cannot-be-checked', null],
  c38: ['cannot-be-checked', null],
  c39: ['fails', 396_579, 'holds'],
  c40: ['cannot-be-checked', null],
  c41: ['fails', 1],
  c42: ['cannot-be-checked', null],
  c43: ['holds', null],
  c44: ['cannot-be-checked', null],
  c45: ['cannot-be-checked', null],
  c46: ['fails', 111.03],
  c47: ['holds', 6.67],
};

test('there are 47 claims, and each is expected', () => {
  expect(CLAIMS.map(({ id }) => id)).toEqual(Object.keys(EXPECTED));
});

describe('a claim of the founding documents', () => {
  test.each(Object.entries(EXPECTED))('%s: %j', (id, [verdict, value, ...others]) => {
    const { checked, alternatives } = results.get(id)!;
    const { outcome } = checked;
    expect([outcome.verdict, outcome.reason]).toEqual([
      verdict,
      verdict === 'cannot-be-checked' ? (checked.check ? 'undetermined' : 'no-data') : null,
    ]);
    expect(alternatives.map((alternative) => alternative.outcome.verdict)).toEqual(others);
    if (value === null) expect(outcome.result?.value ?? null).toBeNull();
    else expect(Math.abs(outcome.result!.value! - value) / Math.abs(value)).toBeLessThan(0.005);
  });

  test('is in both languages and of a source on file', async () => {
    const sources = (await siteData.loadCatalogue(releases.at(-1)!))!.sources.map(({ id }) => id);
    for (const { document, statement, printed, note } of CLAIMS) {
      expect(sources).toContain(document);
      for (const text of [statement, printed, note])
        for (const language of LANGUAGES) expect(text[language]).not.toBe('');
      expect(statement.en).not.toBe(statement.es);
    }
  });

  test('has the same verdict in both languages', async () => {
    const spanish = await siteData.loadClaims(releases.at(-1)!, 'es');
    expect(spanish.map(({ checked }) => checked.outcome)).toEqual(
      [...results.values()].map(({ checked }) => checked.outcome),
    );
  });

  test('is checked once for all languages and pages, and alone where only its indicator is shown', async () => {
    let statements = 0;
    const data = createData(
      watchedReader((text) => {
        if (readsFigures(text)) statements += 1;
      }),
    );
    const homicide = await data.loadClaims(releases.at(-1)!, 'en', 'homicide-rate');
    const [ofHomicide, ids] = [statements, homicide.map(({ claim }) => claim.id)];
    expect(ids).toEqual(expect.arrayContaining(['c04', 'c06']));
    expect(ids).not.toContain('c22');
    await data.loadClaims(releases.at(-1)!, 'es');
    const all = statements;
    expect(ofHomicide).toBeLessThan(all / 2);
    const [first] = await data.loadClaims(releases.at(-1)!, 'en');
    expect(statements).toBe(all);
    expect(first?.checked.answers.map(({ language }) => language)).toContain('en');
  });

  test('is checked without all others where only it is wanted', async () => {
    let statements = 0;
    const data = createData(
      watchedReader((text) => {
        if (readsFigures(text)) statements += 1;
      }),
    );
    const alone = await data.loadClaim(releases.at(-1)!, 'es', 'c06');
    expect(alone.claim.id).toBe('c06');
    expect(alone.checked.answers.map(({ language }) => language)).toContain('es');
    const ofOne = statements;
    expect(ofOne).toBeGreaterThan(0);
    await data.loadClaims(releases.at(-1)!, 'en');
    expect(ofOne).toBeLessThan(statements / 4);
    await expect(data.loadClaim(releases.at(-1)!, 'en', 'c999')).rejects.toMatchObject({
      name: 'NotFound',
      problem: { code: 'not-found', value: 'c999', accepted: [...results.keys()] },
    });
  });

  test('cannot be checked in a release without its data', async () => {
    const first = new Map(
      (await siteData.loadClaims('1.0.0', 'en')).map(({ claim, checked }) => [claim.id, checked.outcome]),
    );
    expect(first.get('c01')).toMatchObject({ verdict: 'cannot-be-checked', reason: 'no-data' });
    expect(first.get('c06')).toMatchObject({ verdict: 'fails' });
  });

  test('shows what another source would make of it: Canada below 2 in every one', () => {
    const { sources } = results.get('c19')!.checked;
    expect(sources.length).toBeGreaterThanOrEqual(3);
    expect(new Set(sources.map(({ outcome }) => outcome.verdict))).toEqual(new Set(['holds']));
  });
});

test('thirteen of them, done again by a script that knows nothing of Cotejo, have the same verdicts', async () => {
  const { stdout } = await promisify(execFile)('python3', ['tests/claims/recompute.py', 'sources']);
  const again = JSON.parse(stdout) as Record<string, { value: number | null; verdict: CheckVerdict }>;
  expect(Object.keys(again)).toHaveLength(13);
  for (const [id, { value, verdict }] of Object.entries(again)) {
    const { outcome } = results.get(id)!.checked;
    expect([id, outcome.verdict]).toEqual([id, verdict]);
    if (value !== null) expect(outcome.result?.value, id).toBeCloseTo(value, 9);
  }
});
