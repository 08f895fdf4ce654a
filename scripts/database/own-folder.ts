import { join, resolve } from 'node:path';
import { ownHome, type Home } from '#sources/draft/draft.ts';

/** The folder of own data in a checkout; git ignores it. */
const DEFAULT = 'own';

/** The folder of own data: `own` in the checkout, or the one that `COTEJO_DATA` names. It need not exist. */
export function findOwnHome(
  root: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Home {
  const named = env['COTEJO_DATA']?.trim();
  return named ? ownHome(resolve(root, named), named) : ownHome(join(root, DEFAULT), DEFAULT);
}
