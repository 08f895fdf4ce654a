// The questions of a draft with few answers: how dates are written, what a hidden row is, whether rows are added up.

import type { Document } from 'yaml';
import type { DraftChoice } from '#sources/inspect/draft/choice.ts';
import { oneOf, type Asker } from './ask.ts';

function sayAnswers({ text, answers }: DraftChoice): string {
  const words = answers
    .filter(({ means }) => means !== '')
    .map(({ answer, means }) => (means === undefined ? answer : `${answer} (${means})`));
  return `${text}? ${words.join(', ')}`;
}

/** Asks each, and writes the answers into the recipe. With `accepted`, the draft's own answer needs no question. */
export async function askChoices(
  asker: Asker,
  document: Document,
  choices: readonly DraftChoice[],
  accepted: boolean,
): Promise<void> {
  for (const choice of choices) {
    const { flag, answers } = choice;
    const words = answers.map(({ answer }) => answer);
    const question = {
      flag,
      text: sayAnswers(choice),
      check: oneOf(words),
    };
    const given = accepted && !asker.has(flag) ? words[0] : await asker.ask(question);
    for (const { path, value } of answers.find(({ answer }) => answer === given)?.set ?? []) {
      if (value === undefined) document.deleteIn(path);
      else document.setIn(path, document.createNode(value));
    }
  }
}
