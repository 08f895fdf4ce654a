// A command that takes a lease, reports it in one line of JSON, and releases it when it is stopped.

import { leaseEmbedded } from '#db/embedded/lease.ts';

const [root = '', packageRoot = ''] = process.argv.slice(2);

leaseEmbedded({ root, packageRoot, name: 'pg18-test', report: () => undefined }).then(
  (lease) => {
    const clock = setInterval(() => undefined, 1000);
    process.once('SIGTERM', () => void lease.release().then(() => clearInterval(clock)));
    console.log(JSON.stringify({ owner: lease.owner, directory: lease.directory }));
  },
  (error: unknown) =>
    console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) })),
);
