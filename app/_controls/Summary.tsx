/** The line of a folded control: its subject and what is chosen. */
import type { ReactElement } from 'react';
import type { Choice } from './choices.ts';

/** Most names in the line; more are counted. */
const SHOWN = 2;

/**
 * @example summaryText(areas, ['HND', 'SLV'], 'All') === 'Honduras, El Salvador'
 * @example summaryText(areas, ['HND', 'SLV', 'GTM'], 'All') === '3'
 */
export function summaryText(choices: readonly Choice[], chosen: readonly string[], all: string): string {
  if (chosen.length === 0) return all;
  if (chosen.length > SHOWN) return String(chosen.length);
  return chosen.map((code) => choices.find((choice) => choice.code === code)?.name ?? code).join(', ');
}

/** @example spanText('2000', '', '', 'latest') === '2000–latest' */
export function spanText(from: string, to: string, all: string, latest: string): string {
  if (from === '' && to === '') return all;
  if (from === to) return from;
  if (to === '' && /^latest|\//.test(from)) return from === 'latest' ? latest : from;
  return `${from}–${to === '' ? latest : to}`;
}

/** Letters of a text that is always shown whole; longer ones give way where the bar is full. */
const WHOLE = 14;
export const isLong = (text: string): boolean => text.length > WHOLE;

export const Summary = ({
  label,
  text,
  all,
}: {
  readonly label: string;
  readonly text: string;
  /** The text if nothing is chosen. */
  readonly all: string;
}): ReactElement => (
  <summary data-all={all}>
    <span className="lab">{label}</span> <b>{text}</b>
  </summary>
);
