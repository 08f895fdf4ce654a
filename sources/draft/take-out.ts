/** Takes a source out of a draft of own data, with what the catalogue says of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';
import type { Draft } from './draft.ts';

/** Removes the source from a list under a key. @returns how many entries are left; null if there is no list */
function without(document: Document, key: string, source: string): number | null {
  const list = document.get(key);
  if (!isSeq(list)) return null;
  list.items = list.items.filter((item) => !(isScalar(item) && item.value === source));
  return list.items.length;
}

/** Removes the entries of a list that name the source. @returns whether there were any */
function withoutEntries(document: Document, source: string): boolean {
  const { contents } = document;
  if (!isSeq(contents)) return false;
  const before = contents.items.length;
  contents.items = contents.items.filter((item) => !(isMap(item) && item.get('source') === source));
  return contents.items.length < before;
}

/** Takes the source out. @returns what else goes, one entry per line */
export function takeOut(draft: Draft, source: string): string[] {
  const gone: string[] = [];
  const folder = draft.at(source);
  for (const name of readdirSync(folder)) draft.remove(join(source, name));
  const indicators = 'catalogue/indicators';
  for (const name of existsSync(draft.at(indicators)) ? readdirSync(draft.at(indicators)).sort() : []) {
    const path = `${indicators}/${name}`;
    const document = parseDocument(readFileSync(draft.at(path), 'utf8'));
    const before = document.toString();
    const left = without(document, 'sources', source);
    if (left === 0) {
      draft.remove(path);
      gone.push(`${draft.name}/${path}: no other source of yours gives it`);
    } else if (document.toString() !== before) {
      draft.write(path, document.toString({ lineWidth: 0 }));
    }
  }
  for (const path of ['catalogue/tabulations.yaml', 'catalogue/breaks.yaml']) {
    if (!existsSync(draft.at(path))) continue;
    const document = parseDocument(readFileSync(draft.at(path), 'utf8'));
    if (withoutEntries(document, source)) draft.write(path, document.toString({ lineWidth: 0 }));
  }
  return gone;
}
