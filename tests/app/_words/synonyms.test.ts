import { describe, expect, test } from 'vitest';
import { AREA_SYNONYMS, INDICATOR_SYNONYMS } from '#app/_words/synonyms.ts';
import { readReleases } from '#sources/releases/committed.ts';
import { foldAccents } from '#stats/text.ts';

const catalogue = readReleases('.').at(-1)?.catalogue;
const folded = (text: string): string => foldAccents(text).toLowerCase();

describe('other words for what is on file', () => {
  test('every indicator and area with other words is in the newest release', () => {
    const [indicators, areas] = [catalogue?.indicators ?? [], catalogue?.areas ?? []];
    expect(Object.keys(INDICATOR_SYNONYMS).filter((id) => !indicators.some((own) => own.id === id))).toEqual(
      [],
    );
    expect(Object.keys(AREA_SYNONYMS).filter((code) => !areas.some((own) => own.code === code))).toEqual([]);
  });

  test('no other word is the name of another area', () => {
    const names = (catalogue?.areas ?? []).flatMap(({ code, name }) =>
      [name.en, name.es].map((text) => ({ code, text: folded(text) })),
    );
    const clashes = Object.entries(AREA_SYNONYMS).flatMap(([code, words]) =>
      words.filter((word) => names.some((name) => name.code !== code && name.text === folded(word))),
    );
    expect(clashes).toEqual([]);
  });

  test('murder, secuestro, UAC and EE. UU. are other words for something', () => {
    expect(INDICATOR_SYNONYMS['homicide-rate']).toContain('murder');
    expect(INDICATOR_SYNONYMS['kidnappings-recorded']).toContain('secuestro');
    expect(INDICATOR_SYNONYMS['uac-apprehensions']).toContain('UAC');
    expect(AREA_SYNONYMS['USA']).toContain('EE. UU.');
  });
});
