/** The reference of the recipe language as Markdown, generated from the schema that checks recipes. */
import { recipeSchema } from './known-keys.ts';

interface Node {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly additionalProperties?: Node | boolean;
}

const formsOf = (node: Node): readonly Node[] => node.anyOf ?? node.oneOf ?? [node];

/** The accepted values, in a few words. */
function kindOf(node: Node): string {
  const words = formsOf(node).map((form): string => {
    if (form.anyOf || form.oneOf) return kindOf(form);
    if (form.const !== undefined) return `\`${String(form.const)}\``;
    if (form.enum) return form.enum.map((value) => `\`${String(value)}\``).join(' ');
    if (form.type === 'array') return `list of ${form.items ? kindOf(form.items) : 'anything'}`;
    if (form.type !== 'object')
      return [form.type ?? 'anything'].flat().join(' or ').replace('string', 'text');
    return form.properties ? 'keys below' : 'names to values';
  });
  return [...new Set(words)].join(' or ');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** Roles of a figure and conditions are described once, at their first occurrence. */
const SAID_ABOVE =
  /^figures\[\]\.(area|counterpart|breakdown|period|definition)\.|^(?!filters).*\.NAME\.(matches|not)$/;

function rows(node: Node, path: string): string[] {
  const inner = formsOf(node).flatMap((form) => (form.anyOf || form.oneOf ? formsOf(form) : [form]));
  const lines: string[] = [];
  const seen = new Set<string>();
  for (const form of inner) {
    for (const [key, value] of Object.entries(form.properties ?? {})) {
      if (seen.has(key) && value.const === undefined) continue;
      seen.add(key);
      const name = path === '' ? key : `${path}.${key}`;
      const fallback =
        value.default === undefined || typeof value.default === 'object'
          ? ''
          : ` (\`${JSON.stringify(value.default)}\`)`;
      lines.push(
        `| \`${name}\` | ${cell(kindOf(value))}${cell(fallback)} | ${cell(value.description ?? '')} |`,
        ...rows(value, name),
      );
    }
    if (form.items) lines.push(...rows(form.items, `${path}[]`));
    if (typeof form.additionalProperties === 'object')
      lines.push(...rows(form.additionalProperties, `${path}.NAME`));
  }
  return lines;
}

/** A table of every key: its path, its values (and default), its meaning. */
export function formatReference(): string {
  const all = rows(recipeSchema(), '').filter((line) => !SAID_ABOVE.test(line.split('`')[1] ?? ''));
  return ['| key | takes (default) | meaning |', '| --- | --- | --- |', ...all].join('\n');
}
