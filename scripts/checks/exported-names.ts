// One concept has one name and one name has one meaning: a name is exported by one folder only, and no name is a
// bare word that could stand for anything. GLOSSARY.md has the names.

import { dirname } from 'node:path';
import ts from 'typescript';
import { at } from './code.ts';

/** Words that say nothing without a noun beside them, in any case: `Row`, `row` and `ROW` alike. */
const BARE_WORDS = new Set([
  'place',
  'part',
  'row',
  'pair',
  'asked',
  'said',
  'told',
  'kept',
  'sent',
  'found',
  'known',
]);

/** Names that a framework or our own launcher looks for by name, and the files in which it does. */
const CONVENTIONS: readonly { files: RegExp; names: ReadonlySet<string>; reason: string }[] = [
  {
    files: /^scripts\/commands\/[^/]+\.ts$/,
    names: new Set(['main']),
    reason: 'scripts/run.mjs looks for it in each command',
  },
  {
    files: /^app\/(?:.*\/)?(page|layout|route|template|error|not-found|sitemap|robots|global-error)\.tsx?$/,
    names: new Set([
      'metadata',
      'generateMetadata',
      'generateStaticParams',
      'viewport',
      'generateViewport',
      'dynamic',
      'dynamicParams',
      'revalidate',
      'fetchCache',
      'runtime',
      'maxDuration',
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
    ]),
    reason: 'Next looks for it in each page and route',
  },
];

/** Folders that say the names of others again on purpose; bare words are refused there too. */
const APART: readonly { folder: string; reason: string }[] = [
  {
    folder: 'tests/oracle/',
    reason:
      'it has code of its own for each rule of the product, so it has its own Basis, Period and Cell as well',
  },
];

interface ExportedName {
  readonly name: string;
  readonly node: ts.Node;
}

/** What a file exports under a name of its own; what it hands on from another file is that file's. */
export function exportedNames(source: ts.SourceFile): ExportedName[] {
  const imported = new Set(source.statements.filter(ts.isImportDeclaration).flatMap(importedNames));
  return source.statements.flatMap((statement): ExportedName[] => {
    if (ts.isExportDeclaration(statement)) {
      if (statement.moduleSpecifier || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
        return [];
      return statement.exportClause.elements
        .filter(({ name, propertyName }) => !imported.has((propertyName ?? name).text))
        .map((element) => ({ name: element.name.text, node: element }));
    }
    if (!isExported(statement)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
    const { name } = statement as ts.DeclarationStatement;
    return name ? [{ name: name.text, node: statement }] : [];
  });
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const has = (kind: ts.SyntaxKind) => modifiers.some((modifier) => modifier.kind === kind);
  return has(ts.SyntaxKind.ExportKeyword) && !has(ts.SyntaxKind.DefaultKeyword);
}

function importedNames({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
  return [...named, ...(importClause?.name ? [importClause.name.text] : [])];
}

function boundNames(name: ts.BindingName): ExportedName[] {
  if (ts.isIdentifier(name)) return [{ name: name.text, node: name }];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

const isConvention = ({ name, node }: ExportedName): boolean =>
  CONVENTIONS.some(({ files, names }) => names.has(name) && files.test(node.getSourceFile().fileName));

const isApart = ({ node }: ExportedName): boolean =>
  APART.some(({ folder }) => node.getSourceFile().fileName.startsWith(folder));

/** Bare words, and names that two folders export: each export after the first is a finding. */
export function checkExportedNames(sources: readonly ts.SourceFile[]): string[] {
  const exports = sources.flatMap(exportedNames).filter((exported) => !isConvention(exported));
  const first = new Map<string, ExportedName>();
  return exports.flatMap((exported): string[] => {
    const { name, node } = exported;
    if (BARE_WORDS.has(name.toLowerCase()))
      return [`${at(node)}: ${name} says nothing alone; add its noun (GLOSSARY.md)`];
    if (isApart(exported)) return [];
    const before = first.get(name);
    if (!before) {
      first.set(name, exported);
      return [];
    }
    return folderOf(before) === folderOf(exported)
      ? []
      : [`${at(node)}: ${name} is exported by ${at(before.node)} too; one name has one meaning`];
  });
}

const folderOf = ({ node }: ExportedName): string => dirname(node.getSourceFile().fileName);
