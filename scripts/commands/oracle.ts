// `npm run oracle`: random addresses, answered by the product and computed independently by the oracle in
// `tests/oracle` from the committed tables. Without --origin the product is bundled and started on a separate
// database.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { consult, lineOf, type Asks, type AddressDifference } from '#tests/oracle/oracle.ts';
import { readBooks } from '#tests/oracle/tables.ts';
import { host } from '../bench/host.ts';
import { bundleServer } from '../build/bundle.ts';
import { UserError } from '../terminal/user-error.ts';
import { showProgress, type Progress } from '../terminal/progress.ts';
import { createTestDatabase, openTestServer } from '../database/test-server.ts';

const USAGE = `npm run oracle -- [--addresses N] [--seed N] [--origin URL]

Draws random addresses of the committed releases, asks the product for each, works out each answer again from
the committed tables by the rules of the method page, and prints every difference.
  --addresses  how many (default 200)
  --seed       the same seed draws the same addresses (default: of the day and time; it is printed)
  --origin     a running server to ask, such as http://127.0.0.1:3000 (default: one of our own is started)
The exit code is 1 when an answer differs.`;

function read(argv: string[]): { addresses: number; seed: number; origin: string | undefined } {
  const { values } = parseArgs({
    args: argv,
    options: {
      addresses: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 32) },
      origin: { type: 'string' },
    },
  });
  const [addresses, seed] = [Number(values.addresses), Number(values.seed)];
  if (!Number.isInteger(addresses) || addresses < 1)
    throw new UserError('--addresses must be a whole number, 1 or more.');
  if (!Number.isInteger(seed) || seed < 0) throw new UserError('--seed must be a whole number, 0 or more.');
  if (values.origin !== undefined && !URL.canParse(values.origin))
    throw new UserError(
      `--origin ${values.origin} is not the address of a server; expected one like http://127.0.0.1:3000.`,
    );
  return { addresses, seed, origin: values.origin };
}

/** `npm run oracle`. */
export async function main(argv: string[], stop: AbortSignal): Promise<number> {
  if (argv.includes('--help')) {
    console.log(USAGE);
    return 0;
  }
  const { addresses, seed, origin } = read(argv);
  if (origin !== undefined) return run(askingAt(origin), { addresses, seed, stop });
  return withProduct(showProgress(process.stdout), (asks) => run(asks, { addresses, seed, stop }));
}

/**
 * A server that says it is busy is asked again so often: the oracle checks what is answered, not how fast. One that has
 * just started makes checksums for a minute or two, and refuses heavy questions beside them.
 */
const MOST_TRIES = 40;
const BETWEEN_TRIES_MS = 3000;

const askingAt =
  (origin: string): Asks =>
  async (address) => {
    const get = (): Promise<Response> => fetch(new URL(address, origin));
    // The server may have closed a connection while an answer was worked out here; the second time opens another.
    const ask = (): Promise<Response> =>
      get()
        .catch(get)
        .catch((error: unknown) => {
          const { cause } = error as Error;
          const why = cause instanceof Error ? cause.message : String(error);
          throw new UserError(`${origin} gave no answer to ${address} (${why}). Is it running?`);
        });
    let answered = await ask();
    for (let tries = 1; answered.status === 503 && tries < MOST_TRIES; tries += 1) {
      await answered.text();
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
      answered = await ask();
    }
    return { status: answered.status, text: await answered.text() };
  };

/** The product, as `npm start` runs it, on a copy of the test database. */
async function withProduct(progress: Progress, work: (asks: Asks) => Promise<number>): Promise<number> {
  const root = process.cwd();
  const { close, ...server } = await progress.step(
    'database',
    (report) => openTestServer({ root, report }),
    () => 'ready',
  );
  try {
    const { url, reader } = await createTestDatabase(server, 'oracle');
    const bundle = join(root, '.cotejo/oracle/server.mjs');
    mkdirSync(join(root, '.cotejo/oracle'), { recursive: true });
    await bundleServer(root, bundle);
    const env = { DATABASE_URL: url, ...(reader && { DATABASE_URL_READER: reader }) };
    const product = await host('product', env, [bundle]);
    try {
      return await work(askingAt(`http://127.0.0.1:${product.port}`));
    } finally {
      await product.close();
    }
  } finally {
    await close();
  }
}

/** Most differences of an address that are printed; the others are usually repetitions. */
const MOST = 3;

async function run(
  asks: Asks,
  asked: { addresses: number; seed: number; stop: AbortSignal },
): Promise<number> {
  console.log(`seed ${asked.seed}`);
  const report = (found: readonly AddressDifference[]): void => {
    for (const one of found.slice(0, MOST)) console.log(lineOf(one));
    if (found.length > MOST) console.log(`  and ${found.length - MOST} more of this address`);
  };
  const { addresses, cells, found, met } = await consult({ ...asked, books: readBooks('.'), asks, report });
  const kinds = [...met].sort(([, a], [, b]) => b - a).map(([kind, times]) => `${kind} ${times}`);
  console.log(`${addresses} addresses, ${cells} cells, ${found.length} differences`);
  console.log(`cells met: ${kinds.join(', ')}`);
  return found.length === 0 ? 0 : 1;
}
