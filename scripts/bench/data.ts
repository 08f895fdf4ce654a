// H, U and A through the product's own data address, beside the bare handler: not cached, and again.

import type { Measure } from './faces.ts';
import { addressOf, fresh, QUESTIONS } from './questions.ts';
import { middle, ratio, run, type Contender } from './rounds.ts';
import { goal, type Finding } from './table.ts';

const TURN_MS = 1500;

/** For each question: the product against bare, its memory against bare, and the star for comparison. */
export async function measureData({ bare, product, rounds, progress }: Measure): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const question of QUESTIONS) {
    const address = addressOf(question);
    const asked = fresh(address);
    const contenders: Contender[] = [
      { name: 'bare', host: bare, next: () => `/${question.name}` },
      { name: 'product', host: product, next: () => asked.next().value },
      { name: 'again', host: product, next: () => address },
      { name: 'star', host: bare, next: () => `/star/${question.name}` },
    ];
    const turns = await progress.step(question.name, () => run(contenders, rounds, TURN_MS));
    const per = (name: string): string =>
      `${Math.round(middle(turns, name, (one) => one.perSecond))}/s, ${middle(turns, name, (one) => one.cpu).toFixed(2)} ms`;
    const speed = (name: string): number => ratio(turns, name, 'bare', (one) => one.perSecond);
    findings.push(
      { what: `${question.name}: ${question.what}`, figure: per('bare'), peer: 'bare itself' },
      goal(`${question.name}, not cached`, per('product'), 'bare', speed('product'), '>=', 0.8),
      goal(`${question.name}, again`, per('again'), 'bare', speed('again'), '>=', 8),
      {
        what: `${question.name} of a plain star schema`,
        figure: per('star'),
        peer: 'bare',
        ratio: speed('star'),
      },
    );
  }
  return findings;
}
