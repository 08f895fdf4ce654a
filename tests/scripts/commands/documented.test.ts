/**
 * Each option of a command is in its own help and in the documents, and neither mentions an option that does
 * not exist.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Described {
  readonly name: string;
  readonly usage: string;
  readonly options: Readonly<Record<string, unknown>>;
}

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'scripts/README.md',
  ...readdirSync('docs').map((file) => `docs/${file}`),
]
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(file, 'utf8'));

/** The commands that are made by `defineCommand`. */
const COMMANDS: Described[] = [];
for (const file of readdirSync('scripts/commands')) {
  const { main } = (await import(`../../../scripts/commands/${file}`)) as { main: { command?: Described } };
  if (main.command) COMMANDS.push(main.command);
}

const optionsIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, option = '']) => option));

test('most commands are made by defineCommand', () => {
  expect(COMMANDS.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'bench',
      'diff',
      'fetch',
      'ingest',
      'inspect',
      'rebuild',
      'release',
      'sources',
      'verify',
    ]),
  );
});

test.each(COMMANDS.map((command) => [command.name, command] as const))(
  'every option of %s is in its help and in a document, and its help names no other',
  (name, { usage, options }) => {
    const own = Object.keys(options);
    expect([...optionsIn(usage)].filter((option) => option !== 'help').sort()).toEqual(own.sort());
    const documented = optionsIn(DOCUMENTS.filter((text) => text.includes(`npm run ${name}`)).join('\n'));
    expect(own.filter((option) => !documented.has(option))).toEqual([]);
  },
);
