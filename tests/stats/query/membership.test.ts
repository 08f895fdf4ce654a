import { describe, expect, test } from 'vitest';
import type { Area } from '#stats/model/catalogue.ts';
import { asksForMembers, membersOn } from '#stats/query/membership.ts';
import { formatQuery } from '#stats/query/query.ts';
import { foundingQuery, foundingCatalogue, foundingIndicator, problemOf } from '../founding.ts';
import { membershipNote } from '#stats/format/membership.ts';

/** Synthetic: a union that one country leaves, one joins, and one will join after the release. */
const UNION: Area = {
  code: 'synthetic-union',
  kind: 'group',
  name: { en: 'Synthetic Union', es: 'Unión Sintética' },
  members: [
    { area: 'AAA' },
    { area: 'BBB', to: '2010-01-01' },
    { area: 'CCC', from: '2010-01-01' },
    { area: 'DDD', from: '2027-01-01' },
  ],
};
const INCOME: Area = { ...UNION, code: 'wb-synthetic', members: [{ area: 'AAA' }, { area: 'BBB' }] };
const RELEASED = { date: '2026-11-22' };

describe('the members of a group on a day', () => {
  test.each([
    ['2009-12-31', ['AAA', 'BBB']],
    ['2010-01-01', ['AAA', 'CCC']],
    [RELEASED.date, ['AAA', 'CCC']],
    ['2027-01-01', ['AAA', 'CCC', 'DDD']],
  ])('%s: %j', (day, codes) => expect(membersOn(UNION, day).map((member) => member.area)).toEqual(codes));

  test('none, of an area that has no members', () => {
    expect(membersOn({ code: 'HND', kind: 'country', name: UNION.name }, RELEASED.date)).toEqual([]);
  });
});

describe('what is said of the members of a group', () => {
  test('nothing, where they are those of each period', () => {
    expect(membershipNote(UNION, 'of-the-day', RELEASED)).toBeNull();
  });

  test('the day, where those of one day stand for every period', () => {
    expect(membershipNote(UNION, 'today', RELEASED)).toEqual({
      mandatory: true,
      text: {
        en: 'Synthetic Union: members as of 22 Nov 2026, the release date, including for earlier periods (members=today).',
        es: 'Unión Sintética: miembros a 22 nov 2026, fecha de la edición, también para periodos anteriores (members=today).',
      },
    });
  });

  test('of an undated list always that it is applied to the past', () => {
    const note = membershipNote(INCOME, 'of-the-day', RELEASED);
    expect(note?.mandatory).toBe(true);
    expect(note?.text.en).toContain('has no date and is applied to every period');
    expect(note?.text.es).toContain('no tiene fecha y se aplica a todos los periodos');
    expect(membershipNote(INCOME, 'today', RELEASED)).toEqual(note);
  });

  test('a list of which one membership is dated is none without a date, and no region is one', () => {
    const dated = { ...INCOME, members: [{ area: 'AAA', from: '2010-01-01' }, { area: 'BBB' }] };
    expect(membershipNote(dated, 'of-the-day', RELEASED)).toBeNull();
    expect(membershipNote({ ...INCOME, code: 'm49-013' }, 'of-the-day', RELEASED)).toBeNull();
  });
});

describe('members= in an address', () => {
  const id = 'homicide-rate';
  const canonical = (search: string): string => formatQuery(foundingQuery(id, search), foundingIndicator(id));
  test.each([
    ['the usual by name', 'group=northern-triangle&members=of-the-day', 'group=northern-triangle'],
    ['of today', 'members=today&group=northern-triangle', 'group=northern-triangle&members=today'],
    [
      'of today among countries',
      'country=northern-triangle&members=today',
      'group=northern-triangle&members=today',
    ],
    ['of today without a group', 'country=HND&members=today', 'country=HND'],
    ['of today of everything', 'members=today', ''],
  ])('%s', (_, written, text) => expect(canonical(written)).toBe(text));

  test.each(['', 'now', 'TODAY', '2014', 'today~of-the-day'])(
    '%j is refused, and told what is accepted',
    (text) => {
      expect(problemOf(() => foundingQuery(id, `members=${text}`))).toMatchObject({
        code: 'unknown-value',
        parameter: 'members',
        accepted: ['of-the-day', 'today'],
      });
    },
  );

  test('origins are asked for by groups too, unless they are added up as they were published', () => {
    const query = (search: string) =>
      asksForMembers(foundingQuery('asylum-grant-share', search), foundingCatalogue);
    expect(query('origin=northern-triangle')).toBe(true);
    expect(query('by=area~breakdown~source&origin=northern-triangle')).toBe(true);
    expect(query('by=area~breakdown~source&origin=northern-triangle~MEX')).toBe(false);
    expect(query('origin=HND')).toBe(false);
    expect(query('by=area~origin~source&origin=northern-triangle~MEX')).toBe(true);
    expect(query('by=area~breakdown~source&origin=HND~MEX')).toBe(false);
  });

  test('a group without members on file has none to choose', () => {
    const named = { code: 'others', kind: 'group' as const, name: UNION.name };
    const asks = (area: Area): boolean =>
      asksForMembers({ group: ['others'], origin: [], by: [] }, { ...foundingCatalogue, areas: [area] });
    expect(asks(named)).toBe(false);
    expect(asks({ ...named, members: [] })).toBe(false);
    expect(asks({ ...named, members: [{ area: 'HND' }] })).toBe(true);
  });
});
