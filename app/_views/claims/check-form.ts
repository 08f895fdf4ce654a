/** The form of a claim of the reader's own as the parameters of an address. */
import { CHECK_WORDS, checkWordsIn } from '#app/_words/check.ts';
import type { ClaimCheck } from '#stats/claims/claim.ts';
import { plainForm } from '#stats/claims/printed-number.ts';
import type { Language } from '#stats/language.ts';
import { BadQuery, malformed } from '#stats/problem.ts';
import { decodeEscapes, encodeValue } from '#stats/query-string.ts';

export type ClaimShape = keyof typeof CHECK_WORDS.en.shapes;

export const SHAPES = Object.keys(CHECK_WORDS.en.shapes) as readonly ClaimShape[];

const EXPRESSIONS: Readonly<Record<ClaimShape, string>> = {
  ratio: 'a / b',
  change: '(a / b - 1) * 100',
  share: 'a / b * 100',
  difference: 'a - b',
  sum: 'a + b',
  value: 'a',
  highest: 'a, b',
  lowest: 'a, b',
};

/** A figure of the form as a question; null without an indicator. */
function termOf(name: string, fields: ReadonlyMap<string, string>): string | null {
  const field = (part: string): string => (fields.get(`${part}.${name}`) ?? '').trim();
  const indicator = field('indicator');
  if (indicator === '') return null;
  const parts = (['area', 'time', 'source'] as const).flatMap((part) =>
    field(part) === '' ? [] : [`${part === 'area' ? 'country' : part}=${encodeValue(field(part))}`],
  );
  const search = [...parts, field('more')].filter(Boolean).join('&');
  return search === '' ? indicator : `${indicator}?${search}`;
}

/** @throws BadQuery for a number that cannot be read */
export function checkOfForm(fields: ReadonlyMap<string, string>, language: Language): ClaimCheck {
  const shape = SHAPES.find((known) => known === fields.get('shape')) ?? 'value';
  const terms = Object.fromEntries(
    (['a', 'b'] as const).flatMap((name) => {
      const question = termOf(name, fields);
      return question === null || (name === 'b' && shape === 'value') ? [] : [[name, question] as const];
    }),
  );
  const expression = EXPRESSIONS[shape];
  if (shape === 'highest' || shape === 'lowest') return { terms, expression, relation: shape };
  const typed = (fields.get('number') ?? '').trim();
  const number = plainForm(typed, language);
  const { badNumber } = CHECK_WORDS.en;
  if (number === null)
    throw new BadQuery(
      malformed('number', typed, ['3.6', '20000'], { en: badNumber, es: checkWordsIn('es').badNumber }),
    );
  return { terms, expression, relation: `${fields.get('relation') ?? 'equals'}:${number}` };
}

/** The fields that show a check again, as far as it came from this form. */
export function fieldsOfCheck({ terms, expression, relation }: ClaimCheck): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const isOrder = relation === 'highest' || relation === 'lowest';
  const shape = isOrder ? relation : SHAPES.find((known) => EXPRESSIONS[known] === expression);
  if (shape) fields.set('shape', shape);
  const [name = '', number = ''] = relation.split(':');
  if (!isOrder) fields.set('relation', name).set('number', number);
  for (const [term, question] of Object.entries(terms)) {
    const [indicator = '', search = ''] = question.split('?');
    fields.set(`indicator.${term}`, indicator);
    const rest = search.split('&').filter((part) => {
      const [key = '', value = ''] = part.split('=');
      const field = key === 'country' ? 'area' : key;
      if (!['area', 'time', 'source'].includes(field)) return part !== '';
      fields.set(`${field}.${term}`, decodeEscapes(value) ?? value);
      return false;
    });
    fields.set(`more.${term}`, rest.join('&'));
  }
  return fields;
}
