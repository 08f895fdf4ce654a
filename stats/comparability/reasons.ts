/**
 * Reasons why series may not be shown side by side, or only with a note: a code for programs, a sentence for
 * readers and a rule for the method page. `apart` means that the series must not share an axis; `note` means
 * that the reason must be shown.
 */
import { REASON_WORDS } from '../wording/comparability.ts';
import type { Text } from '../language.ts';

export const REASON_CODES = [
  'unit',
  'counted',
  'stock-flow',
  'denominator',
  'partial-year',
  'time-length',
  'definition',
  'break',
  'subject',
  'time-basis',
  'season',
  'unplaced',
  'dates',
  'scope',
  'origin',
  'overlap',
  'coverage',
  'source',
  'secondary-source',
  'assumed-period',
  'rounding',
  'interval-kind',
  'computed',
  'city-limits',
  'small-population',
  'measured-differently',
  'minimum',
  'few-cases',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
export type Severity = 'apart' | 'note';

export interface Reason {
  readonly code: ReasonCode;
  readonly severity: Severity;
  /** What differs, as codes. */
  readonly of: readonly string[];
  readonly text: Text;
}

interface Grounds {
  readonly severity: Severity;
  readonly words: (list: Text) => Text;
  readonly rule: Text;
}

const SEVERITY: Readonly<Record<ReasonCode, Severity>> = {
  unit: 'apart',
  counted: 'apart',
  'stock-flow': 'apart',
  denominator: 'apart',
  'partial-year': 'apart',
  'time-length': 'apart',
  definition: 'note',
  break: 'note',
  subject: 'note',
  'time-basis': 'note',
  season: 'note',
  unplaced: 'note',
  dates: 'note',
  scope: 'note',
  origin: 'note',
  overlap: 'note',
  coverage: 'note',
  source: 'note',
  'secondary-source': 'note',
  'assumed-period': 'note',
  rounding: 'note',
  'interval-kind': 'note',
  computed: 'note',
  'city-limits': 'note',
  'small-population': 'note',
  'measured-differently': 'note',
  minimum: 'note',
  'few-cases': 'note',
};

/** Every reason with its severity and its texts. */
export const REASONS = Object.fromEntries(
  REASON_CODES.map((code) => [code, { severity: SEVERITY[code], ...REASON_WORDS[code] }]),
) as unknown as Readonly<Record<ReasonCode, Grounds>>;

/** A reason and what differs, as codes for programs and as names for readers. */
export function reason(
  code: ReasonCode,
  of: readonly string[],
  names: readonly Text[] = of.map((code) => ({ en: code, es: code })),
): Reason {
  const { severity, words } = REASONS[code];
  // Sentences are separated by spaces, names by commas.
  const between = names.every((name) => name.en.endsWith('.')) ? ' ' : ', ';
  const list = (language: 'en' | 'es'): string => names.map((name) => name[language]).join(between);
  return { code, severity, of, text: words({ en: list('en'), es: list('es') }) };
}
