/** Texts that say what is missing of an indicator, on its page. */
import type { Language } from '#stats/language.ts';
import type { Filled } from './filled.ts';

const en = {
  lead: 'What is missing.',
  span: ({ source, first, last }: Filled<'source' | 'first' | 'last'>) => `${source}: ${first} to ${last}`,
  only: ({ source, first }: Filled<'source' | 'first'>) => `${source}: ${first} only`,
  run: ({ first, last }: Filled<'first' | 'last'>) => `${first} to ${last}`,
  without: ({ periods }: Filled<'periods'>) => `nothing for ${periods}`,
  notBy: ({ dimensions }: Filled<'dimensions'>) => `no breakdown by ${dimensions}`,
  moreSources: ({ n }: Filled<'n'>) => `and ${n} more sources`,
  moreNames: ({ n }: Filled<'n'>) => `${n} more`,
  places: ({ names }: Filled<'names'>) => `No source here has a figure for ${names}.`,
  kept: 'The publisher has more.',
};

const es: typeof en = {
  lead: 'Lo que falta.',
  span: ({ source, first, last }) => `${source}: de ${first} a ${last}`,
  only: ({ source, first }) => `${source}: solo ${first}`,
  run: ({ first, last }) => `${first} a ${last}`,
  without: ({ periods }) => `sin cifras en ${periods}`,
  notBy: ({ dimensions }) => `sin desglose por ${dimensions}`,
  moreSources: ({ n }) => `y ${n} fuentes más`,
  moreNames: ({ n }) => `${n} más`,
  places: ({ names }) => `Ninguna fuente de aquí tiene cifras de ${names}.`,
  kept: 'El organismo publica más.',
};

export const MISSING_WORDS: Readonly<Record<Language, typeof en>> = { en, es };
