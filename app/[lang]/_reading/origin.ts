/** Scheme and host for addresses that leave the page. `PUBLIC_ORIGIN` wins over what the request says. */
import { headers } from 'next/headers';

export async function readOrigin(): Promise<string> {
  const fixed = process.env.PUBLIC_ORIGIN;
  if (fixed) return fixed.replace(/\/+$/, '');
  const sent = await headers();
  const scheme = sent.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? 'http';
  return `${scheme}://${sent.get('host') ?? '127.0.0.1'}`;
}
