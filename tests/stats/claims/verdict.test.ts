/**
 * A figure against a stated number: each relation with each kind of hedge, and against a number-by-number
 * reference.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeCell, judgeHedge, type ClaimVerdict } from '#stats/claims/verdict.ts';
import {
  RELATIONS,
  formatRelation,
  parseRelation,
  printedNumber,
  type Relation,
} from '#stats/claims/relation.ts';
import type { Hedge, Qualifier } from '#stats/uncertainty/hedge.ts';
import { cellFrom } from '../transform/cells.ts';
import { problemOf } from '../founding.ts';

const judge = (figure: string, claim: string): ClaimVerdict =>
  judgeCell(cellFrom('2014', figure), parseRelation(claim), false).verdict;

describe('the claims of the founding documents', () => {
  test.each<[string, string, string, ClaimVerdict]>([
    [
      'C01 apprehensions of children rose by 77 percent',
      '76.8389277329',
      'equals:77',
      'holds-after-rounding',
    ],
    ['C03 3.6 percent of petitions were granted', '0.036831082545', 'equals:0.036', 'fails'],
    [
      'C04 three times Mexico’s rate, the document’s figures',
      '2.84186046512',
      'at-least:3',
      'holds-after-rounding',
    ],
    ['C04 against UNODC’s figures of 2014', '3.66..3.8', 'at-least:3', 'holds'],
    ['C05 Honduras', '3.16279069767', 'at-least:3', 'holds'],
    ['C06 almost double', '2.40645161290', 'nearly:2', 'fails'],
    ['C12 much lower: at most a fifth of it', 'less-than 0.184155412725', 'at-most:0.2', 'holds'],
    ['C13 double', '1.69', 'equals:2', 'holds-after-rounding'],
    ['C13 at least double to the first decimal', '1.69', 'at-least:2.0', 'fails'],
    ['C18 about 4', '4.38', 'about:4', 'holds'],
    ['C18 the vintage that rounds to 5', '4.5', 'about:4', 'fails'],
    ['C19 under 2', '1.46..1.5', 'less-than:2', 'holds'],
    ['C20 21.5 read as 2014', '16.1..16.7', 'equals:21.5', 'fails'],
    ['C22 307 as it was revised', '315', 'equals:307', 'fails'],
    ['C23 most of them', '0.913', 'more-than:0.5', 'holds'],
    ['C29 tens of thousands', '113039', 'at-least:20000', 'holds'],
    ['C09 more than 90,000 against 71,980', 'more-than 90000', 'more-than:71980', 'holds'],
    ['C09 just over 70,000 against 90,000', 'just-over 70000', 'less-than:90000', 'undetermined'],
    ['C35 8,000 to 9,000 on the road, below 10,000', 'about 8000..9000', 'less-than:10000', 'holds'],
  ])('%s', (_, figure, claim, verdict) => expect(judge(figure, claim)).toBe(verdict));
});

describe('the ends of a hedge', () => {
  test.each<[string, string, ClaimVerdict]>([
    ['more-than 20000', 'more-than:20000', 'holds'],
    ['at-least 20000', 'more-than:20000', 'undetermined'],
    ['at-least 20000', 'at-least:20000', 'holds'],
    ['less-than 5', 'at-least:5', 'undetermined'],
    ['less-than 5', 'at-least:6', 'fails'],
    ['less-than 5', 'less-than:5', 'holds'],
    ['at-most 5', 'less-than:5', 'undetermined'],
    ['at-most 5', 'at-most:5', 'holds'],
    ['nearly 5', 'less-than:5', 'holds'],
    ['nearly 5', 'at-least:4', 'undetermined'],
    ['4000..5000', 'at-least:4500', 'undetermined'],
    ['4000..5000', 'at-least:4000', 'holds'],
    ['2.6..3.4', 'equals:3', 'holds-after-rounding'],
    ['2.4..3.4', 'equals:3', 'undetermined'],
    ['2.4..2.49', 'equals:3', 'fails'],
    ['5', 'less-than:5', 'fails'],
    ['5', 'nearly:5', 'fails'],
    ['4.6', 'nearly:5', 'holds'],
    ['4.49', 'nearly:5', 'fails'],
    ['2.5', 'equals:2', 'fails'],
    ['2.5', 'equals:3', 'holds-after-rounding'],
    ['7400', 'equals:7e3', 'holds-after-rounding'],
    ['7500', 'equals:7e3', 'fails'],
    ['0', 'equals:0', 'holds'],
    ['0.4', 'at-most:0', 'holds-after-rounding'],
    // About and nearly reach a tenth of the number, and the tenth itself is in.
    ['36', 'about:40', 'holds'],
    ['44', 'about:40', 'holds'],
    ['35.9', 'about:40', 'fails'],
    ['44.1', 'about:40', 'fails'],
    ['36', 'nearly:40', 'holds'],
    ['35.9', 'nearly:40', 'fails'],
    ['39.99', 'nearly:40', 'holds'],
    // What may be at the very end of the reach is open; what stops before it is outside.
    ['at-least 44', 'about:40', 'undetermined'],
    ['more-than 44', 'about:40', 'fails'],
    ['at-most 36', 'about:40', 'undetermined'],
    ['less-than 36', 'about:40', 'fails'],
    ['at-most 36', 'nearly:40', 'undetermined'],
    ['less-than 36', 'nearly:40', 'fails'],
    ['at-least 40', 'nearly:40', 'fails'],
    // 3.5 to 4.5 round to 4, and reach further than a tenth.
    ['3.5', 'about:4', 'holds-after-rounding'],
    ['3.49', 'about:4', 'fails'],
    ['at-least 4.5', 'about:4', 'fails'],
    ['at-most 3.5', 'about:4', 'undetermined'],
    ['less-than 3.5', 'about:4', 'fails'],
    // Nearly 5 has an unknown low end, which is not 0.
    ['nearly 5', 'more-than:0', 'holds'],
    ['at-most 5', 'more-than:0', 'undetermined'],
    ['at-most 5', 'at-least:0', 'holds'],
    ['less-than 0', 'at-least:0', 'holds'],
  ])('%s, said to be %s: %s', (figure, claim, verdict) => expect(judge(figure, claim)).toBe(verdict));

  test('a single number is that number, whatever words its parts had', () => {
    const five = (word: Qualifier): Hedge => ({ low: 5, high: 5, central: null, words: new Set([word]) });
    expect(judgeHedge(five('more-than'), parseRelation('more-than:5'), 0).verdict).toBe('fails');
    expect(judgeHedge(five('less-than'), parseRelation('less-than:5'), 0).verdict).toBe('fails');
    expect(judgeHedge(five('less-than'), parseRelation('equals:5'), 0)).toMatchObject({
      verdict: 'holds',
      lowInclusive: true,
      highInclusive: true,
    });
  });

  test('a gap decides nothing and keeps its reason', () => {
    const cell = cellFrom('2014', '-', { gap: { code: 'no-divisor', missing: ['area=MEX 2014'] } });
    expect(judgeCell(cell, parseRelation('at-least:3'), false)).toEqual({
      verdict: 'undetermined',
      low: null,
      high: null,
      lowInclusive: false,
      highInclusive: false,
      approximate: false,
      gap: { code: 'no-divisor', missing: ['area=MEX 2014'] },
    });
  });

  test('the ends of the figure are given, and whether it is approximate', () => {
    expect(judgeCell(cellFrom('2014', 'about 5'), parseRelation('equals:5'), false)).toMatchObject({
      low: 5,
      high: 5,
      approximate: true,
    });
    expect(judgeCell(cellFrom('2014', 'more-than 5'), parseRelation('equals:5'), false)).toMatchObject({
      low: 5,
      high: Infinity,
      lowInclusive: false,
      highInclusive: false,
      approximate: false,
    });
  });

  test('a change may be negative', () => {
    const fall = cellFrom('2014', '-8.6');
    expect(judgeCell(fall, parseRelation('equals:-9'), true).verdict).toBe('holds-after-rounding');
    expect(judgeCell(fall, parseRelation('equals:-8'), true).verdict).toBe('fails');
    expect(judgeCell(fall, parseRelation('less-than:0'), true).verdict).toBe('holds');
    expect(judgeCell(cellFrom('2014', '-2.5'), parseRelation('equals:-3'), true).verdict).toBe(
      'holds-after-rounding',
    );
    expect(judgeCell(cellFrom('2014', 'less-than -5'), parseRelation('at-most:-5'), true).verdict).toBe(
      'holds',
    );
    // -3.5 rounds to -4 and -4.5 to -5: halves are rounded away from zero.
    expect(judgeCell(cellFrom('2014', '-3.5'), parseRelation('about:-4'), true).verdict).toBe(
      'holds-after-rounding',
    );
    expect(judgeCell(cellFrom('2014', '-4.5'), parseRelation('about:-4'), true).verdict).toBe('fails');
    expect(judgeCell(cellFrom('2014', 'at-most -4.5'), parseRelation('about:-4'), true).verdict).toBe(
      'fails',
    );
  });
});

/** A single number against a relation, by the text of the rule. Halves are rounded away from zero. */
function oneNumber(n: number, relation: Relation, value: number): ClaimVerdict {
  const rounded = Math.sign(n) * Math.floor(Math.abs(n) + 0.5);
  const reach = Math.abs(value) / 10;
  const isAbout = Math.abs(n - value) <= reach;
  const exactly: Readonly<Record<Relation, boolean>> = {
    equals: n === value,
    about: isAbout,
    'at-least': n >= value,
    'more-than': n > value,
    'at-most': n <= value,
    'less-than': n < value,
    nearly: n < value && isAbout,
  };
  const afterwards: Readonly<Record<Relation, boolean>> = {
    equals: rounded === value,
    about: rounded === value,
    'at-least': rounded >= value,
    'more-than': rounded > value,
    'at-most': rounded <= value,
    'less-than': false,
    nearly: n < value && rounded === value,
  };
  return exactly[relation] ? 'holds' : afterwards[relation] ? 'holds-after-rounding' : 'fails';
}

