/** The keys that the recipe language knows at a place, for errors that suggest the nearest. */
import { z } from 'zod';
import { recipeShape } from './shape.ts';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly additionalProperties?: Node | boolean;
}

/** JSON Schema of a recipe, for editors: `# yaml-language-server: $schema=...` in the first line of one. */
export const recipeSchema = (): Record<string, unknown> => ({
  title: 'Cotejo recipe',
  ...z.toJSONSchema(recipeShape, { io: 'input' }),
});

const branches = (node: Node): Node[] => [
  node,
  ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((branch) => branches(branch)),
];

function step(nodes: readonly Node[], key: PropertyKey): Node[] {
  return nodes.flatMap((node) => {
    const { additionalProperties: more } = node;
    const next = typeof key === 'number' ? node.items : (node.properties?.[String(key)] ?? more);
    return next !== undefined && typeof next === 'object' ? branches(next) : [];
  });
}

/** @example knownKeys(['header']) -> ['skip', 'rows', 'columns'] */
export function knownKeys(path: readonly PropertyKey[]): string[] {
  const nodes = path.reduce<Node[]>(step, branches(recipeSchema()));
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}
