// Embeds beside the bare handler's H, a long CSV beside COPY, and the same question with more rows stored.

import { connect } from '#db/connect.ts';
import type { Progress } from '../progress.ts';
import type { Place } from './database.ts';
import type { Host } from './host.ts';
import { addressOf, FOUR_LINES, fresh, QUESTIONS, type Question } from './questions.ts';
import { median, middle, ratio, run, type Turn } from './rounds.ts';
import { goal, type Finding } from './table.ts';
import { VERSION } from './world.ts';

const TURN_MS = 1500;
const EMBED = `/embed/${VERSION}/synthetic-rate?${FOUR_LINES}`;
const CSV = `/data/${VERSION}/synthetic-share.csv?by=area~origin~source`;

export interface Measure {
  readonly bare: Host;
  readonly product: Host;
  readonly rounds: number;
  readonly progress: Progress;
}

const perSecond = (turn: Turn): number => turn.perSecond;

/** An embed of four lines of thirty years, made anew and again. */
export async function measureEmbed({ bare, product, rounds, progress }: Measure): Promise<Finding[]> {
  const asked = fresh(EMBED);
  const contenders = [
    { name: 'bare', host: bare, next: () => '/H' },
    { name: 'made', host: product, next: () => asked.next().value },
    { name: 'again', host: product, next: () => EMBED },
  ];
  const turns = await progress.step('embed', () => run(contenders, rounds, TURN_MS));
  const figure = (name: string): string =>
    `${Math.round(middle(turns, name, perSecond))}/s, ${middle(turns, name, (one) => one.cpu).toFixed(2)} ms, ${Math.round(middle(turns, name, (one) => one.bytes) / 1024)} KB`;
  return [
    goal('embed, not cached', figure('made'), 'bare H', ratio(turns, 'made', 'bare', perSecond), '>=', 0.35),
    goal('embed, again', figure('again'), 'bare H', ratio(turns, 'again', 'bare', perSecond), '>=', 6),
  ];
}

/** The same question, one at a time, of a database with more rows in it. */
export async function measureGrowth(
  { product, rounds, progress }: Measure,
  small: Host,
  sizes: readonly [Place, Place],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const question of QUESTIONS) {
    const [a, b] = [fresh(addressOf(question)), fresh(addressOf(question))];
    const contenders = [
      { name: 'small', host: small, next: () => a.next().value, connections: 1 },
      { name: 'large', host: product, next: () => b.next().value, connections: 1 },
    ];
    const turns = await progress.step(`growth of ${question.name}`, () => run(contenders, rounds, TURN_MS));
    const [from, to] = sizes.map((one) => one.rows.toExponential(0).replace('+', ''));
    for (const [share, most] of [
      ['p50', 1.2],
      ['p95', 1.5],
    ] as const) {
      const figure = `${middle(turns, 'large', (one) => one[share]).toFixed(2)} ms`;
      const growth = ratio(turns, 'large', 'small', (one) => one[share]);
      findings.push(
        goal(
          `${question.name}, ${share}, ${from} to ${to} rows stored`,
          figure,
          'the smaller',
          growth,
          '<=',
          most,
        ),
      );
    }
  }
  return findings;
}

/** What psql's \copy does with the rows of a question: they leave Postgres as CSV, and nobody looks at them. */
async function copyOut(
  question: Question,
  env: Record<string, string>,
): Promise<{ ms: number; bytes: number }> {
  const { sql } = await connect({ as: 'reader', max: 1, env: { ...process.env, ...env } });
  try {
    const since = performance.now();
    let bytes = 0;
    const rows = await sql
      .unsafe(
        `copy (select i.slug, a.code, c.code as origin, b.code as breakdown, s.definition, s.basis, f.period_start, f.period_end,
           f.value, f.low, f.high, f.qualifier, f.interval_kind, f.numerator, f.denominator, f.gap, o.slug as source, e.slug as edition,
           f.locator, f.attributed_to, f.printed, f.period_status
         from indicators i join series s on s.indicator_id = i.id join shares f on f.series_id = s.id
         join areas a on a.id = s.area_id join areas c on c.id = s.counterpart_id join breakdowns b on b.id = s.breakdown_id
         join sources o on o.id = s.source_id join editions e on e.id = f.edition_id
         where i.slug = '${question.indicator}' order by s.id, f.period_start) to stdout (format csv, header)`,
      )
      .readable();
    for await (const chunk of rows) bytes += (chunk as Buffer).byteLength;
    return { ms: performance.now() - since, bytes };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A CSV of many rows against COPY of the same rows. */
export async function measureCsv({ product, rounds, progress }: Measure, place: Place): Promise<Finding[]> {
  const shares = QUESTIONS.find(({ name }) => name === 'A') as Question;
  const asked = fresh(CSV);
  const took: { csv: number; copy: number; bytes: number }[] = [];
  await progress.step('CSV', async () => {
    for (let round = 0; round <= rounds; round += 1) {
      const copy = await copyOut(shares, place.env);
      const since = performance.now();
      const response = await fetch(`http://127.0.0.1:${product.port}${asked.next().value}`);
      const bytes = (await response.arrayBuffer()).byteLength;
      if (response.status !== 200) throw new Error(`${CSV}: ${response.status}`);
      if (round > 0) took.push({ csv: performance.now() - since, copy: copy.ms, bytes });
    }
  });
  const ms = median(took.map((one) => one.csv));
  const size = median(took.map((one) => one.bytes)) / 2 ** 20;
  const speed = median(took.map((one) => one.copy / one.csv));
  const what = `CSV of 60,000 rows (${size.toFixed(0)} MB)`;
  return [goal(what, `${ms.toFixed(0)} ms`, 'COPY to stdout', speed, '>=', 0.8)];
}
