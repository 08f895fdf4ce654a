/**
 * A correction is data with a guard: it is applied, reported, and fails when the source no longer has the
 * mistake.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compileLines } from '#sources/compile/lines.ts';
import { Draft, productHome } from '#sources/draft/draft.ts';
import { committedRows } from '#sources/releases/committed.ts';
import { draftRelease, formatCounts } from '#sources/draft/release.ts';
import type { CanonicalRow } from '#stats/model/canonical-row.ts';
import { shortenTables } from '../short-tables.ts';

const root = mkdtempSync(join(tmpdir(), 'cotejo-corrections-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
cpSync('sources', join(root, 'sources'), { recursive: true });
shortenTables(join(root, 'sources'));
// An artificial case: we know of no mistake in this table. The value that it is "corrected" to is made up
// here.
const dir = join(root, 'sources/cbp-border-deaths');
const file = join(dir, 'corrections.yaml');

const correction = (change: Record<string, string> = {}): string => {
  const words = {
    area: 'USA',
    breakdown: 'border=southwest',
    period: 'FY2014',
    was: '{ value: 315 }',
    is: '{ value: 316 }',
    ...change,
  };
  return `- row: { indicator: border-deaths, area: ${words.area}, breakdown: ${words.breakdown}, period: ${words.period} }
  was: ${words.was}
  is: ${words.is}
  reason: { en: The sectors of the same table add up to 316., es: Los sectores de la misma tabla suman 316. }
  reporter: a reader
  date: 2026-12-02
`;
};
const write = (...corrections: string[]): void =>
  writeFileSync(file, `# Synthetic.\n${corrections.join('')}`);

async function deaths(): Promise<CanonicalRow | undefined> {
  const rows = await committedRows(compileLines(join(root, 'sources')).lines());
  return rows.find(
    (row) =>
      row.source === 'cbp-border-deaths' &&
      row.breakdown === 'border=southwest' &&
      row.period_end === '2014-09-30',
  );
}

const next = async () => {
  const draft = new Draft(productHome(root), 'look');
  try {
    const note = { en: 'x', es: 'x' };
    const drafted = await draftRelease({ root, draft, note, date: '2026-12-02', correction: false });
    return drafted && `${drafted.release.version}: ${formatCounts(drafted.counts)}`;
  } finally {
    draft.drop();
  }
};

describe('a correction', () => {
  test('gives the right value, keeps place and status, and says so in both languages wherever the figure is shown', async () => {
    const before = await deaths();
    expect(before?.value).toBe('315');
    write(correction());
    const row = await deaths();
    expect(row).toEqual({
      ...before,
      value: '316',
      note_en: [
        before?.note_en,
        'Corrected by us on 2026-12-02: the source has value 315. The sectors of the same table add up to 316. Reported by a reader.',
      ]
        .filter(Boolean)
        .join(' '),
      note_es: [
        before?.note_es,
        'Corregido por nosotros el 2026-12-02: la fuente da el valor 315. Los sectores de la misma tabla suman 316. Avisó: a reader.',
      ]
        .filter(Boolean)
        .join(' '),
      note_mandatory: 'true',
    });
  });

  test('without other changes makes a patch release', async () => {
    // First remove what is in the tree but not yet in a release.
    rmSync(file, { force: true });
    const draft = new Draft(productHome(root));
    if (
      await draftRelease({ root, draft, note: { en: 'x', es: 'x' }, date: '2026-12-01', correction: false })
    )
      draft.commit();
    draft.drop();
    expect(await next()).toBe(null);
    write(correction());
    expect(await next()).toMatch(/^\d+\.\d+\.1: 1 revised$/);
  });

  test('may set a gap, a hedge or a range', async () => {
    write(correction({ is: '{ gap: withdrawn }' }));
    expect(await deaths()).toMatchObject({
      value: '',
      gap: 'withdrawn',
      qualifier: 'exact',
      interval_kind: 'none',
    });
    write(correction({ was: '{ value: 315, qualifier: exact }', is: '{ qualifier: about }' }));
    expect(await deaths()).toMatchObject({ value: '315', gap: '', qualifier: 'about' });
  });
});

describe('a correction whose reason is gone', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'the source was fixed',
      correction({ was: '{ value: 307 }', is: '{ value: 315 }' }),
      'corrections.yaml:2: the source now has value 315, which is what we correct it to; take the correction out',
    ],
    [
      'the source says something else',
      correction({ was: '{ value: 307 }' }),
      'corrections.yaml:2: expected the source to have value 307, found value 315; look at the source',
    ],
    [
      'there is no such row',
      correction({ period: 'FY1914' }),
      'corrections.yaml:2: the source has no row border-deaths USA _Z border=southwest main FY1914; correct "row" or take the correction out',
    ],
    [
      'the period is none',
      correction({ period: '"2014/15"' }),
      'corrections.yaml:2: period: "2014/15" is not a period',
    ],
    ['a field that we do not know', correction({ is: '{ number: 5 }' }), '0.is: unknown field "number"'],
  ];
  test.each(cases)(
    '%s: nothing compiles, and the file, the line and what to do are said',
    (_, text, message) => {
      write(text);
      expect(() => compileLines(join(root, 'sources'))).toThrow(message);
    },
  );

  test('two corrections of one row are refused', () => {
    write(correction(), correction({ is: '{ value: 317 }' }));
    expect(() => compileLines(join(root, 'sources'))).toThrow(
      /corrections.yaml:9?\d*: corrects again what .*corrections.yaml:2 corrects; keep one/,
    );
    expect(readFileSync(file, 'utf8').split('\n').length).toBeGreaterThan(12);
  });
});
