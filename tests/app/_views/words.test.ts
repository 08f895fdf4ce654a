import { MEMBER_RULES, WEIGHT_RULE } from '#stats/wording/groups.ts';
import { DEPENDENCE_RULE, ENVELOPE_RULE } from '#stats/wording/sources.ts';
import { PAIR_RULES } from '#stats/wording/pairs.ts';
import { describe, expect, test } from 'vitest';
import { REASON_CODES, REASONS } from '#stats/comparability/reasons.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { ADDRESSES } from '#app/_words/addresses.ts';
import { METHOD } from '#app/_words/method.ts';
import { BROKEN } from '#app/_words/broken.ts';
import { PAGE_WORDS } from '#app/_words/pages.ts';
import { wordsIn } from '#app/_words/words.ts';

/** Every text of a tree of words, by its path. */
function texts(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  if (tree === null || typeof tree !== 'object') return [];
  return Object.entries(tree).flatMap(([key, value]) => texts(value, `${path}/${key}`));
}

const braces = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

test('the method page holds every rule of comparing and of groups, as the code has it', () => {
  for (const language of ['en', 'es'] as const) {
    const told = texts(METHOD[language]).map(([, text]) => text);
    const rules = [
      ...REASON_CODES.map((code) => REASONS[code].rule),
      ...PAIR_RULES,
      ENVELOPE_RULE,
      DEPENDENCE_RULE,
      ...Object.values(MEMBER_RULES),
      WEIGHT_RULE,
    ];
    expect(rules.filter((rule) => !told.includes(rule[language]))).toEqual([]);
  }
});

describe('the words of the interface', () => {
  const pairs = [
    ['words', wordsIn('en'), wordsIn('es')],
    ['pages', PAGE_WORDS.en, PAGE_WORDS.es],
    ['method', METHOD.en, METHOD.es],
    ['addresses', ADDRESSES.en, ADDRESSES.es],
    ['broken', BROKEN.en, BROKEN.es],
    ['compare', COMPARE_WORDS.en, COMPARE_WORDS.es],
  ] as const;

  test.each(pairs)('%s: both languages have the same keys, and none is empty', (_name, en, es) => {
    const [english, spanish] = [texts(en), texts(es)];
    expect(spanish.map(([path]) => path)).toEqual(english.map(([path]) => path));
    expect([...english, ...spanish].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each(pairs)('%s: both languages leave the same places to fill', (_name, en, es) => {
    const spanish = new Map(texts(es));
    for (const [path, text] of texts(en)) {
      expect([path, braces(spanish.get(path) ?? '')]).toEqual([path, braces(text)]);
    }
  });

  test('a text is filled where it has a value, and left where it has none', () => {
    expect('{n} of {all}'({ n: 3 })).toBe('3 of {all}');
  });
});
