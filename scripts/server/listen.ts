// Loading the bundle of the server and listening with it.

import { pathToFileURL } from 'node:url';
import { serverBundle } from '../build/stale.ts';
import { UserError } from '../terminal/user-error.ts';
import { describeListenError } from './port.ts';
import type { ServerAddress } from './settings.ts';
import type { Serve, Served } from './wait-until-up.ts';

/** Loads the bundle; after a build in this process, the new bundle rather than a cached one. */
export function loadServer(root: string, build: 'fresh' | 'built'): Promise<{ serve: Serve }> {
  return import(`${pathToFileURL(serverBundle(root)).href}?${build}`) as Promise<{ serve: Serve }>;
}

/** Serves. @throws UserError where the address cannot be had */
export async function listenHere(
  root: string,
  where: ServerAddress,
  build: 'fresh' | 'built',
): Promise<Served> {
  const { serve } = await loadServer(root, build);
  try {
    return await serve(where);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // System errors have a code of a single word (EADDRINUSE); errors of Node and of libraries have longer
    // codes.
    if (!/^E[A-Z]+$/.test(code)) throw error;
    throw new UserError(describeListenError(error as NodeJS.ErrnoException, where));
  }
}
