/**
 * Addresses that scanners request from every site. None of them exists here, and rendering a page for each
 * would cost a hundred times as much as this answer.
 */
import { NotFound, notFound } from '#stats/problem.ts';
import { FIVE_MINUTES } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { refusal } from './problem-document.ts';

/** Robots may read everything; expensive requests are limited elsewhere. */
const ROBOTS = 'User-agent: *\nAllow: /\n';

/** Files of other software, by extension or folder, and hidden files. Pages have no such names. */
const FOREIGN =
  /\.(?:php\d?|phtml|aspx?|jspx?|cgi|pl|env|git|svn|sql|bak|old|swp|ini|conf|config|ya?ml|log|key|pem|zip|rar|tar|t?gz|7z|exe|sh)$|^\/(?:wp-|wordpress|cgi-bin|phpmyadmin|vendor\/|actuator|\.(?!well-known\/))|\/\.(?!well-known\/)/i;
const FAVICON = /^\/(?:favicon\.ico|apple-touch-icon[\w-]*\.png)$/;

/** The answer to such an address; null for every other address. */
export function answerElsewhere(request: AnswerRequest): WholeAnswer | null {
  const { path } = request;
  if (path === '/robots.txt') {
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': FIVE_MINUTES };
    const sitemap = request.origin === '' ? '' : `Sitemap: ${request.origin}/sitemap.xml\n`;
    return { status: 200, headers, body: ROBOTS + sitemap };
  }
  if (FAVICON.test(path)) {
    return { status: 302, headers: { location: '/icon.svg', 'cache-control': FIVE_MINUTES }, body: '' };
  }
  if (path.startsWith('/_next/') || !FOREIGN.test(path)) return null;
  return refusal(request, new NotFound(notFound({ en: 'address', es: 'la dirección' }, path, ['/'])));
}
