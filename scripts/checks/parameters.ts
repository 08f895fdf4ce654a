// A parameter is called by what it is: `(basis) => ...`, never `(one) => ...`.

import ts from 'typescript';
import { at, visitNodes } from './code.ts';

/** Parameters called `one`, also where they are taken out of an object or a list. */
export function checkParameterNames(source: ts.SourceFile): string[] {
  const findings: string[] = [];
  const look = (name: ts.BindingName): void => {
    if (!ts.isIdentifier(name)) {
      for (const element of name.elements) if (ts.isBindingElement(element)) look(element.name);
    } else if (name.text === 'one') {
      findings.push(`${at(name)}: a parameter is called "one"; use the noun for what it holds`);
    }
  };
  visitNodes(source, (node) => {
    if (ts.isParameter(node)) look(node.name);
  });
  return findings;
}
