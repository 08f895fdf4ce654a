// The web process of a container: `node .cotejo/build/web.mjs`. It does what `npm run serve` does, needs only the
// build and the packages that run it, and writes nothing.

import { closeServer, type Serve } from './wait-until-up.ts';
import { greetReader, readWebSettings, setProduction } from './reader-alone.ts';

async function run(): Promise<void> {
  setProduction();
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  const where = readWebSettings();
  console.log(`reader ${await greetReader()}`);
  const bundle = new URL('./server.mjs', import.meta.url).href;
  const { serve } = (await import(bundle)) as { serve: Serve };
  const server = await serve(where);
  console.log(`serving ${server.address}`);
  await stopped;
  await closeServer(server);
}

run().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
