/** Texts of the pages about claims. */
import type { CheckReason, CheckVerdict, ClaimKind } from '#stats/claims/claim.ts';
import type { Language } from '#stats/language.ts';
import type { Filled } from './filled.ts';

const VERDICTS_EN: Readonly<Record<CheckVerdict, string>> = {
  holds: 'Holds',
  'holds-after-rounding': 'Holds after rounding',
  fails: 'Fails',
  'cannot-be-checked': 'Cannot be checked',
};
const VERDICTS_ES: typeof VERDICTS_EN = {
  holds: 'Se sostiene',
  'holds-after-rounding': 'Se sostiene al redondear',
  fails: 'No se sostiene',
  'cannot-be-checked': 'No se puede comprobar',
};

const REASONS_EN: Readonly<Record<CheckReason, string>> = {
  'no-data': 'the data that would decide it are not on file',
  'no-figure': 'a figure that it needs is not on file',
  'several-figures': 'a term has several figures; name a source, a breakdown or a definition',
  'mixed-bases': 'it would mix calendar years with fiscal years',
  'zero-divisor': 'the figure to divide by may be zero',
  negative: 'a figure may be negative, so its quotient is not an interval',
  undetermined: 'the figures allow both answers',
};
const REASONS_ES: typeof REASONS_EN = {
  'no-data': 'no hay datos que lo decidan',
  'no-figure': 'falta una cifra que necesita',
  'several-figures': 'un término tiene varias cifras; indique una fuente, un desglose o una definición',
  'mixed-bases': 'mezclaría años calendario con años fiscales',
  'zero-divisor': 'la cifra entre la que se divide puede ser cero',
  negative: 'una cifra puede ser negativa y su cociente no es un intervalo',
  undetermined: 'las cifras permiten las dos respuestas',
};

const KINDS_EN: Readonly<Record<ClaimKind, string>> = {
  change: 'change',
  share: 'share',
  ratio: 'ratio',
  rank: 'rank',
  comparison: 'comparison',
  conflict: 'conflict',
  level: 'level',
};
const KINDS_ES: typeof KINDS_EN = {
  change: 'variación',
  share: 'proporción',
  ratio: 'cociente',
  rank: 'puesto',
  comparison: 'comparación',
  conflict: 'contradicción',
  level: 'nivel',
};

const en = {
  title: 'Claims, checked again on each release',
  lead: 'On the left what somebody published, in our own words; on the right the same sum done from the data. A source may revise its figures and change a verdict.',
  all: ({ n }: Filled<'n'>) => `All ${n}`,
  filter: 'Verdict',
  unchanged: ({ version, before }: Filled<'version' | 'before'>) =>
    `Verdicts of release ${version}. None changed since ${before}.`,
  changed: ({ version, before, ids }: Filled<'version' | 'before' | 'ids'>) =>
    `Verdicts of release ${version}. Changed since ${before}: ${ids}.`,
  first: ({ version }: Filled<'version'>) => `Verdicts of release ${version}.`,
  published: 'As published',
  again: 'Done again',
  verdict: 'Verdict',
  where: ({ document, paragraph }: Filled<'document' | 'paragraph'>) =>
    `${document}, paragraph ${paragraph}.`,
  printed: ({ text }: Filled<'text'>) => `Printed: ${text}`,
  printedLabel: 'Printed',
  own: 'Check a claim of your own',
  verdicts: VERDICTS_EN,
  reasons: REASONS_EN,
  kinds: KINDS_EN,
  crumbs: 'You are here',
  claims: 'Claims',
  kind: 'Kind',
  who: 'Where it was said',
  author: 'Author',
  date: 'Published',
  result: 'Our figure',
  interval: 'From the hedges',
  steps: 'The arithmetic, step by step',
  stepsLead: 'Each figure leads to its evidence.',
  term: 'Term',
  figure: 'Figure',
  period: 'Period',
  source: 'Source',
  given: 'not on file; given with the claim',
  missing: 'no figure',
  relation: 'Must be',
  relations: {
    equals: ({ n }: Filled<'n'>) => `equal to ${n}`,
    about: ({ n }: Filled<'n'>) => `about ${n} (within a tenth)`,
    'at-least': ({ n }: Filled<'n'>) => `at least ${n}`,
    'more-than': ({ n }: Filled<'n'>) => `more than ${n}`,
    'at-most': ({ n }: Filled<'n'>) => `at most ${n}`,
    'less-than': ({ n }: Filled<'n'>) => `less than ${n}`,
    nearly: ({ n }: Filled<'n'>) => `nearly ${n} (up to a tenth below)`,
    highest: () => 'the first is the highest',
    lowest: () => 'the first is the lowest',
  },
  sensitivity: 'Would another source or vintage change the verdict?',
  sensitivityNone: 'No other source on file has all the figures that it needs.',
  sensitivitySame: ({ n }: Filled<'n'>) => `No: ${n} other computations give the same verdict.`,
  sensitivityChanges: ({ n, all }: Filled<'n' | 'all'>) =>
    `Yes: ${n} of ${all} other computations give another verdict.`,
  computation: 'Computation',
  withSource: ({ source }: Filled<'source'>) => `all figures from ${source}`,
  releases: 'In each release',
  noCheck: 'No arithmetic is done: what is missing is said above.',
  sources: 'Sources used',
  data: 'As data',
  dataText: 'This claim as',
  sentence: 'As a sentence',
  embed: 'Embed it',
  sentenceText: ({ statement, verdict, version }: Filled<'statement' | 'verdict' | 'version'>) =>
    `“${statement}” ${verdict} (Cotejo, release ${version}).`,
  because: ({ verdict, reason }: Filled<'verdict' | 'reason'>) => `${verdict}: ${reason}`,
};

