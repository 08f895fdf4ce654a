// Embeds beside the bare handler's H, and the same question with more rows stored or more rows to add.

import type { Progress } from '../terminal/progress.ts';
import type { BenchDatabase } from './database.ts';
import type { Host } from './host.ts';
import { addressOf, DEEP, FOUR_LINES, fresh, QUESTIONS } from './questions.ts';
import { middle, ratio, run, type BenchTurn } from './rounds.ts';
import { goal, type Finding } from './table.ts';
import { deepRows, VERSION } from './world.ts';

const TURN_MS = 1500;
const EMBED = `/embed/${VERSION}/synthetic-rate?${FOUR_LINES}`;

export interface FormatMeasurement {
  readonly bare: Host;
  readonly product: Host;
  readonly rounds: number;
  readonly progress: Progress;
}

const perSecond = (turn: BenchTurn): number => turn.perSecond;

/** An embed of four lines of thirty years, made anew and again. */
export async function measureEmbed({
  bare,
  product,
  rounds,
  progress,
}: FormatMeasurement): Promise<Finding[]> {
  const asked = fresh(EMBED);
  const contenders = [
    { name: 'bare', host: bare, next: () => '/H' },
    { name: 'made', host: product, next: () => asked.next().value },
    { name: 'again', host: product, next: () => EMBED },
  ];
  const turns = await progress.step('embed', () => run(contenders, rounds, TURN_MS));
  const figure = (name: string): string =>
    `${Math.round(middle(turns, name, perSecond))}/s, ${middle(turns, name, (turn) => turn.cpu).toFixed(2)} ms, ${Math.round(middle(turns, name, (turn) => turn.bytes) / 1024)} KB`;
  return [
    goal(
      'embed, not cached',
      figure('made'),
      'bare H',
      ratio(turns, 'made', 'bare', perSecond),
      '>=',
      0.35,
      'the chart is drawn twice, for a wide and a narrow frame, with the words of every figure',
    ),
    goal('embed, again', figure('again'), 'bare H', ratio(turns, 'again', 'bare', perSecond), '>=', 6),
  ];
}

/** The same question, one at a time, of a database with more rows in it. */
export async function measureGrowth(
  { product, rounds, progress }: FormatMeasurement,
  small: Host,
  sizes: readonly [BenchDatabase, BenchDatabase],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const question of QUESTIONS) {
    const [a, b] = [fresh(addressOf(question)), fresh(addressOf(question))];
    const contenders = [
      { name: 'small', host: small, next: () => a.next().value, connections: 1 },
      { name: 'large', host: product, next: () => b.next().value, connections: 1 },
    ];
    const turns = await progress.step(`growth of ${question.name}`, () => run(contenders, rounds, TURN_MS));
    const [from, to] = sizes.map((database) => database.rows.toExponential(0).replace('+', ''));
    for (const [share, most] of [
      ['p50', 1.2],
      ['p95', 1.5],
    ] as const) {
      const figure = `${middle(turns, 'large', (turn) => turn[share]).toFixed(2)} ms`;
      const growth = ratio(turns, 'large', 'small', (turn) => turn[share]);
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

/** The same answer from ten times as many rows, one at a time. None where too few are stored. */
export async function measureTouched(
  { product, rounds, progress }: FormatMeasurement,
  { rows }: BenchDatabase,
): Promise<Finding[]> {
  const [few, many] = deepRows(rows);
  const what = 'rows touched, p50 from 1e6 to 1e7';
  if (few === 0) return [{ what, figure: 'not measured', note: 'needs --rows 1e6 or 1e7' }];
  const contenders = DEEP.map((question, i) => {
    const asked = fresh(addressOf(question));
    return { name: i === 0 ? 'few' : 'many', host: product, next: () => asked.next().value, connections: 1 };
  });
  const turns = await progress.step('rows touched', () => run(contenders, rounds, TURN_MS));
  const figure = `${middle(turns, 'many', (turn) => turn.p50).toFixed(2)} ms`;
  const growth = ratio(turns, 'many', 'few', (turn) => turn.p50);
  const size = (n: number): string => n.toExponential(1).replace('+', '');
  return [goal(`p50, ${size(few)} to ${size(many)} rows touched`, figure, 'the fewer', growth, '<=', 1.5)];
}
