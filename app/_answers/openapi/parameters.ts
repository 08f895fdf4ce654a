/**
 * The parameters of a question for the OpenAPI document: an entry for each name that the parser knows (the
 * compiler checks that none is missing), with values that tests request.
 */
import type { QUERY_PARAMETERS } from '#stats/query/query.ts';
import { AXES } from '#stats/model/measure.ts';
import { BASES } from '#stats/time/period.ts';
import { MEMBERSHIPS } from '#stats/model/query.ts';

/** A JSON Schema, as far as it is used here. */
export type Schema = Readonly<Record<string, unknown>>;

interface Described {
  /** Of one value, or of each of several that are joined by `~`. */
  readonly schema: Schema;
  /** Whether several values may be joined by `~`. */
  readonly many: boolean;
  readonly example: string;
}

const text: Schema = { type: 'string' };

export const DESCRIBED: Readonly<Record<(typeof QUERY_PARAMETERS)[number], Described>> = {
  basis: {
    schema: { enum: BASES },
    many: true,
    example: 'calendar-year',
  },
  breakdown: {
    schema: text,
    many: true,
    example: '_T',
  },
  by: {
    schema: { enum: AXES },
    many: true,
    example: 'area~source',
  },
  country: {
    schema: text,
    many: true,
    example: 'HND~SLV~GTM',
  },
  coverage: {
    schema: { type: 'string', pattern: '^(0?\\.[0-9]{1,4}|1(\\.0+)?)(:population)?$' },
    many: false,
    example: '0.8',
  },
  definition: {
    schema: text,
    many: true,
    example: '',
  },
  group: {
    schema: text,
    many: true,
    example: 'northern-triangle',
  },
  members: {
    schema: { enum: MEMBERSHIPS },
    many: false,
    example: 'today',
  },
  origin: {
    schema: text,
    many: true,
    example: 'HND',
  },
  source: {
    schema: text,
    many: true,
    example: 'all',
  },
  time: {
    schema: text,
    many: false,
    example: '2012..2014',
  },
  transform: {
    schema: text,
    many: false,
    example: 'rank',
  },
  weight: {
    schema: text,
    many: false,
    example: 'world-bank-population',
  },
};
