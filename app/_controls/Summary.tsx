/** The summary of a folding list: its subject and the selected items. */
import type { ReactElement } from 'react';
import type { Choice } from './choices.ts';

/** Most names in the line; the others are counted. */
const SHOWN = 4;

/** @example summaryText(areas, ['HND', 'SLV'], 'All on file') === 'Honduras, El Salvador' */
export function summaryText(choices: readonly Choice[], chosen: readonly string[], all: string): string {
  if (chosen.length === 0 || chosen.length >= choices.length) return all;
  const names = chosen.map((code) => choices.find((choice) => choice.code === code)?.name ?? code);
  return names.length <= SHOWN
    ? names.join(', ')
    : `${names.slice(0, SHOWN - 1).join(', ')} + ${names.length - SHOWN + 1}`;
}

export const Summary = ({
  label,
  choices,
  chosen,
  all,
}: {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly all: string;
}): ReactElement => (
  <summary className="select" data-all={all}>
    <span className="lab">{label}</span> <b>{summaryText(choices, chosen, all)}</b>
  </summary>
);
