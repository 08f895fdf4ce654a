/** Which members two figures of a group have in common, and what is said where they differ. */
import { describe, expect, test } from 'vitest';
import type { Cell, Coverage } from '#stats/model/observation.ts';
import { differingMembers, membersNote } from '#stats/transform/members.ts';
import { cellFrom } from './cells.ts';

const covered = (present: number, expected: number, missing?: readonly string[]): Coverage => ({
  present,
  expected,
  weight: null,
  ...(missing && { missing }),
});
const group = (period: string, coverage: Coverage | null): Cell =>
  cellFrom(period, '5', { area: 'seven', computed: 'sum', coverage });

describe('two figures of a group', () => {
  const differing = (a: Coverage | null, b: Coverage | null) =>
    differingMembers({ coverage: a }, { coverage: b });

  test('have the same members, all or some of them', () => {
    expect(differing(covered(7, 7), covered(7, 7))).toBeNull();
    expect(differing(covered(6, 7, ['BLZ']), covered(6, 7, ['BLZ']))).toBeNull();
    expect(differing(null, null)).toBeNull();
  });

  test('differ by the members that one of them lacks, in the alphabet', () => {
    expect(differing(covered(6, 7, ['BLZ']), covered(7, 7))).toEqual(['BLZ']);
    expect(differing(covered(7, 7), covered(6, 7, ['BLZ']))).toEqual(['BLZ']);
    expect(differing(covered(5, 7, ['PAN', 'CRI']), covered(5, 7, ['PAN', 'BLZ']))).toEqual(['BLZ', 'CRI']);
  });

  test('differ without names where members joined or left the group', () => {
    expect(differing(covered(7, 7), covered(8, 8))).toEqual([]);
    expect(differing(covered(7, 7), null)).toEqual([]);
  });
});

describe('the note on a figure over several periods', () => {
  test('is not needed where the members are the same, or where there are none', () => {
    expect(membersNote([])).toEqual([]);
    expect(membersNote([group('1999', covered(7, 7)), group('2000', covered(7, 7))])).toEqual([]);
    expect(membersNote([group('1999', null), group('2000', null)])).toEqual([]);
  });

  test('gives the members of each period', () => {
    const [note, more] = membersNote([
      group('1999', covered(6, 7, ['BLZ'])),
      group('2000', covered(7, 7)),
      group('2001', covered(7, 7)),
    ]);
    expect(more).toBeUndefined();
    expect(note?.mandatory).toBe(true);
    expect(note?.text.en).toContain('1999: 6 of 7; 2000: 7 of 7; 2001: 7 of 7');
    expect(note?.text.es).toContain('1999: 6 de 7; 2000: 7 de 7; 2001: 7 de 7');
  });

  test('names a period that is not made of members by itself', () => {
    const [note] = membersNote([group('1999', null), group('2000', covered(7, 7))]);
    expect(note?.text.en).toContain('1999; 2000: 7 of 7');
  });
});