test('a hedge is judged as all of its numbers are', () => {
  // Eighths are exact in binary, and the only edges are halves, tenths of 10 and integers.
  const end = fc.integer({ min: -40, max: 240 }).map((n) => n / 8);
  const words = fc.subarray<Qualifier>(['more-than', 'less-than', 'about']);
  fc.assert(
    fc.property(
      end,
      end,
      words,
      fc.constantFrom(...RELATIONS),
      fc.constantFrom(-10, 0, 10, 20),
      (a, b, list, relation, value) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const hedge: Hedge = { low, high, central: null, words: new Set(list) };
        const isPoint = low === high;
        const numbers: number[] = [];
        for (let n = low * 16; n <= high * 16; n += 1) numbers.push(n / 16);
        const inside = numbers.filter(
          (n) =>
            isPoint ||
            ((n > low || !list.includes('more-than')) && (n < high || !list.includes('less-than'))),
        );
        const verdicts = new Set(inside.map((n) => oneNumber(n, relation, value)));
        const expected: ClaimVerdict = !verdicts.has('fails')
          ? verdicts.has('holds-after-rounding')
            ? 'holds-after-rounding'
            : 'holds'
          : verdicts.size === 1
            ? 'fails'
            : 'undetermined';
        const number = printedNumber(String(value));
        if (!number) throw new Error('a plain number is read');
        expect(judgeHedge(hedge, { relation, number }, -Infinity).verdict).toBe(expected);
      },
    ),
    { numRuns: 5000 },
  );
});

