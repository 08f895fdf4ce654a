// The questions through the product's own data address, beside the bare handler: not cached, and again; and what
// the sums that are made beforehand are worth, beside the rows and beside a star schema.

import type { Measure } from './faces.ts';
import { addressOf, fresh, QUESTIONS, type Question } from './questions.ts';
import { middle, ratio, run, type Contender } from './rounds.ts';
import { goal, type Finding } from './table.ts';

const TURN_MS = 1500;

/** Why the goal may be missed. */
const WHY: Readonly<Record<Question['name'], string>> = {
  H: 'beside the statement an answer is parsed, hedged, judged and hashed: a third of a millisecond',
  U: 'bare reads the rollups too, so what is left to compare is the writing of 150 cells',
  A: 'bare reads the rollups too, so what is left to compare is the writing of 4,000 cells of 38 columns',
  M: 'bare reads the rollups too, so what is left to compare is the writing of the cells',
};

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
      ...(question.name === 'H'
        ? []
        : [{ name: 'rows', host: bare, next: () => `/rows/${question.name}` } satisfies Contender]),
    ];
    const turns = await progress.step(question.name, () => run(contenders, rounds, TURN_MS));
    const per = (name: string): string =>
      `${Math.round(middle(turns, name, (one) => one.perSecond))}/s, ${middle(turns, name, (one) => one.cpu).toFixed(2)} ms`;
    const speed = (name: string, to = 'bare'): number => ratio(turns, name, to, (one) => one.perSecond);
    const { name } = question;
    findings.push(
      { what: `${name}: ${question.what}`, figure: per('bare'), peer: 'bare itself' },
      goal(`${name}, not cached`, per('product'), 'bare', speed('product'), '>=', 0.8, WHY[name]),
      goal(`${name}, again`, per('again'), 'bare', speed('again'), '>=', 8),
    );
    if (name === 'H') {
      findings.push({
        what: 'H of a plain star schema',
        figure: per('star'),
        peer: 'bare',
        ratio: speed('star'),
      });
      continue;
    }
    findings.push(
      {
        what: `${name}, the product beside bare that adds the rows`,
        figure: per('rows'),
        peer: 'bare without rollups',
        ratio: speed('product', 'rows'),
      },
      goal(
        `${name}, rollups beside a plain star schema, both bare`,
        per('star'),
        'the star',
        speed('bare', 'star'),
        '>=',
        1,
        'a row of ours has 32 columns (ends, words, members, editions), one of the star has 3',
      ),
    );
  }
  return findings;
}
