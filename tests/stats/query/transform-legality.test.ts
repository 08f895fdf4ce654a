/** Which transform makes sense for which measure: the whole table, and reasons in both languages. */
import { TRANSFORM_WORDS, REFUSALS } from '#stats/wording/transforms.ts';
import { describe, expect, it } from 'vitest';
import { ADDITIVITIES, MEASURES } from '#stats/model/measure.ts';
import { BASES } from '#stats/time/period.ts';
import { basisRefusalOf, refusalOf, refusedTransform } from '#stats/query/transform-legality.ts';
import { TRANSFORM_IDS } from '#stats/model/query.ts';

const MARK: Readonly<Record<string, string>> = {
  'already-per-head': 'head',
  'already-a-part': 'part',
  'rates-do-not-add': 'rates',
  'nothing-to-add': 'add',
  'may-be-negative': 'neg',
  'already-a-change': 'change',
};

describe('which transform an indicator takes', () => {
  it('is this table: yes, or why not', () => {
    const rows = [false, true].flatMap((signed) =>
      MEASURES.flatMap((measure) =>
        ADDITIVITIES.map((additive) =>
          [
            `${measure} ${additive}${signed ? ' signed' : ''}`.padEnd(21),
            ...TRANSFORM_IDS.map((id) => {
              const refusal = refusalOf(id, { measure, additive, signed });
              return (refusal === null ? 'yes' : (MARK[refusal] ?? refusal)).padEnd(7);
            }),
          ]
            .join(' ')
            .trimEnd(),
        ),
      ),
    );
    expect(`\n${rows.join('\n')}\n`).toBe(`
rate flow             head    yes     yes     yes     rates   yes     yes     yes     rates
rate stock            head    yes     yes     yes     rates   yes     yes     yes     rates
rate none             head    yes     yes     yes     rates   yes     yes     yes     rates
count flow            yes     yes     yes     yes     yes     yes     yes     yes     yes
count stock           yes     yes     yes     yes     yes     yes     yes     yes     yes
count none            add     yes     yes     yes     add     add     yes     yes     add
estimate flow         yes     yes     yes     yes     yes     yes     yes     yes     yes
estimate stock        yes     yes     yes     yes     yes     yes     yes     yes     yes
estimate none         add     yes     yes     yes     add     add     yes     yes     add
share flow            part    yes     yes     yes     part    yes     yes     yes     part
share stock           part    yes     yes     yes     part    yes     yes     yes     part
share none            part    yes     yes     yes     part    yes     yes     yes     part
level flow            add     yes     yes     yes     add     yes     yes     yes     add
level stock           add     yes     yes     yes     add     yes     yes     yes     add
level none            add     yes     yes     yes     add     add     yes     yes     add
rate flow signed      head    neg     yes     neg     rates   yes     yes     neg     rates
rate stock signed     head    neg     yes     neg     rates   yes     yes     neg     rates
rate none signed      head    neg     change  neg     rates   yes     yes     neg     rates
count flow signed     yes     neg     yes     neg     neg     yes     yes     neg     neg
count stock signed    yes     neg     yes     neg     neg     yes     yes     neg     neg
count none signed     add     neg     change  neg     add     add     yes     neg     add
estimate flow signed  yes     neg     yes     neg     neg     yes     yes     neg     neg
estimate stock signed yes     neg     yes     neg     neg     yes     yes     neg     neg
estimate none signed  add     neg     change  neg     add     add     yes     neg     add
share flow signed     part    neg     yes     neg     part    yes     yes     neg     part
share stock signed    part    neg     yes     neg     part    yes     yes     neg     part
share none signed     part    neg     change  neg     part    yes     yes     neg     part
level flow signed     add     neg     yes     neg     add     yes     yes     neg     add
level stock signed    add     neg     yes     neg     add     yes     yes     neg     add
level none signed     add     neg     yes     neg     add     add     yes     neg     add
`);
  });

  it('depends on the basis of time too', () => {
    const rows = BASES.map((basis) =>
      [
        basis.padEnd(14),
        ...TRANSFORM_IDS.map((id) => (basisRefusalOf(id, basis) === null ? 'yes' : 'no ')),
      ].join(' '),
    );
    expect(`\n${rows.join('\n')}\n`).toBe(`
calendar-year  yes yes yes yes yes yes yes yes yes
us-fiscal-year yes yes yes yes yes yes yes yes yes
month          no  no  yes yes yes yes yes yes yes
day            no  no  no  no  yes no  yes yes yes
interval       no  no  no  no  yes no  yes yes yes
since          no  no  no  no  yes no  yes yes yes
cumulative     no  no  no  no  yes no  yes yes yes
annual-level   no  no  no  no  yes no  yes yes yes
unstated       no  no  no  no  yes no  yes yes yes
quarter        no  no  yes yes yes yes yes yes yes
half-year      no  no  yes yes yes yes yes yes yes
`);
  });

  it('is said in both languages, and every reason is used', () => {
    for (const text of Object.values(REFUSALS)) {
      expect(text.en).toMatch(/^[A-Z].*\.$/);
      expect(text.es).toMatch(/^[A-ZÁÉÍÓÚÑ].*\.$/);
    }
    const used = new Set(
      TRANSFORM_IDS.flatMap((id) => [
        ...MEASURES.flatMap((measure) =>
          ADDITIVITIES.flatMap((additive) =>
            [false, true].map((signed) => refusalOf(id, { measure, additive, signed })),
          ),
        ),
        ...BASES.map((basis) => basisRefusalOf(id, basis)),
      ]),
    );
    used.delete(null);
    // The argument after the colon is tested in `asked.test.ts`.
    used.add('no-origin');
    used.add('unlike-measures');
    expect([...used].sort()).toEqual(Object.keys(REFUSALS).sort());
  });

  it('names the transforms that are left when one is refused', () => {
    const kind = { measure: 'rate', additive: 'flow', signed: false } as const;
    const problem = refusedTransform('per-capita', 'already-per-head', kind);
    expect(problem).toMatchObject({ parameter: 'transform', value: 'per-capita', code: 'unknown-value' });
    expect(problem.accepted).toEqual([
      'index:2010',
      'change',
      'change-percent',
      'rolling-mean:3',
      'rank',
      'ratio:area=MEX',
    ]);
    expect(problem.text.es).toBe('Ya es una tasa.');
  });
});

describe('the method page', () => {
  it('has a name and a rule for every transform, in both languages', () => {
    expect(Object.keys(TRANSFORM_WORDS)).toEqual([...TRANSFORM_IDS]);
    for (const { name, rule } of Object.values(TRANSFORM_WORDS)) {
      for (const language of ['en', 'es'] as const) {
        expect(name[language].length).toBeGreaterThan(3);
        expect(rule[language]).toMatch(/^\S.{60,}\.$/);
      }
      expect(name.en).not.toBe(name.es);
      expect(rule.en).not.toBe(rule.es);
    }
  });
});
