// Columns that a draft takes for dimensions: whether their texts are parts of one figure, or figures of their own.

import { isMap, isSeq, type Document, type YAMLMap } from 'yaml';
import type { DraftedDimension } from '#sources/inspect/draft/choice.ts';
import { slugOf } from '#sources/inspect/indicator.ts';
import type { Asker } from './ask.ts';

const PARTS = 'parts';
const FIGURES = 'figures';
const ONLY = 'only ';
/** More figures than that are too many questions. */
const MOST_FIGURES = 40;
const MOST_SHOWN = 12;

const textsIn = (answer: string): string[] =>
  answer
    .slice(ONLY.length)
    .split('|')
    .map((text) => text.trim());

function questionOf({ column, texts }: DraftedDimension): string {
  const some = texts.slice(0, MOST_SHOWN).map((text) => JSON.stringify(text));
  const more = texts.length > some.length ? ` and ${texts.length - some.length} more` : '';
  return `"${column}" has ${some.join(', ')}${more}. Are they parts of one figure (${PARTS}), is each a figure of its own (${FIGURES}), or is only one of them meant (${ONLY}${texts[0] ?? ''})?`;
}

function faultOf(answer: string, { texts }: DraftedDimension): string | null {
  if (answer === PARTS) return null;
  if (answer === FIGURES)
    return texts.length <= MOST_FIGURES
      ? null
      : `${texts.length} figures are too many; name those that are meant, as ${ONLY}${texts[0] ?? ''}|${texts[1] ?? ''}`;
  const unknown = answer.startsWith(ONLY) ? textsIn(answer).find((text) => !texts.includes(text)) : answer;
  if (unknown === undefined) return null;
  return answer.startsWith(ONLY)
    ? `"${unknown}" is none of its texts`
    : `write ${PARTS}, ${FIGURES}, or ${ONLY}and the text`;
}

/** Asks of each dimension, and writes the answers into the recipe. */
export async function askDimensions(
  asker: Asker,
  document: Document,
  dimensions: readonly DraftedDimension[],
  accepted: boolean,
): Promise<void> {
  for (const dimension of dimensions) {
    const { column } = dimension;
    const question = {
      flag: 'by',
      of: column,
      text: questionOf(dimension),
      check: (answer: string) => faultOf(answer, dimension),
    };
    const answer = accepted && !asker.has('by', column) ? PARTS : await asker.ask(question);
    if (answer === FIGURES) makeFigures(document, dimension);
    else if (answer.startsWith(ONLY)) keepOnly(document, dimension, textsIn(answer));
  }
}

function dropDimension(document: Document, id: string): void {
  document.deleteIn(['breakdown', id]);
  const left = document.get('breakdown');
  if (isMap(left) && left.items.length === 0) document.delete('breakdown');
}

function keepOnly(document: Document, { id, column }: DraftedDimension, texts: readonly string[]): void {
  if (texts.length === 1) dropDimension(document, id);
  const filter = document.createNode({ keep: { [column]: texts }, reason: `another ${column}` });
  if (!document.has('filters')) document.set('filters', document.createNode([]));
  document.addIn(['filters'], filter);
}

/** Each figure of the draft becomes one for each text. */
function makeFigures(document: Document, { id, column, texts }: DraftedDimension): void {
  const figures = document.get('figures');
  if (!isSeq(figures)) return;
  dropDimension(document, id);
  const drafted = figures.items.filter((item): item is YAMLMap => isMap(item));
  figures.items = drafted.flatMap((figure) =>
    texts.map((text) => {
      const own = figure.clone() as YAMLMap;
      own.set(
        'indicator',
        slugOf(drafted.length === 1 ? text : `${String(figure.get('indicator'))} ${text}`),
      );
      own.setIn(['when', column], text);
      if (own.hasIn(['describe', 'title'])) {
        const title =
          drafted.length === 1 ? text : `${String(own.getIn(['describe', 'title', 'en']))}, ${text}`;
        own.setIn(['describe', 'title'], document.createNode({ en: title, es: title }));
      } else {
        own.set('measure', 'count');
        own.set('describe', document.createNode({ title: { en: text, es: text } }));
      }
      return own;
    }),
  );
}
