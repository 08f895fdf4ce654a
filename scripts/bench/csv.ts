// A long CSV beside what psql's \\copy does with the same rows: speed, the first byte, and the memory it takes.

import { connect } from '#db/connect.ts';
import type { Progress } from '../progress.ts';
import type { Place } from './database.ts';
import type { Host } from './host.ts';
import { fresh } from './questions.ts';
import { median } from './rounds.ts';
import { goal, type Finding } from './table.ts';
import { VERSION } from './world.ts';

/** A file: all figures of an indicator, as they were published. */
interface File {
  readonly indicator: string;
  readonly table: 'shares' | 'counts';
}

/** The indicator with some tens of thousands of rows, and that with most of what is stored. */
export const FILES: Readonly<Record<'some' | 'most', File>> = {
  some: { indicator: 'synthetic-share', table: 'shares' },
  most: { indicator: 'synthetic-deep-all', table: 'counts' },
};

const WHY = 'the file is made whole before it is sent; it does not stream from Postgres yet';

/** The rows leave Postgres as CSV, and nobody looks at them. */
async function copyOut({ indicator, table }: File, env: Record<string, string>): Promise<number> {
  const { sql } = await connect({ as: 'reader', max: 1, env: { ...process.env, ...env } });
  const parts = table === 'shares' ? 'f.numerator, f.denominator' : 'null as numerator, null as denominator';
  try {
    const since = performance.now();
    const rows = await sql
      .unsafe(
        `copy (select i.slug, a.code, c.code as origin, b.code as breakdown, s.definition, s.basis, f.period_start, f.period_end,
           f.value, f.low, f.high, f.qualifier, f.interval_kind, ${parts}, f.gap, o.slug as source, e.slug as edition,
           f.locator, f.attributed_to, f.printed, f.period_status
         from indicators i join series s on s.indicator_id = i.id join ${table} f on f.series_id = s.id
         join areas a on a.id = s.area_id join areas c on c.id = s.counterpart_id join breakdowns b on b.id = s.breakdown_id
         join sources o on o.id = s.source_id join editions e on e.id = f.edition_id
         where i.slug = '${indicator}' order by s.id, f.period_start) to stdout (format csv, header)`,
      )
      .readable();
    for await (const _ of rows);
    return performance.now() - since;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

interface Download {
  readonly ms: number;
  readonly first: number;
  readonly bytes: number;
  readonly lines: number;
}

async function download(port: number, path: string): Promise<Download> {
  const since = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  if (response.status !== 200 || !response.body) throw new Error(`${path}: ${response.status}`);
  let [first, bytes, lines] = [NaN, 0, -1];
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    if (bytes === 0) first = performance.now() - since;
    bytes += chunk.byteLength;
    for (const byte of chunk) if (byte === 10) lines += 1;
  }
  return { ms: performance.now() - since, first, bytes, lines };
}

/** A CSV against COPY of the same rows. `product` is a process that has answered nothing yet. */
export async function measureCsv(
  product: Host,
  place: Place,
  { file, rounds, progress }: { readonly file: File; readonly rounds: number; readonly progress: Progress },
): Promise<Finding[]> {
  const asked = fresh(`/data/${VERSION}/${file.indicator}.csv?by=area~origin~breakdown~source`);
  const took: (Download & { copy: number })[] = [];
  await download(product.port, `/data/${VERSION}/synthetic-rate.csv?country=S001`);
  const before = await product.memory();
  await progress.step('CSV', async () => {
    for (let round = 0; round <= rounds; round += 1) {
      const copy = await copyOut(file, place.env);
      const got = await download(product.port, asked.next().value);
      if (round > 0 || rounds === 1) took.push({ ...got, copy });
    }
  });
  const grown = ((await product.memory()) - before) / 2 ** 20;
  const of = (take: (one: (typeof took)[number]) => number): number => median(took.map(take));
  const what = `CSV of ${of((one) => one.lines).toLocaleString('en')} rows (${(of((one) => one.bytes) / 2 ** 20).toFixed(0)} MB)`;
  const [first, speed] = [of((one) => one.first), of((one) => one.copy / one.ms)];
  return [
    goal(what, `${of((one) => one.ms).toFixed(0)} ms`, 'COPY to stdout', speed, '>=', 0.8, WHY),
    goal(`${what}, first byte`, `${first.toFixed(0)} ms`, '1 ms', first, '<=', 100, WHY),
    goal(`${what}, memory`, `${grown.toFixed(0)} MB more`, '1 MB', grown, '<=', 32, WHY),
  ];
}
