// The code of the checkout as syntax trees: what the checks of names and functions read. No types are resolved, so
// all files together take a second or two.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const PARSED = /\.(ts|tsx|mjs|js)$/;

/** A file as a syntax tree; its `fileName` is the path from the root of the checkout. */
export const parseCode = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

/** Every file of code among these. */
export const parseFiles = (root: string, files: readonly string[]): ts.SourceFile[] =>
  files
    .filter((file) => PARSED.test(file))
    .map((file) => parseCode(file, readFileSync(join(root, file), 'utf8')));

/** Where a node begins. @example at(node) === 'stats/number.ts:14' */
export function at(node: ts.Node): string {
  const source = node.getSourceFile();
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
}

/** Calls `visit` with each node below, from top to bottom. */
export function visitNodes(node: ts.Node, visit: (node: ts.Node) => void): void {
  ts.forEachChild(node, (child) => {
    visit(child);
    visitNodes(child, visit);
  });
}
