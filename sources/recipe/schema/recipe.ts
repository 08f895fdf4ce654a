/**
 * Reads a recipe. What is wrong with one is said with its file and line, the path of the key, what was
 * expected, and the nearest key that there is.
 */
import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument, isNode, type Document } from 'yaml';
import type { z } from 'zod';
import { suggest } from '../../validation/nearest.ts';
import { SourceError } from '../../validation/source-error.ts';
import { knownKeys } from './known-keys.ts';
import { recipeShape, type Recipe } from './shape.ts';

type Issue = z.core.$ZodIssue;

const shown = (value: unknown): string => {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
};

const at = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );

/** Of the forms that a value may take, the one that it seems to be meant as. */
function likeliest(
  forms: readonly (readonly Issue[])[],
  root: unknown,
  path: readonly PropertyKey[],
): readonly Issue[] {
  const isObject = typeof at(root, path) === 'object';
  const cost = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => {
      const wrongKind = issue.path.length === 0 && issue.code === 'invalid_type';
      return sum + (wrongKind && isObject ? 100 : issue.code === 'unrecognized_keys' ? 1 : 2);
    }, 0);
  return [...forms].sort((a, b) => cost(a) - cost(b))[0] ?? [];
}

function explain(
  issue: Issue,
  root: unknown,
  above: readonly PropertyKey[],
): { path: PropertyKey[]; words: string }[] {
  const path = [...above, ...issue.path];
  const value = at(root, path);
  if (issue.code === 'invalid_union') {
    const inner = likeliest(issue.errors, root, path);
    if (inner.length > 0) return inner.flatMap((issue) => explain(issue, root, path));
  }
  if (issue.code === 'unrecognized_keys') {
    const keys = knownKeys(path);
    return issue.keys.map((key) => ({
      path: [...path, key],
      words: `is not a valid key here; ${suggest(key, keys, `expected one of ${keys.join(', ')}`)}`,
    }));
  }
  if (value === undefined) return [{ path, words: 'is missing; fill it' }];
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const hint = suggest(String(value), values, `expected one of ${values.join(', ')}`);
    return [{ path, words: `${shown(value)} is not accepted; ${hint}` }];
  }
  const own = issue.code === 'custom' || issue.code === 'invalid_format';
  return [{ path, words: `${shown(value)}${own ? ` ${issue.message}` : `; ${issue.message}`}` }];
}

/** The line of a path in the file: of the key itself where it is found, else of what is around it. */
function lineOf(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

/** Reads and checks a recipe's text. @throws SourceError with every problem */
export function parseRecipe(content: string, path: string): Recipe {
  const counter = new LineCounter();
  const document = parseDocument(content, { prettyErrors: false, lineCounter: counter });
  if (document.errors.length > 0) {
    throw new SourceError(
      document.errors.map((e) => `${path}:${counter.linePos(e.pos[0]).line}: is not YAML; ${e.message}`),
    );
  }
  const value: unknown = document.toJS();
  const result = recipeShape.safeParse(value);
  if (result.success) return result.data;
  throw new SourceError(
    result.error.issues
      .flatMap((issue) => explain(issue, value, []))
      .map(
        (e) => `${path}:${lineOf(document, counter, e.path)}: ${e.path.join('.') || 'the file'}: ${e.words}`,
      ),
  );
}

/** Reads a recipe file. @throws SourceError */
export function readRecipe(path: string): Recipe {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    throw new SourceError([`${path}: cannot be read; expected a recipe (YAML) here`]);
  }
  return parseRecipe(content, path);
}
