/**
 * Whether series may be shown side by side: `comparable`, `comparable-with-notes` or `not-comparable`, with
 * the reasons. One severe reason is enough for `not-comparable`; all reasons are given.
 *
 * @example the asylum share of petitions and of cases closed -> not-comparable (denominator, source, ...)
 * @example homicide rates of El Salvador and Honduras in 2014, one source -> comparable
 */
import { VERDICT_WORDS, COUNTED_WORDS } from '../wording/comparability.ts';
import { countingUnitOf } from '../model/counting-unit.ts';
import { MEASURE_RULES } from '../model/measure.ts';
import { unique } from '../text.ts';
import type { Language } from '../language.ts';
import type { IntervalKind } from '../model/observation.ts';
import { INTERVAL_WORDS } from '../format/labels.ts';
import type { Break } from '../model/break.ts';
import { cautionReasons } from './caution.ts';
import { peopleReasons } from './people.ts';
import type { Reason } from './reasons.ts';
import { REASON_CODES, reason } from './reasons.ts';
import type { Subject } from './subject.ts';
import { timeReasons } from './time.ts';

export const VERDICTS = ['comparable', 'comparable-with-notes', 'not-comparable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Comparability {
  readonly verdict: Verdict;
  /** The most severe first, then in the order of the list of codes. */
  readonly reasons: readonly Reason[];
}

/** Reasons that concern the indicator, its unit and its definition. */
function meaningReasons(subjects: readonly Subject[]): Reason[] {
  const found: Reason[] = [];
  const indicators = [...new Map(subjects.map(({ indicator }) => [indicator.id, indicator])).values()];
  const units = new Map(indicators.map(({ unit }) => [unit.code, unit.label]));
  if (units.size > 1) found.push(reason('unit', [...units.keys()], [...units.values()]));
  else if (indicators.length > 1) {
    found.push(
      reason(
        'subject',
        indicators.map((indicator) => indicator.id),
        indicators.map((indicator) => indicator.title),
      ),
    );
  }
  const counted = unique(subjects.map(({ indicator, key }) => countingUnitOf(indicator, key.definition)));
  if (counted.length > 1) {
    const names = counted.map((unit) => COUNTED_WORDS[unit] ?? { en: unit, es: unit });
    found.push(reason('counted', counted, names));
  }
  const sums = unique(
    indicators.flatMap(({ measure, additive }) =>
      MEASURE_RULES[measure].isRatio || additive === 'none' ? [] : [additive],
    ),
  );
  if (sums.length > 1) found.push(reason('stock-flow', sums));
  const shares = subjects.filter(({ indicator }) => indicator.measure === 'share');
  const wholes = unique(shares.map(({ indicator, key }) => `${indicator.unit.code}: ${key.definition}`));
  if (wholes.length > 1) found.push(reason('denominator', wholes));
  const defined = indicators
    .filter((indicator) => indicator.measure !== 'share')
    .map((indicator) =>
      unique(subjects.filter(({ key }) => key.indicator === indicator.id).map(({ key }) => key.definition)),
    )
    .filter((codes) => codes.length > 1);
  if (defined.length > 0) found.push(reason('definition', unique(defined.flat())));
  return found;
}

/** Reasons that concern the sources and their methods. */
function sourceReasons(subjects: readonly Subject[]): Reason[] {
  const found: Reason[] = [];
  const sources = [...new Map(subjects.map(({ source }) => [source.id, source])).values()];
  const list = (some: typeof sources, code: 'source' | 'secondary-source'): Reason =>
    reason(
      code,
      some.map((source) => source.id),
      some.map((source) => source.shortTitle),
    );
  if (sources.length > 1) {
    found.push(list(sources, 'source'));
    const secondary = sources.filter((source) => source.kind === 'secondary');
    if (secondary.length > 0) found.push(list(secondary, 'secondary-source'));
  }
  const [kindsFound, ways] = [new Set<IntervalKind>(), new Set<boolean>()];
  for (const { cells } of subjects) {
    for (const cell of cells) {
      kindsFound.add(cell.intervalKind);
      ways.add(cell.computed !== null);
    }
  }
  const kinds = [...kindsFound];
  if (kinds.includes('rounding') && kinds.length > 1) found.push(reason('rounding', kinds));
  const intervals = kinds.filter((kind) => kind !== 'none' && kind !== 'rounding');
  if (intervals.length > 1) {
    found.push(
      reason(
        'interval-kind',
        intervals,
        intervals.map((kind) => INTERVAL_WORDS[kind]),
      ),
    );
  }
  if (ways.size > 1) found.push(reason('computed', []));
  return found;
}

/**
 * A verdict as one text, for formats that have one line for it.
 * @example 'Comparable with notes. They come from different sources: A, B.'
 */
export const verdictText = ({ verdict, reasons }: Comparability, language: Language): string =>
  [`${VERDICT_WORDS[verdict][language]}.`, ...reasons.map((reason) => reason.text[language])].join(' ');

/** The verdict on any set of series. A single series is compared with itself over time. */
export function comparabilityOf(subjects: readonly Subject[], breaks: readonly Break[]): Comparability {
  const reasons = [
    ...meaningReasons(subjects),
    ...timeReasons(subjects, breaks),
    ...peopleReasons(subjects),
    ...sourceReasons(subjects),
    ...cautionReasons(subjects),
  ].sort((a, b) => REASON_CODES.indexOf(a.code) - REASON_CODES.indexOf(b.code));
  const apart = reasons.some((reason) => reason.severity === 'apart');
  return {
    verdict: apart ? 'not-comparable' : reasons.length > 0 ? 'comparable-with-notes' : 'comparable',
    reasons,
  };
}
