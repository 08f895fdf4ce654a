/** A stop as a sentence for a screen reader. */
import type { Reading, Stop } from './model.ts';

const reading = (r: Reading): string =>
  [`${r.who}, ${r.period}: ${r.figure}`, r.source, r.note].filter(Boolean).join('. ');

/** @example 'Honduras, 2014: 65.0. UNODC, 2025' */
export const sentenceOf = (stop: Stop): string => stop.readings.map(reading).join('; ');
