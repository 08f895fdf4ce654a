/** Published statements with a recomputation in our own query grammar, and a verdict for each release. */
import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { sources } from './catalogue.ts';
import { releases } from './releases.ts';

export const claims = pgTable(
  'claims',
  {
    id: integer('id').generatedAlwaysAsIdentity(),
    slug: text('slug').notNull(),
    sourceId: integer('source_id').notNull(),
    locator: text('locator').notNull(),
    kind: text('kind').notNull(),
    statementEn: text('statement_en').notNull(),
    statementEs: text('statement_es').notNull(),
    printed: text('printed').notNull(),
    /** The recomputation, in the query grammar. */
    recomputation: text('recomputation'),
  },
  (t) => [
    primaryKey({ name: 'claims_pk', columns: [t.id] }),
    unique('claims_slug_is_unique').on(t.slug),
    foreignKey({ name: 'claims_source_fk', columns: [t.sourceId], foreignColumns: [sources.id] }),
  ],
);

export const claimVerdicts = pgTable(
  'claim_verdicts',
  {
    claimId: integer('claim_id').notNull(),
    releaseId: integer('release_id').notNull(),
    verdict: text('verdict').notNull(),
    reasonEn: text('reason_en').notNull(),
    reasonEs: text('reason_es').notNull(),
  },
  (t) => [
    primaryKey({ name: 'claim_verdicts_pk', columns: [t.claimId, t.releaseId] }),
    foreignKey({ name: 'claim_verdicts_claim_fk', columns: [t.claimId], foreignColumns: [claims.id] }),
    foreignKey({ name: 'claim_verdicts_release_fk', columns: [t.releaseId], foreignColumns: [releases.id] }),
    check(
      'claim_verdicts_are_known',
      sql`${t.verdict} in ('holds', 'holds-after-rounding', 'fails', 'cannot-be-checked')`,
    ),
  ],
);
