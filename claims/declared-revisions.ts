/**
 * Kinds of revision of editions that were published before cards could declare them (docs/rules.md#declared-revisions).
 * Each has the statement on file that it rests on; without one an edition is not listed.
 */
import type { DeclaredRevision } from '../stats/model/catalogue.ts';

export interface EarlierDeclaration {
  readonly id: string;
  readonly revision: DeclaredRevision;
  /** What is on file about it. */
  readonly statement: string;
}

const WORLD_BANK =
  'The note of the card: the World Bank releases the rates again several times a year, and each release rewrites earlier years.';

export const EARLIER_DECLARATIONS: readonly EarlierDeclaration[] = [
  { id: 'world-bank-homicide@2023-12-18', revision: 'planned', statement: WORLD_BANK },
  { id: 'world-bank-homicide@2026-02-24', revision: 'planned', statement: WORLD_BANK },
];
