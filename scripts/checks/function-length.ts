// A function can be read without scrolling, or a comment says why not.

import ts from 'typescript';
import { at, visitNodes } from './code.ts';

const LONGEST_FUNCTION = 60;
const REASON = /\bLong because\b/;

/** A group of tests is a list, not a function that is read from top to bottom. */
const GROUPS = /^describe/;

/**
 * Functions longer than 60 lines, from their first line to their last, without a comment above that says
 * "Long because ...".
 */
export function checkFunctionLength(source: ts.SourceFile): string[] {
  const findings: string[] = [];
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  visitNodes(source, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
    const lines = line(node.end) - line(node.getStart(source)) + 1;
    if (lines <= LONGEST_FUNCTION || isTestGroup(node, source) || REASON.test(commentsAbove(node, source)))
      return;
    findings.push(
      `${at(node)}: ${nameOf(node)} has ${lines} lines; split it along its steps, or say "Long because ..." above it`,
    );
  });
  return findings;
}

function isTestGroup(node: ts.Node, source: ts.SourceFile): boolean {
  const call = node.parent;
  return ts.isCallExpression(call) && GROUPS.test(call.expression.getText(source));
}

/** The comments above the function itself, or above the statement or member that it is the value of. */
function commentsAbove(node: ts.Node, source: ts.SourceFile): string {
  const text = source.getFullText();
  let comments = '';
  for (let above: ts.Node = node; !ts.isSourceFile(above); above = above.parent) {
    for (const { pos, end } of ts.getLeadingCommentRanges(text, above.getFullStart()) ?? [])
      comments += text.slice(pos, end);
    if (ts.isStatement(above) || ts.isClassElement(above) || ts.isPropertyAssignment(above)) break;
  }
  return comments;
}

function nameOf(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  return ts.isCallExpression(parent) ? 'a callback' : 'a function without a name';
}
