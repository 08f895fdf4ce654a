// A long CSV beside what psql's \copy does: speed, the first byte, and the memory it takes. The peer with the goal
// copies the lines of the product's own statement, all in one; what it takes to copy the plain columns of the same
// rows, which are no file of ours, is told beside it.

import { get } from 'node:http';
import { connect } from '#db/connect.ts';
import type { LineForm, LinePart } from '#db/engine/csv/statement.ts';
import { ROW_COLUMNS, type RowColumn } from '#db/engine/csv/columns.ts';
import { publishedPlan, wholeStatement } from '#db/engine/csv/stream.ts';
import { readReleaseIndex } from '#db/releases.ts';
import type { Catalogue, Indicator } from '#stats/model/catalogue.ts';
import { LIMITS } from '#stats/limits.ts';
import { defaultQuery } from '#stats/query/query.ts';
import type { Progress } from '../terminal/progress.ts';
import { copyOut, findCopier, inlined } from './copy.ts';
import type { BenchDatabase } from './database.ts';
import type { Host } from './host.ts';
import { addressOf, fresh, QUESTIONS } from './questions.ts';
import { median } from './rounds.ts';
import { goal, type Finding } from './table.ts';
import { deepRows, VERSION } from './world.ts';

/** A file: all figures of an indicator, as they were published. */
interface File {
  readonly indicator: string;
  readonly table: 'shares' | 'counts';
}

/** The indicator with some tens of thousands of rows. */
const SOME: File = { indicator: 'synthetic-share', table: 'shares' };

/** The files to measure: with `million` also the longest that may be asked for of so many rows. */
export function filesOf(rows: number, million: boolean): readonly File[] {
  const [forty, all] = deepRows(rows);
  const most = all <= LIMITS.jsonCells ? 'all' : 'forty';
  const isThere = million && (most === 'all' ? all : forty) > 0;
  return isThere ? [SOME, { indicator: `synthetic-deep-${most}`, table: 'counts' }] : [SOME];
}

/** The form of a line: the texts of a file, whose names are plain in a synthetic world. */
function formOf({ id, measure, unit }: Indicator, { areas }: Catalogue): LineForm {
  const names = new Map(areas.map((area) => [area.code, area.name.en]));
  // What stands before each cell of the row, where it is more than a comma: which text of its series.
  const before: Partial<Record<RowColumn, number>> = { Year: 0, period: 1, value: 2, edition: 3 };
  const parts = ROW_COLUMNS.flatMap((row): LinePart[] => {
    const series = before[row];
    return [series === undefined ? { text: ',' } : { series }, { row }];
  });
  return {
    language: 'en',
    parts: [...parts, { text: `,${VERSION},,,,\n` }],
    textsOf: ({ area, counterpart, breakdown, definition, basis, source }) => [
      `${names.get(area)},${area},`,
      `,${id},${measure},${unit.code},${counterpart},${breakdown},${definition},`,
      `,${basis},`,
      `,,,,${source},`,
    ],
    editionText: (edition) => edition,
  };
}

