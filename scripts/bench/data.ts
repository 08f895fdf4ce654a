// The questions through the product's own data address, beside the bare handler: not cached, and again; and what
// the sums that are made beforehand are worth, beside the rows and beside a star schema.

import type { FormatMeasurement } from './faces.ts';
import { addressOf, fresh, QUESTIONS, type BenchQuestion } from './questions.ts';
import { middle, ratio, run, type Contender, type Rounds } from './rounds.ts';
import { goal, type Finding } from './table.ts';

const TURN_MS = 1500;

/** The peers of a question: bare as the goals speak of it, adding up the rows; and with sums that were made before. */
const SAID = {
  beside:
    'bare has nothing to do but to hand on sums; the product reads a question and writes 38 columns with hedges and verdicts',
  star: 'a row of ours has ends, words, members, editions and a place, 19 columns; one of the star has 3',
  H: 'a question is read, planned and judged, and its answer hashed: half a millisecond beside the statement',
} as const;

/** What the turns of a question say; `H` alone has no sums made beforehand. */
function findingsOf(question: BenchQuestion, turns: Rounds): Finding[] {
  const { name } = question;
  const per = (who: string): string =>
    `${Math.round(middle(turns, who, (turn) => turn.perSecond))}/s, ${middle(turns, who, (turn) => turn.cpu).toFixed(2)} ms`;
  const speed = (who: string, to: string): number => ratio(turns, who, to, (turn) => turn.perSecond);
  const all: Finding[] = [
    { what: `${name}: ${question.what}`, figure: per('bare'), peer: 'bare itself' },
    goal(`${name}, not cached`, per('product'), 'bare', speed('product', 'bare'), '>=', 0.8, SAID.H),
  ];
  const again = `${name}, again`;
  if (name === 'H') {
    return [
      ...all,
      goal(again, per('again'), 'bare', speed('again', 'bare'), '>=', 8),
      {
        what: 'H of a plain star schema',
        figure: per('star'),
        peer: 'bare',
        ratio: speed('star', 'bare'),
      },
    ];
  }
  return [
    ...all,
    { what: again, figure: per('again'), peer: 'bare', ratio: speed('again', 'bare') },
    {
      what: `${name} of bare that reads rollups`,
      figure: per('rolled'),
      peer: 'bare',
      ratio: speed('rolled', 'bare'),
    },
    {
      what: `${name}, not cached`,
      figure: per('product'),
      peer: 'bare that reads rollups',
      ratio: speed('product', 'rolled'),
      note: SAID.beside,
    },
    goal(
      `${name}, rollups beside a plain star schema, both bare`,
      per('star'),
      'the star',
      speed('rolled', 'star'),
      '>=',
      1,
      SAID.star,
    ),
  ];
}

/** For each question: the product against bare, its memory against bare, and the star for comparison. */
export async function measureData({
  bare,
  product,
  rounds,
  progress,
}: FormatMeasurement): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const question of QUESTIONS) {
    const { name } = question;
    const address = addressOf(question);
    const asked = fresh(address);
    const rolled = name !== 'H';
    const contenders: Contender[] = [
      { name: 'bare', host: bare, next: () => `/rows/${name}` },
      { name: 'product', host: product, next: () => asked.next().value },
      { name: 'again', host: product, next: () => address },
      { name: 'star', host: bare, next: () => `/star/${name}` },
      ...(rolled ? [{ name: 'rolled', host: bare, next: () => `/${name}` } satisfies Contender] : []),
    ];
    const turns = await progress.step(name, () => run(contenders, rounds, TURN_MS));
    findings.push(...findingsOf(question, turns));
  }
  return findings;
}
