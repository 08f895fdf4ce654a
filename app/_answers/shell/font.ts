/**
 * The two faces of the design for embeds, at addresses of their own: pages load them through their bundle,
 * and an embed has none. The name carries the version of the package, so the bytes never change.
 */
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFound, notFound } from '#stats/problem.ts';
import type { RouteAddress } from '../http/routes.ts';
import { etagOf, CORS_HEADERS, PINNED } from '../http/headers.ts';
import type { WholeAnswer } from '../http/request.ts';

const FILES: Readonly<Record<string, string>> = {
  'brygada-1918-5.3.0.woff2': 'brygada-1918/files/brygada-1918-latin-wght-normal.woff2',
  'source-sans-3-5.3.0.woff2': 'source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
};

export const [SERIF_FILE, SANS_FILE] = Object.keys(FILES) as [string, string];

/** Answers a font address. Throws NotFound, naming the two that exist. */
export async function answerFont({ name }: Extract<RouteAddress, { kind: 'font' }>): Promise<WholeAnswer> {
  const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (!file) throw new NotFound(notFound(NOT_FOUND_NAMES.font, name, Object.keys(FILES)));
  const body = await readFile(join(process.cwd(), 'node_modules/@fontsource-variable', file));
  return {
    status: 200,
    headers: { ...CORS_HEADERS, 'content-type': 'font/woff2', 'cache-control': PINNED, etag: etagOf(body) },
    body,
    keep: Infinity,
  };
}