/** The lines of the product's own statement as one, with what it is asked with written into it. */
async function ownStatement({ indicator: id }: File, env: Record<string, string>): Promise<string> {
  const { sql } = await connect({ as: 'reader', max: 1, env: { ...process.env, ...env } });
  try {
    const index = await readReleaseIndex(sql, VERSION);
    const indicator = index?.catalogue.indicators.find((indicator) => indicator.id === id);
    if (!index || !indicator) throw new Error(`no ${id} in the synthetic release`);
    const query = defaultQuery(indicator);
    const plan = publishedPlan(query, index);
    if (!plan) throw new Error(`${id} is not only what was published`);
    return inlined(await wholeStatement(sql, plan, index, formOf(indicator, index.catalogue)));
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const plainColumns = ({ indicator, table }: File): string => {
  const parts = table === 'shares' ? 'f.numerator, f.denominator' : 'null as numerator, null as denominator';
  return `select i.slug, a.code, c.code as origin, b.code as breakdown, s.definition, s.basis, f.period_start, f.period_end,
      f.value, f.low, f.high, f.qualifier, f.interval_kind, ${parts}, f.gap, o.slug as source, e.slug as edition,
      f.locator, f.attributed_to, f.printed, f.period_status
    from indicators i join series s on s.indicator_id = i.id join ${table} f on f.series_id = s.id
    join areas a on a.id = s.area_id join areas c on c.id = s.counterpart_id join breakdowns b on b.id = s.breakdown_id
    join sources o on o.id = s.source_id join editions e on e.id = f.edition_id
    where i.slug = '${indicator}' order by s.id, f.period_start`;
};

interface Download {
  readonly ms: number;
  readonly first: number;
  readonly bytes: number;
  readonly lines: number;
}

/** Reads a file and throws it away, with as little work as psql has with it: what reads shares the machine. */
function download(port: number, path: string): Promise<Download> {
  return new Promise((resolve, reject) => {
    const since = performance.now();
    const asked = get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${path}: ${response.statusCode}`));
      let [first, bytes, lines] = [NaN, 0, -1];
      response.on('data', (chunk: Buffer) => {
        if (bytes === 0) first = performance.now() - since;
        bytes += chunk.byteLength;
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ ms: performance.now() - since, first, bytes, lines }));
    });
    asked.on('error', reject);
  });
}

/** Questions that a process has answered before a file is asked of it: what it takes then is the file's. */
const WARM = 300;

/** A CSV against COPY of the same lines. `product` is a process that has answered nothing yet. */
export async function measureCsv(
  product: Host,
  place: BenchDatabase,
  { file, rounds, progress }: { readonly file: File; readonly rounds: number; readonly progress: Progress },
): Promise<Finding[]> {
  const asked = fresh(`/data/${VERSION}/${file.indicator}.csv?by=area~origin~breakdown~source`);
  const [own, plain, copier] = [await ownStatement(file, place.env), plainColumns(file), await findCopier()];
  const took: (Download & { own: number; plain: number })[] = [];
  const usual = fresh(addressOf(QUESTIONS[0]!));
  for (let i = 0; i < WARM; i += 1) await download(product.port, usual.next().value);
  const before = await product.memory();
  await progress.step('CSV', async () => {
    for (let round = 0; round <= rounds; round += 1) {
      const copied = await copyOut(copier, own, '', place.env);
      const got = await download(product.port, asked.next().value);
      const bare = await copyOut(copier, plain, '(format csv, header)', place.env);
      if (round > 0 || rounds === 1) took.push({ ...got, own: copied, plain: bare });
    }
  });
  const grown = ((await product.memory()) - before) / 2 ** 20;
  const of = (take: (download: (typeof took)[number]) => number): number => median(took.map(take));
  const what = `CSV of ${of((download) => download.lines).toLocaleString('en')} rows (${(of((download) => download.bytes) / 2 ** 20).toFixed(0)} MB)`;
  const figure = `${of((download) => download.ms).toFixed(0)} ms`;
  const first = of((download) => download.first);
  const peer = copier === 'psql' ? "psql's \\copy" : 'COPY by the driver';
  const ratio = (take: (download: (typeof took)[number]) => number): number =>
    of((download) => take(download) / download.ms);
  return [
    goal(
      what,
      figure,
      `${peer} of its own statement`,
      ratio((download) => download.own),
      '>=',
      0.8,
    ),
    { what, figure, peer: `${peer} of plain columns`, ratio: ratio((download) => download.plain) },
    goal(`${what}, first byte`, `${first.toFixed(0)} ms`, '1 ms', first, '<=', 100),
    goal(`${what}, memory`, `${grown.toFixed(0)} MB more`, '1 MB', grown, '<=', 32),
  ];
}
