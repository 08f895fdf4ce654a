/**
 * The parameters of a question for readers of the OpenAPI document: one entry for each name that the parser
 * knows, so that a new one cannot be forgotten here (the compiler counts), with values that tests ask for.
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
    schema: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
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