describe('how a claim is written', () => {
  test('text and claim undo each other', () => {
    const numbers = fc.oneof(
      fc.integer({ min: -99_999, max: 99_999_999 }).map(String),
      fc
        .tuple(fc.integer({ min: 0, max: 9999 }), fc.stringMatching(/^\d{1,6}$/))
        .map(([whole, decimals]) => `${whole}.${decimals}`),
      fc
        .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 12 }))
        .map(([n, e]) => `${n}e${e}`),
    );
    fc.assert(
      fc.property(fc.constantFrom(...RELATIONS), numbers, (relation, number) => {
        const text = `${relation}:${number}`;
        expect(formatRelation(parseRelation(text))).toBe(text);
      }),
    );
  });

  test.each([
    ['3', 3, 1],
    ['3.60', 3.6, 0.01],
    ['7e3', 7000, 1000],
    ['1.5e6', 1_500_000, 100_000],
    ['-8.6', -8.6, 0.1],
  ])('%s is %d, to %d', (text, value, step) => expect(printedNumber(text)).toEqual({ text, value, step }));

  test.each([
    ['twice:3', 'unknown-value'],
    ['at-least', 'malformed'],
    ['at-least:', 'malformed'],
    ['at-least:3,6', 'malformed'],
    ['at-least:1,000', 'malformed'],
    ['at-least:03', 'malformed'],
    ['at-least:.5', 'malformed'],
    ['at-least:NaN', 'malformed'],
    ['at-least:1e99', 'malformed'],
    ['at-least:3 times', 'malformed'],
  ])('%s is refused', (text, code) => {
    const problem = problemOf(() => parseRelation(text));
    expect(problem).toMatchObject({ code, parameter: 'claim' });
    expect(problem.accepted.length).toBeGreaterThan(0);
    expect(problem.text.es).not.toBe(problem.text.en);
  });
});
