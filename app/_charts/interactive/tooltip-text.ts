/** A stop in words: its readings, their sources, and all of it as a sentence for a screen reader. */
import type { TooltipEntry, FocusPoint } from '../model/chart.ts';

/** The origin of a reading: source and place in it if it is the only reading, otherwise the source only. */
export const originOf = (reading: TooltipEntry, { readings }: FocusPoint): string =>
  readings.length > 1 ? reading.from : reading.source;

/** The origin that all readings share, so that it is written once; null if they differ. */
export function sharedOrigin(stop: FocusPoint): string | null {
  const origins = new Set(stop.readings.map((reading) => originOf(reading, stop)));
  return origins.size === 1 ? ([...origins][0] ?? null) : null;
}

/** The period that all readings share; null if they differ. */
export function sharedPeriod({ readings }: FocusPoint): string | null {
  const periods = new Set(readings.map((reading) => reading.period));
  return periods.size === 1 ? ([...periods][0] ?? null) : null;
}

/**
 * @example 'Honduras, 2014: 65.0. UNODC, Global Study 2019, sheet 2'
 * @example 'Honduras, 2014: 65.0; Guatemala, 2014: 33.5. UNODC, Global Study 2019'
 * @example 'Brazil, 2015. Homicide rate: 28.9. UNODC; Gini index: 51.9. Gapminder'
 */
export function sentenceOf(stop: FocusPoint): string {
  const origin = stop.readings.length > 1 ? sharedOrigin(stop) : null;
  // The area and its year come before its figures.
  const period = stop.name === undefined ? null : sharedPeriod(stop);
  const said = stop.readings.map((reading) => {
    const whose = period === null ? `${reading.who}, ${reading.period}` : reading.who;
    const from = origin === null ? originOf(reading, stop) : '';
    return [`${whose}: ${reading.figure}`, from, reading.note].filter(Boolean).join('. ');
  });
  const head = [stop.name, period].filter(Boolean).join(', ');
  return [head, said.join('; '), origin].filter(Boolean).join('. ');
}
