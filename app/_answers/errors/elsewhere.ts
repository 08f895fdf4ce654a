/**
 * Addresses that programs try at every site. None is a page of ours, and to render one that says so costs a hundred
 * times this answer.
 */
import { NotFound, notFound } from '#stats/problem.ts';
import { FIVE_MINUTES } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { refusal } from './problem-document.ts';

/** Everything may be read by robots; what asks for much is bounded otherwise. */
const ROBOTS = 'User-agent: *\nAllow: /\n';

/** Files of other programs, by their endings or folders; hidden files. Pages have no such names. */
const FOREIGN =
  /\.(?:php\d?|phtml|aspx?|jspx?|cgi|pl|env|git|svn|sql|bak|old|swp|ini|conf|config|ya?ml|log|key|pem|zip|rar|tar|t?gz|7z|exe|sh)$|^\/(?:wp-|wordpress|cgi-bin|phpmyadmin|vendor\/|actuator|\.(?!well-known\/))|\/\.(?!well-known\/)/i;
const FAVICON = /^\/(?:favicon\.ico|apple-touch-icon[\w-]*\.png)$/;

/** The answer to such an address; null for every other. */
export function answerElsewhere(request: AnswerRequest): WholeAnswer | null {
  const { path } = request;
  if (path === '/robots.txt') {
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': FIVE_MINUTES };
    return { status: 200, headers, body: ROBOTS };
  }
  if (FAVICON.test(path)) {
    return { status: 302, headers: { location: '/icon.svg', 'cache-control': FIVE_MINUTES }, body: '' };
  }
  if (path.startsWith('/_next/') || !FOREIGN.test(path)) return null;
  return refusal(request, new NotFound(notFound({ en: 'address', es: 'la dirección' }, path, ['/'])));
}
