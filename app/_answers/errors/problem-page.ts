/** A problem as a page for a frame: the parameter, the value that was read, and the accepted values. */
import type { Language } from '#stats/language.ts';
import { framePage } from '../shell/document.ts';
import { framePolicy } from '../shell/script.ts';
import { EMBED_STYLE } from '../shell/style.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { markup } from '../http/html.ts';

/** The error, in the fields of a problem document (RFC 9457). */
export interface ProblemText {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly parameter?: string | null;
  readonly value?: string | null;
  readonly accepted?: readonly string[];
  readonly nearest?: string;
}

/** The page of a problem, with its security headers. */
export function problemPage(
  problem: ProblemText,
  language: Language,
): { headers: Readonly<Record<string, string>>; body: string } {
  const words = EMBED_WORDS[language];
  const { parameter, accepted = [] } = problem;
  const where =
    typeof parameter === 'string' &&
    markup`<p class="def">${words.parameter} <code>${parameter}</code>${typeof problem.value === 'string' && markup` = <code>${problem.value}</code>`}</p>\n`;
  const list =
    accepted.length > 0 &&
    markup`<p class="source">${words.accepted} ${accepted.map((value) => markup`<code>${value}</code> `)}</p>`;
  const main = markup`<h1>${problem.title}</h1>\n<p class="said">${problem.detail}</p>\n${where}${list}`;
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': framePolicy(EMBED_STYLE),
    },
    body: framePage({ language, title: problem.title, main }),
  };
}
