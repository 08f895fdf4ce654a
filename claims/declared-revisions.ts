/**
 * Kinds of revision of editions that were published before cards could declare them (docs/rules.md#declared-revisions).
 * Each has the statement of its publisher that it rests on; without one an edition is not listed. The
 * list is closed: lists of changes between published releases are pinned, and have it in their last column.
 */
import type { DeclaredRevision } from '../stats/model/catalogue.ts';

export interface EarlierDeclaration {
  readonly id: string;
  readonly revision: DeclaredRevision;
  /** What the publisher says of it, in our words. */
  readonly statement: string;
  /** Where the publisher says it. */
  readonly url: string;
}

const WORLD_BANK = {
  revision: 'planned',
  statement:
    'Earlier years in World Development Indicators often change with each edition, which revises published data; the reasons are mostly better estimates.',
  url: 'http://data.worldbank.org/about/faq/data-publications',
} as const;

export const EARLIER_DECLARATIONS: readonly EarlierDeclaration[] = [
  { id: 'world-bank-homicide@2023-12-18', ...WORLD_BANK },
  { id: 'world-bank-homicide@2026-02-24', ...WORLD_BANK },
];
