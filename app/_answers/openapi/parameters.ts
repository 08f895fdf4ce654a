/**
 * The parameters of a question for readers of the OpenAPI document: one entry for each name that the parser
 * knows, so that a new one cannot be forgotten here (the compiler counts), with values that tests ask for.
 */
import type { QUERY_PARAMETERS } from '#stats/query/query.ts';
import { LIMITS } from '#stats/limits.ts';
import { AXES } from '#stats/model/measure.ts';
import { BASES } from '#stats/time/period.ts';
import { MEMBERSHIPS, TRANSFORM_IDS } from '#stats/model/query.ts';

/** A JSON Schema, as far as it is used here. */
export type Schema = Readonly<Record<string, unknown>>;

interface Described {
  readonly description: string;
  /** Of one value, or of each of several that are joined by `~`. */
  readonly schema: Schema;
  /** Whether several values may be joined by `~`. */
  readonly many: boolean;
  readonly example: string;
}

const text: Schema = { type: 'string' };

export const DESCRIBED: Readonly<Record<(typeof QUERY_PARAMETERS)[number], Described>> = {
  basis: {
    description:
      'Kinds of period. Without it those of the indicator, of two kinds of year only the main one.',
    schema: { enum: BASES },
    many: true,
    example: 'calendar-year',
  },
  breakdown: {
    description: 'Parts of a figure, `dimension=code`, several dimensions parted by `;`; `_T` is the total.',
    schema: text,
    many: true,
    example: '_T',
  },
  by: {
    description: 'The axes that are kept apart; the others are combined by the rules of the measure.',
    schema: { enum: AXES },
    many: true,
    example: 'area~source',
  },
  country: {
    description: `Countries (ISO 3166-1 alpha-3) and cities (UN/LOCODE), by code or name, in the order wanted; at most ${LIMITS.areas} with the groups.`,
    schema: text,
    many: true,
    example: 'HND~SLV~GTM',
  },
  coverage: {
    description: 'Least share of members that a combined figure needs, above 0 and at most 1 (the default).',
    schema: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
    many: false,
    example: '0.8',
  },
  definition: {
    description: 'Ways of counting; for shares, what is divided by.',
    schema: text,
    many: true,
    example: '',
  },
  group: {
    description: 'Groups of areas: as published, and as computed from their members.',
    schema: text,
    many: true,
    example: 'northern-triangle',
  },
  members: {
    description:
      'Whose members a group has: those of the first day of each period (`of-the-day`, the default), or those of the day of the release for every period (`today`), which every figure then says. An undated list, such as the income groups, is always the second.',
    schema: { enum: MEMBERSHIPS },
    many: false,
    example: 'today',
  },
  origin: {
    description: `Nationality or country of origin, where the indicator has one; at most ${LIMITS.areas}.`,
    schema: text,
    many: true,
    example: 'HND',
  },
  source: {
    description:
      'Sources, each its own series; without it, or with `all`, every one. `preferred`: for each area the first that has figures.',
    schema: text,
    many: true,
    example: 'all',
  },
  time: {
    description: `A period, or a span of periods with \`..\` between its ends; \`earliest\` and \`latest\` are ends too. With \`/\` between two months it is one interval, as printed or as the sum of its months. At most ${LIMITS.periods} periods.`,
    schema: text,
    many: false,
    example: '2012..2014',
  },
  transform: {
    description: `What is made of the figures: ${TRANSFORM_IDS.map((id) => `\`${id}\``).join(', ')}. After a colon what it needs: the base year (\`index:2010\`), whose population (\`per-capita:origin\`), the number of periods (\`rolling-mean:3\`), one axis or time (\`rank:origin\`, \`rank:time\`), the figure that divides (\`ratio:area=MEX\`, \`ratio:time=2013\`, \`ratio:indicator=population\`, several parts joined by \`~\`: \`ratio:source=unodc~time=2012\`), the whole (\`share-of:breakdown=_T\`).`,
    schema: text,
    many: false,
    example: 'rank',
  },
  weight: {
    description:
      'For rates of groups: the source of the population that weighs them. Without it the one that the indicator names under `weight`; any other source of the same population is taken.',
    schema: text,
    many: false,
    example: 'world-bank-population',
  },
};
