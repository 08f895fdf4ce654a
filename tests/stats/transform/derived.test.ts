/** What a derived cell takes from the cells that it is derived from. */
import { describe, expect, test } from 'vitest';
import type { Note } from '#stats/model/catalogue.ts';
import type { Cell } from '#stats/model/observation.ts';
import {
  carriedGap,
  derived,
  missingPeriods,
  together,
  togetherAs,
  withNotes,
} from '#stats/transform/derived.ts';
import { exactly } from '#stats/uncertainty/interval.ts';
import { cellFrom, cellSummary } from './cells.ts';

const SCALE = { floor: 0, ceiling: Infinity };
const note = (text: string): Note => ({ mandatory: true, text: { en: text, es: text } });

describe('a gap', () => {
  const gap = (code: 'suppressed' | 'not-published'): Cell =>
    cellFrom('2014', '-', { gap: { code, missing: [] } });

  test('has the reason of the source where all that is missing has the same', () => {
    const cells: Record<string, Cell> = {
      a: gap('suppressed'),
      b: gap('suppressed'),
      c: gap('not-published'),
    };
    const of = (...names: string[]): string =>
      cellSummary(missingPeriods('change', cellFrom('2015', '5'), names, (name) => cells[name]));
    expect(of('a', 'b')).toBe('suppressed a b');
    expect(of('a', 'c')).toBe('period-missing a c');
    expect(of('a', 'nowhere')).toBe('period-missing a nowhere');
    expect(of('nowhere')).toBe('period-missing nowhere');
    expect(of()).toBe('period-missing');
    // A period that has a figure, but none that can be used, has no reason of its own.
    cells['e'] = cellFrom('2014', '5');
    expect(of('e')).toBe('period-missing e');
    // Reasons of sums are not those of a source.
    cells['d'] = cellFrom('2014', '-', { gap: { code: 'members-missing', missing: ['HND'] } });
    expect(of('d')).toBe('period-missing d');
  });

  test('is carried as it is; a cell without figure or gap is not published', () => {
    const own = cellFrom('2014', '-', { gap: { code: 'members-missing', missing: ['HND'] } });
    expect(cellSummary(carriedGap('change', own))).toBe('members-missing HND');
    expect(cellSummary(carriedGap('change', { ...own, gap: null }))).toBe('not-published');
  });
});

