/**
 * The vocabularies of `stats` as Postgres enums. Their order matters where words are ranked (an assumed
 * period is less certain than a stated one), so new words are only ever appended.
 */
import { pgEnum } from 'drizzle-orm/pg-core';
import { ADDITIVITIES, MEASURES } from '../../stats/model/measure.ts';
import { AREA_KINDS } from '../../stats/model/catalogue.ts';
import { BASES, PERIOD_STATUSES } from '../../stats/time/period.ts';
import { INTERVAL_KINDS } from '../../stats/model/observation.ts';
import { QUALIFIERS } from '../../stats/uncertainty/hedge.ts';
import { STORED_GAPS } from '../../stats/model/gap.ts';

export const measure = pgEnum('measure', MEASURES);
export const additivity = pgEnum('additivity', ADDITIVITIES);
export const areaKind = pgEnum('area_kind', AREA_KINDS);
export const basis = pgEnum('basis', BASES);
export const periodStatus = pgEnum('period_status', PERIOD_STATUSES);
export const qualifier = pgEnum('qualifier', QUALIFIERS);
export const gap = pgEnum('gap', STORED_GAPS);
export const intervalKind = pgEnum('interval_kind', INTERVAL_KINDS);