const es: typeof en = {
  title: 'Afirmaciones, comprobadas en cada edición',
  lead: 'A la izquierda, lo que alguien publicó, en nuestras palabras; a la derecha, la misma cuenta hecha con los datos. Una fuente puede revisar sus cifras y cambiar un veredicto.',
  all: ({ n }) => `Las ${n}`,
  filter: 'Veredicto',
  unchanged: ({ version, before }) =>
    `Veredictos de la edición ${version}. Ninguno ha cambiado desde la ${before}.`,
  changed: ({ version, before, ids }) =>
    `Veredictos de la edición ${version}. Han cambiado desde la ${before}: ${ids}.`,
  first: ({ version }) => `Veredictos de la edición ${version}.`,
  published: 'Tal como se publicó',
  again: 'La cuenta repetida',
  verdict: 'Veredicto',
  where: ({ document, paragraph }) => `${document}, párrafo ${paragraph}.`,
  printed: ({ text }) => `Impreso: ${text}`,
  printedLabel: 'Impreso',
  own: 'Comprobar una afirmación propia',
  verdicts: VERDICTS_ES,
  reasons: REASONS_ES,
  kinds: KINDS_ES,
  crumbs: 'Está en',
  claims: 'Afirmaciones',
  kind: 'Tipo',
  who: 'Dónde se dijo',
  author: 'Autoría',
  date: 'Publicado',
  result: 'Nuestra cifra',
  interval: 'Según los matices',
  steps: 'La cuenta, paso a paso',
  stepsLead: 'Cada cifra lleva a su procedencia.',
  term: 'Término',
  figure: 'Cifra',
  period: 'Periodo',
  source: 'Fuente',
  given: 'no está en los datos; se da con la afirmación',
  missing: 'sin cifra',
  relation: 'Debe ser',
  relations: {
    equals: ({ n }) => `igual a ${n}`,
    about: ({ n }) => `unos ${n} (con un margen de la décima parte)`,
    'at-least': ({ n }) => `al menos ${n}`,
    'more-than': ({ n }) => `más de ${n}`,
    'at-most': ({ n }) => `como máximo ${n}`,
    'less-than': ({ n }) => `menos de ${n}`,
    nearly: ({ n }) => `casi ${n} (hasta una décima parte menos)`,
    highest: () => 'la primera es la más alta',
    lowest: () => 'la primera es la más baja',
  },
  sensitivity: '¿Cambiaría el veredicto con otra fuente o versión?',
  sensitivityNone: 'Ninguna otra fuente disponible tiene todas las cifras que necesita.',
  sensitivitySame: ({ n }) => `No: otras ${n} cuentas dan el mismo veredicto.`,
  sensitivityChanges: ({ n, all }) => `Sí: ${n} de otras ${all} cuentas dan otro veredicto.`,
  computation: 'Cuenta',
  withSource: ({ source }) => `todas las cifras de ${source}`,
  releases: 'En cada edición',
  noCheck: 'No se hace ninguna cuenta: arriba se dice qué falta.',
  sources: 'Fuentes usadas',
  data: 'Como datos',
  dataText: 'Esta afirmación en',
  sentence: 'En una frase',
  embed: 'Insertarla en otra página',
  sentenceText: ({ statement, verdict, version }) =>
    `«${statement}» ${verdict} (Cotejo, edición ${version}).`,
  because: ({ verdict, reason }) => `${verdict}: ${reason}`,
};

/** @public The test of all texts reads it. */
export const CLAIM_WORDS = { en, es };

export const claimWordsIn = (language: Language): typeof en => CLAIM_WORDS[language];
