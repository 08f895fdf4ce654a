/** Formats of periods that publishers use, and which of them read a column: for advice and for drafts. */
import { formatPeriod } from '#stats/time/period.ts';
import { formatReader, type FormatRole } from './period-format.ts';

type ReadText = ReturnType<typeof formatReader>;

/** Formats that publishers use, for advice and for drafts; those that only differ in the order of day and month last. */
const USUAL: readonly FormatRole[] = [
  ...["yyyy'M'MM", "yyyy-'M'MM", 'yyyyMM', 'yyyy/MM', 'yyyy.MM', 'MM/yyyy', 'M/yyyy', 'MMM-yy', 'MMM-yyyy'],
  ...['MMM yyyy', 'MMMM yyyy', 'MMM yy', 'MMMM-yyyy', "MMMM 'de' yyyy", 'MMMM, yyyy', 'yyyy MMM', 'yy-MMM'],
  ...['yyyyQq', 'yyyy-Qq', 'yyyy Qq', 'Qq yyyy', 'Qq-yyyy', 'Qq/yyyy', 'yyyy/Qq', 'Qq yy', 'yyyyKq'],
  ...['yyyyTq', 'yyyy-Tq', 'yyyy Tq', 'Tq yyyy', 'Tq-yyyy', 'qT yyyy', 'yyyy qT', 'yyyyqT', 'Tq yy'],
  ...['yyyySh', 'yyyy-Sh', 'yyyyHh', 'yyyy-Hh', 'Hh yyyy', 'yyyy Hh', 'yyyy Sh'],
  ...['FYyy', 'FY yy', "FY''yy", 'yyyyMMdd', 'yyyy/MM/dd', 'yyyy.MM.dd', 'dd.MM.yyyy', 'd MMMM yyyy'],
  ...['d MMM yyyy', 'dd-MMM-yy', 'dd-MMM-yyyy', 'MMMM d, yyyy', 'MMM d, yyyy', "d 'de' MMMM 'de' yyyy"],
  ...["yyyy-MM-dd'T'HH:mm:ss", 'yyyy-MM-dd HH:mm:ss', "yyyy-MM-dd'T'HH:mm:ss'Z'", 'yyyy-MM-dd HH:mm'],
  ...['EEE, MM/dd/yyyy - HH:mm', 'EEE, dd/MM/yyyy - HH:mm', 'M/d/yyyy HH:mm', 'd/M/yyyy HH:mm'],
  ...['M/d/yyyy', 'd/M/yyyy', 'M/d/yy', 'd/M/yy', 'M-d-yyyy', 'd-M-yyyy'],
]
  .map((format): FormatRole => ({ format }))
  .concat(
    ['yyyy/yy', 'yyyy-yy', 'yyyy–yy', 'FYyyyy-yy', 'FYyyyy/yy', 'yyyy/yyyy', 'yyyy-yyyy'].map((format) => ({
      format,
      basis: 'us-fiscal-year' as const,
    })),
  );

/** Quarters in Roman numerals alone: with `1` in place of `I` it may be a month. */
const ROMAN: readonly FormatRole[] = [
  'yyyy q',
  'yyyy-q',
  'yyyy.q',
  'yyyy/q',
  'q yyyy',
  'q-yyyy',
  'q/yyyy',
  'q.yyyy',
  'yyyyq',
  'q-yy',
  'q yy',
].map((format) => ({ format }));
const isRoman = (text: string): boolean => /(?<!\p{L})(IV|I{1,3})(?!\p{L})/iu.test(text);

let roman: readonly (readonly [FormatRole, ReadText])[] | undefined;
let usual: readonly (readonly [FormatRole, ReadText])[] | undefined;

/**
 * The usual formats that read every one of the texts: none, one, or several among which a person must choose (which of
 * two numbers is the day).
 * @example formatsOf(['01/02/2014']) -> M/d/yyyy and d/M/yyyy
 */
export function formatsOf(texts: readonly string[]): readonly FormatRole[] {
  usual ??= USUAL.map((role) => [role, formatReader(role)] as const);
  roman ??= ROMAN.map((role) => [role, formatReader(role)] as const);
  const some = texts.slice(0, 400);
  if (some.length === 0) return [];
  const tried = some.every(isRoman) ? [...usual, ...roman] : usual;
  const byPeriods = new Map<string, FormatRole>();
  for (const [role, read] of tried) {
    const periods: string[] = [];
    for (const text of some) {
      const verdict = read(text);
      if (!('period' in verdict)) break;
      periods.push(formatPeriod(verdict.period));
    }
    // Formats that read the same periods are one choice.
    const key = periods.join(' ');
    if (periods.length === some.length && !byPeriods.has(key)) byPeriods.set(key, role);
  }
  return [...byPeriods.values()];
}
