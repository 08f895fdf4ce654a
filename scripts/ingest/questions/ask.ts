// Questions on the terminal, each of which can be answered by a flag instead.

import { createInterface } from 'node:readline/promises';
import { UserError } from '#scripts/terminal/user-error.ts';

export interface Question {
  /** The flag that answers it, without its dashes. */
  readonly flag: string;
  /** What the question is about, if it is asked of several: the flag is then `--title "Rate=Homicide rate"`. */
  readonly of?: string;
  readonly text: string;
  /** Taken if the person only presses Enter; without it an answer is needed. */
  readonly usual?: string;
  /** What is wrong with an answer; null if it is good. */
  readonly check?: (answer: string) => string | null;
}

export interface Asker {
  ask(question: Question): Promise<string>;
  /** Whether a flag answers a question. */
  has(flag: string, of?: string): boolean;
  /** Throws UserError for all questions that nobody was there to answer. */
  finish(): void;
  close(): void;
}

/** The answer of a flag that may be given several times, each for a thing of its own. */
function answerIn(given: unknown, of: string | undefined): string | undefined {
  const answers = [given].flat().filter((answer) => typeof answer === 'string');
  const own = of === undefined ? undefined : answers.find((answer) => answer.startsWith(`${of}=`));
  if (own !== undefined) return own.slice((of?.length ?? 0) + 1);
  return answers.find((answer) => of === undefined || !answer.includes('='));
}

/**
 * Asks on the terminal what the flags leave open. Where nobody is at the terminal, the usual answer is taken, and a
 * question without one is refused at the end together with all others.
 */
export function askerFor(
  flags: Readonly<Record<string, unknown>>,
  terminal: { readonly isTTY?: boolean } = process.stdin,
): Asker {
  const lines = terminal.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : null;
  const open: string[] = [];
  return {
    async ask({ flag, of, text, usual, check }) {
      const given = answerIn(flags[flag], of);
      if (given !== undefined) {
        const fault = check?.(given) ?? null;
        if (fault !== null) throw new UserError(`--${flag} ${given}: ${fault}`);
        return given;
      }
      if (!lines) {
        if (usual === undefined) open.push(`--${flag} ${of === undefined ? '' : `"${of}=..." `}  ${text}`);
        return usual ?? '';
      }
      for (;;) {
        const answer = (await lines.question(`${text}${usual ? ` [${usual}]` : ''} `)).trim() || usual;
        const fault = answer === undefined ? 'an answer is needed' : (check?.(answer) ?? null);
        if (answer !== undefined && fault === null) return answer;
        console.log(`  ${fault}`);
      }
    },
    has: (flag, of) => answerIn(flags[flag], of) !== undefined,
    finish() {
      if (open.length > 0)
        throw new UserError(`Some questions are open. Answer them with these flags:\n  ${open.join('\n  ')}`);
    },
    close: () => lines?.close(),
  };
}

/** A question that is answered with yes or no. */
export async function confirm(asker: Asker, question: Question): Promise<boolean> {
  const check = (answer: string): string | null =>
    /^(y|yes|s|si|sí|n|no)$/i.test(answer) ? null : 'write yes or no';
  return /^(y|s)/i.test(await asker.ask({ ...question, check }));
}

/** A check of an answer that has a few words. */
export const oneOf =
  (words: readonly string[]) =>
  (answer: string): string | null =>
    words.includes(answer) ? null : `write one of ${words.join(', ')}`;