describe('a figure', () => {
  const of = (cell: Cell, ...used: Cell[]) => derived('change', cell, used, exactly(1), SCALE);

  test('is none of intervals of two kinds', () => {
    const [stated, rounded] = [
      cellFrom('2014', '4..6'),
      cellFrom('2013', '4..6', { intervalKind: 'rounding' }),
    ];
    expect(cellSummary(of(stated, rounded))).toBe('not-additive rounding stated');
    expect(cellSummary(of(stated, cellFrom('2013', '5')))).toBe('1');
  });

  test('has the notes of both once, and names the subject of a note only where the two differ', () => {
    const own = cellFrom('2014', '5', { notes: [note('doubtful'), note('early')] });
    const same = cellFrom('2013', '5', { notes: [note('doubtful')] });
    expect(of(own, same).notes).toEqual([note('doubtful'), note('early')]);
    for (const place of [{ area: 'SLV' }, { counterpart: 'SLV' }, { breakdown: 'sex=f' }]) {
      const other = cellFrom('2013', '5', { ...place, notes: [note('doubtful')] });
      const subject = { area: 'HND', counterpart: '_Z', breakdown: '_T' };
      expect(of(own, other).notes).toEqual([
        { ...note('doubtful'), of: [subject, { ...subject, ...place }] },
        { ...note('early'), of: [subject] },
      ]);
    }
    expect(of(cellFrom('2014', '5'), same).notes).toEqual([note('doubtful')]);
  });

  test('has the kind of its ends: that of the cells used, or none for a point', () => {
    const kindOf = (low: number, high: number, ...used: Cell[]): string =>
      derived('change', cellFrom('2014', '5'), used, { ...exactly(1), low, high, central: null }, SCALE)
        .intervalKind;
    const rounded = cellFrom('2013', '4..6', { intervalKind: 'rounding' });
    expect(kindOf(1, 2, rounded)).toBe('rounding');
    expect(kindOf(1, Infinity, rounded)).toBe('rounding');
    expect(kindOf(-Infinity, 2, rounded)).toBe('rounding');
    expect(kindOf(1, 2)).toBe('stated');
    expect(of(cellFrom('2014', '5'), rounded).intervalKind).toBe('none');
  });

  test('has the editions of all that it was made of, and a body that all of them name', () => {
    const by = (attributedTo: string | null, edition = 'b@1'): Cell =>
      cellFrom('2014', '5', { attributedTo, editions: [edition] });
    expect(of(by('A'), by('A', 'a@1')).editions).toEqual(['a@1', 'b@1']);
    expect(of(by('A'), by('A')).editions).toEqual(['b@1']);
    expect(of(by('A'), by('A')).attributedTo).toBe('A');
    expect(of(by('A'), by('A'), by('B')).attributedTo).toBeNull();
    expect(of(by('A'), by(null)).attributedTo).toBeNull();
  });

  test('has a note of its own and of the cell used once, and names the subject if another note does', () => {
    const own = cellFrom('2014', '5', { notes: [note('doubtful')] });
    expect(of(own, own).notes).toEqual([note('doubtful')]);
    const subject = { area: 'HND', counterpart: '_Z', breakdown: '_T' };
    const ofMember = { ...note('late'), of: [{ ...subject, area: 'SLV' }] };
    const used = cellFrom('2013', '5', { notes: [note('early'), ofMember] });
    expect(of(own, used).notes).toEqual([
      { ...note('doubtful'), of: [subject] },
      { ...note('early'), of: [subject] },
      ofMember,
    ]);
  });

  test('names the subject of its own note if one of several cells used is of another', () => {
    const cell = cellFrom('2015', '5', { notes: [note('late')] });
    const used = [cellFrom('2014', '4'), cellFrom('2014', '3', { area: 'SLV' })];
    const made = derived('rank', cell, used, exactly(1), SCALE);
    expect(made.notes).toEqual([
      { ...note('late'), of: [{ area: 'HND', counterpart: '_Z', breakdown: '_T' }] },
    ]);
  });

  test('gets notes after its own; a gap stays as it is', () => {
    const figure = of(cellFrom('2014', '5', { notes: [note('early')] }));
    expect(withNotes(figure, [note('small'), note('early')]).notes).toEqual([note('early'), note('small')]);
    expect(withNotes(figure, [])).toBe(figure);
    const gap = carriedGap('change', cellFrom('2014', '-'));
    expect(withNotes(gap, [note('small')])).toBe(gap);
  });
});

describe('cells merged for what is derived from all of them', () => {
  test('are one, with the provenance of all', () => {
    const cells = [
      cellFrom('2014', '5', { attributedTo: 'A', editions: ['a@1'], notes: [note('early')] }),
      cellFrom('2014', '4..6', {
        attributedTo: 'A',
        editions: ['b@1', 'a@1'],
        periodStatus: 'assumed',
        area: 'SLV',
      }),
    ];
    const [merged, more] = togetherAs(cells);
    expect(more).toBeUndefined();
    expect(merged).toMatchObject({
      area: 'HND',
      attributedTo: 'A',
      editions: ['a@1', 'b@1'],
      intervalKind: 'stated',
      periodStatus: 'assumed',
    });
    expect(merged?.notes[0]?.of).toEqual([{ area: 'HND', counterpart: '_Z', breakdown: '_T' }]);
    expect(togetherAs([cells[0]!, { ...cells[1]!, attributedTo: 'B' }])[0]?.attributedTo).toBe('');
  });

  test('stay as they are if there is one, none, or two kinds of interval', () => {
    const [exact, stated] = [cellFrom('2014', '5'), cellFrom('2014', '4..6')];
    for (const cells of [[], [exact], [stated, { ...stated, intervalKind: 'rounding' as const }]])
      expect(togetherAs(cells)).toBe(cells);
  });
});

test('cells of two sources, definitions, bases or periods are never together', () => {
  const cell = cellFrom('2014', '5');
  const others = [
    { ...cell, source: 'b' },
    { ...cell, definition: 'other' },
    { ...cell, basis: 'us-fiscal-year' as const },
    cellFrom('2015', '5'),
  ];
  const like = { ...cell, area: 'SLV' };
  expect(together([cell, ...others, like])(cell)).toEqual([cell, like]);
  expect(together(others)(cell)).toEqual([]);
});
