/** The bodies of answers as JSON Schema, from the columns of a download and the problems that we tell. */
import { SCHEMA_WORDS } from '#app/_words/openapi.ts';
import { DOWNLOAD_COLUMNS, COLUMN_NAMES } from '#app/_downloads/columns.ts';
import { GAPS } from '#stats/model/gap.ts';
import { QUALIFIERS } from '#stats/uncertainty/hedge.ts';
import { MEASURES } from '#stats/model/measure.ts';
import { COMPUTATIONS, INTERVAL_KINDS, WEIGHT_BOUNDS } from '#stats/model/observation.ts';
import { BASES, PERIOD_STATUSES } from '#stats/time/period.ts';
import { REVISION_KINDS } from '#stats/evidence/revision.ts';
import { VERDICTS } from '#stats/comparability/verdict.ts';
import type { Schema } from './parameters.ts';
import { TRANSFORM_IDS } from '#stats/model/query.ts';

const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const number: Schema = { type: ['number', 'null'] };
const boolean: Schema = { type: ['boolean', 'null'] };
const text: Schema = { type: 'string' };
const perhaps: Schema = { type: ['string', 'null'] };
const count: Schema = { type: 'integer', minimum: 0 };
const place: Schema = { type: ['integer', 'null'], minimum: 1 };

/** The type of a column in a JSON row, if it is not a text. */
const KINDS: Readonly<Partial<Record<keyof typeof DOWNLOAD_COLUMNS, Schema>>> = {
  Year: { type: ['integer', 'null'] },
  measure: { enum: MEASURES },
  period_start: perhaps,
  period_end: perhaps,
  basis: { enum: BASES },
  value: number,
  low: number,
  high: number,
  low_inclusive: boolean,
  high_inclusive: boolean,
  qualifier: { enum: [...QUALIFIERS, null] },
  interval_kind: { enum: INTERVAL_KINDS },
  numerator: number,
  denominator: number,
  gap: orNull({
    type: 'object',
    properties: { code: { enum: GAPS }, missing: { type: 'array', items: text } },
    required: ['code', 'missing'],
  }),
  coverage_members: orNull({
    type: 'object',
    properties: { present: count, expected: count },
    required: ['present', 'expected'],
  }),
  coverage_weight: number,
  computed: { enum: [...COMPUTATIONS, null] },
  edition: { type: 'array', items: text },
  locator: perhaps,
  attributed_to: perhaps,
  printed: perhaps,
  note: { type: 'array', items: { type: 'object', required: ['text', 'mandatory'] } },
  status: { enum: PERIOD_STATUSES },
  transform: { enum: [...TRANSFORM_IDS, null] },
  rank_low: place,
  rank_high: place,
  rank_of: place,
  last_on_file: perhaps,
  compiled_by: perhaps,
  coverage_weight_bound: { enum: [...WEIGHT_BOUNDS, null] },
};

const row: Schema = {
  type: 'object',
  description: SCHEMA_WORDS.row,
  properties: Object.fromEntries(
    COLUMN_NAMES.map((name) => [
      name,
      { ...(KINDS[name] ?? text), description: DOWNLOAD_COLUMNS[name].meaning.en },
    ]),
  ),
  required: COLUMN_NAMES,
};

const comparison: Schema = {
  type: 'object',
  properties: {
    format: { const: 'cotejo-comparison' },
    version: { const: 1 },
    address: text,
    breaks: { type: 'array', description: SCHEMA_WORDS.breaks },
    comparability: {
      type: ['object', 'null'],
      description: SCHEMA_WORDS.comparability,
      properties: {
        verdict: { enum: VERDICTS },
        reasons: { type: 'array', items: { type: 'object', required: ['code', 'severity', 'of', 'text'] } },
      },
      required: ['verdict', 'reasons'],
    },
    dependence: {
      type: ['object', 'null'],
      description: SCHEMA_WORDS.dependence,
    },
    rows: { type: 'array', items: { $ref: '#/components/schemas/Row' } },
  },
  required: [
    'format',
    'version',
    'release',
    'language',
    'address',
    'query',
    'indicator',
    'sources',
    'editions',
    'rows',
  ],
};

const problem: Schema = {
  type: 'object',
  description: SCHEMA_WORDS.problem,
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    instance: text,
    parameter: perhaps,
    value: perhaps,
    accepted: { type: 'array', items: text },
    nearest: text,
  },
  required: ['type', 'title', 'status', 'detail', 'instance'],
};

const counted: Schema = {
  type: 'object',
  description: SCHEMA_WORDS.count,
  properties: {
    release: text,
    address: text,
    count,
    sides: { type: 'array', items: count, description: SCHEMA_WORDS.sides },
    limit: count,
    accepted: { type: 'boolean' },
  },
  required: ['release', 'address', 'count', 'limit', 'accepted'],
};

const revised: Schema = orNull({
  type: 'object',
  properties: {
    qualifier: { enum: [...QUALIFIERS, null] },
    value: number,
    low: number,
    high: number,
    numerator: number,
    denominator: number,
    gap: perhaps,
    edition: text,
  },
});

const revisions: Schema = {
  type: 'object',
  description: SCHEMA_WORDS.revisions,
  properties: {
    format: { const: 'cotejo-revisions' },
    version: { const: 1 },
    from: text,
    to: text,
    indicator: text,
    counts: {
      type: 'object',
      properties: Object.fromEntries(REVISION_KINDS.map((kind) => [kind, count])),
      required: REVISION_KINDS,
    },
    most: count,
    rows: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          change: { enum: REVISION_KINDS },
          source: text,
          area: text,
          counterpart: text,
          breakdown: text,
          definition: text,
          period: text,
          basis: { enum: BASES },
          was: revised,
          is: revised,
        },
        required: ['change', 'source', 'area', 'period', 'was', 'is'],
      },
    },
  },
  required: ['format', 'version', 'from', 'to', 'indicator', 'counts', 'most', 'rows'],
};

const columns: Schema = {
  type: 'object',
  description: SCHEMA_WORDS.columns,
  properties: {
    format: { const: 'cotejo-columns' },
    version: { const: 1 },
    release: text,
    address: text,
    rows: count,
    empty: { type: 'array', items: { enum: COLUMN_NAMES } },
    codebook: { type: 'object', additionalProperties: text },
    columns: {
      type: 'object',
      additionalProperties: {
        oneOf: [
          { type: 'object', required: ['all'] },
          {
            type: 'object',
            properties: { index: { type: 'array', items: count } },
            required: ['codes', 'index'],
          },
          { type: 'object', required: ['values'] },
        ],
      },
    },
  },
  required: ['format', 'version', 'release', 'address', 'rows', 'empty', 'codebook', 'columns'],
};

const jsonStat: Schema = {
  type: 'object',
  description: SCHEMA_WORDS.jsonStat,
  properties: {
    version: { const: '2.0' },
    class: { const: 'dataset' },
    id: { type: 'array', items: text },
    size: { type: 'array', items: count },
    dimension: { type: 'object' },
    status: { type: 'object', additionalProperties: { enum: [...QUALIFIERS, ...GAPS] } },
  },
  required: ['version', 'class', 'id', 'size', 'dimension', 'value', 'status'],
};

export const SCHEMAS: Readonly<
  Record<'Row' | 'Comparison' | 'Columns' | 'JsonStat' | 'Problem' | 'Count' | 'Revisions', Schema>
> = {
  Row: row,
  Comparison: comparison,
  Columns: columns,
  JsonStat: jsonStat,
  Problem: problem,
  Count: counted,
  Revisions: revisions,
};
