// Where a person sees a page: at the site that runs from this checkout, or at the one that `npm start` would serve.

import { findServing } from './claim.ts';
import { formatAddress } from './settings.ts';

/** What to do to see a page. @example `npm start, then http://127.0.0.1:3000/indicators/own-deaths` */
export function howToSee(
  root: string,
  path: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const serving = findServing(root)?.serving;
  if (serving?.['ready'] === true) return `${String(serving['address'])}${path}`;
  const [host, port] = [env['HOST']?.trim() || '127.0.0.1', Number(env['PORT']) || 3000];
  return `npm start, then ${formatAddress({ host, port })}${path}`;
}
