import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REASON_CODES, REASONS } from '#stats/comparability/reasons.ts';
import { COMPUTATIONS } from '#stats/model/observation.ts';
import { DEPENDENCE_RULE, ENVELOPE_RULE } from '#stats/wording/sources.ts';
import { MEMBER_RULES, WEIGHT_RULE } from '#stats/wording/groups.ts';
import { PAIR_RULES } from '#stats/wording/pairs.ts';
import { METHOD } from '#app/_words/method.ts';

/** Every file of texts; new files are found automatically. */
const FILES = [
  ...['app/_words', 'stats/wording'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  ),
  'stats/format/labels.ts',
].sort();

/** The OpenAPI document is in English only; the words of the search are of both languages in one list. */
const ONE_LANGUAGE = /^app\/_words\/(?:openapi|synonyms)\.ts/;
/** What describes tools and parameters to programs is in English, like the OpenAPI document. */
const FOR_PROGRAMS = /^(?:TOOL_WORDS|SDMX_PARAMETER_WORDS|SDMX_WORDS\/untimed)(?:[/(]|$)/;
const LANGUAGES = ['en', 'es'] as const;
type Language = (typeof LANGUAGES)[number];

/**
 * A value that works for any parameter of a text: a number, a text in both languages, a list and a record at
 * once.
 */
const SAMPLE: unknown = new Proxy(
  Object.assign(() => 'sample', {}),
  {
    get: (_, name) => {
      if (name === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 3 : 'sample');
      if (name === 'toString' || name === 'toFixed') return () => 'sample';
      if (name === Symbol.iterator) return () => Array<unknown>(6).fill(SAMPLE)[Symbol.iterator]();
      if (name === 'join') return (between: string) => ['sample', 'sample'].join(between);
      return SAMPLE;
    },
  },
);

const KINDS = ['members', 'parts', 'months'] as const;
const COUNTS = KINDS.flatMap((kind) => ['1', '2'].map((count) => [kind, count, '2', '3']));

/** Arguments for functions that look up a kind: a sample value would not be found. */
const ARGUMENTS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  '/rule': COMPUTATIONS.map((rule) => [rule, 'sample', 'sample']),
  ...Object.fromEntries(['all', 'some', 'between'].map((name) => [`/${name}`, COUNTS])),
  '/from': KINDS.map((kind) => [kind, ['1', '3'], ['2', '4']]),
  '/revisedSince': [
    ['1.0.0', 1],
    ['1.0.0', 2],
  ],
  '/times': [
    [2, '2'],
    [3, '3'],
    [4.5, '4.5'],
  ],
};

const argumentsOf = (file: string, path: string): readonly (readonly unknown[])[] => {
  const name = path.slice(path.lastIndexOf('/'));
  const named = /arithmetic|embed|chart\.ts/.test(file) ? ARGUMENTS[name] : undefined;
  return named ?? [Array<unknown>(7).fill(SAMPLE)];
};

/** Every text below a value, by its path; functions are called. */
function texts(file: string, value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return argumentsOf(file, path).flatMap((sample, i) =>
      texts(file, (value as (...sample: readonly unknown[]) => unknown)(...sample), `${path}(${i})`),
    );
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, below]) => texts(file, below, `${path}/${name}`));
}

/** The texts of a file in one language, by their path without the language. */
async function textsOf(file: string): Promise<Readonly<Record<Language, Map<string, string>>>> {
  const exported = (await import(/* @vite-ignore */ `../../../${file}`)) as Readonly<Record<string, unknown>>;
  const found = { en: new Map<string, string>(), es: new Map<string, string>() };
  for (const [name, value] of Object.entries(exported)) {
    // A function at the top level returns a table of one language, or joins texts: its tables are exported
    // too.
    if (typeof value === 'function') continue;
    for (const [path, text] of texts(file, value, name)) {
      const language = LANGUAGES.find((candidate) => new RegExp(`/${candidate}(?=[/(]|$)`).test(path));
      if (language) found[language].set(path.replace(new RegExp(`/${language}(?=[/(]|$)`), ''), text);
      else found.en.set(path, text);
    }
  }
  return found;
}

test('the files of texts are found, and their texts', async () => {
  expect(FILES.length).toBeGreaterThan(25);
  expect(FILES).toEqual(expect.arrayContaining(['app/_words/site.ts', 'stats/wording/problems.ts']));
  const all = await Promise.all(FILES.map(textsOf));
  expect(all.reduce((sum, { en }) => sum + en.size, 0)).toBeGreaterThan(600);
});

describe.each(FILES)('%s', (file) => {
  test('every text can be made, says something and leaves no value open', async () => {
    const { en, es } = await textsOf(file);
    for (const [path, text] of [...en, ...es]) {
      // A hedge that is a plain number has no word, and a number without a suffix has none either.
      if (/^QUALIFIER_WORDS\/(exact|range)$/.test(path)) continue;
      expect([path, text.trim()]).not.toEqual([path, '']);
      expect([path, text]).not.toEqual([path, expect.stringMatching(/undefined|\bNaN\b|\[object|=>|\$\{/)]);
      expect([path, text.replace(/`[^`]*`/g, '')]).not.toEqual([path, expect.stringMatching(/[{}]/)]);
    }
  });

  test('both languages have the same texts', async () => {
    const { en, es } = await textsOf(file);
    if (ONE_LANGUAGE.test(file)) return expect(es.size).toBe(0);
    const own = [...en.keys()].filter((path) => es.has(path) || !FOR_PROGRAMS.test(path));
    expect([...es.keys()].sort()).toEqual(own.sort());
  });
});

test('the method page holds every rule of comparing and of groups, as the code has it', () => {
  for (const language of LANGUAGES) {
    const written = texts('app/_words/method.ts', METHOD[language], '').map(([, text]) => text);
    const rules = [
      ...REASON_CODES.map((code) => REASONS[code].rule),
      ...PAIR_RULES,
      ENVELOPE_RULE,
      DEPENDENCE_RULE,
      ...Object.values(MEMBER_RULES),
      WEIGHT_RULE,
    ];
    expect(rules.filter((rule) => !written.includes(rule[language]))).toEqual([]);
  }
});
