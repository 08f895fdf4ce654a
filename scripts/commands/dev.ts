// `npm run dev`: the database as in `npm start`, and the site from source, which reloads as it is edited.

import { join } from 'node:path';
import { runNode } from '../server/child-process.ts';
import { openDatabase } from '../database/database.ts';
import { assertPortFree } from '../server/port.ts';
import { showProgress } from '../terminal/progress.ts';
import { readAddress, readPublicOrigin } from '../server/settings.ts';

/** `npm run dev`. */
export async function main(argv: string[], stop: AbortSignal): Promise<number> {
  const root = process.cwd();
  const where = readAddress(process.env);
  process.env['PUBLIC_ORIGIN'] = readPublicOrigin(process.env, where);
  await assertPortFree(where);
  const database = await openDatabase({ root, progress: showProgress(), stop });
  try {
    const next = join(root, 'node_modules/next/dist/bin/next');
    const { code } = await runNode({
      args: [next, 'dev', '--hostname', where.host, '--port', String(where.port), ...argv],
      cwd: root,
      env: { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
      print: 'inherit',
      stop,
    });
    return code;
  } finally {
    await database.release();
  }
}
