/** Texts of the OpenAPI document, which is in English only. */
import { DEFAULT_COVERAGE } from '#stats/default-coverage.ts';
import { LIMITS } from '#stats/limits.ts';
import { TRANSFORM_IDS } from '#stats/model/query.ts';
import type { QUERY_PARAMETERS } from '#stats/query/query.ts';

export const OPENAPI_WORDS = {
  summary: 'Statistics in which every number keeps its hedge, its source and its release.',
  description: `Use each parameter once. Unknown parameters and values are refused, never ignored. A query has at most ${LIMITS.queryBytes} bytes and an answer at most ${LIMITS.jsonCells} cells (${LIMITS.drawnCells} in an image). Columns, parameters and URLs are only added, never removed.`,
  release: 'The number of a release. Its figures never change. `latest` redirects to the newest release.',
  id: 'The id of a source or of a claim, or the permanent id of a published figure: indicator, source, area (with origin, breakdown and definition where they matter) and period joined by `~`.',
  indicator: 'The id of an indicator, from `/data/{release}/indicators.json`.',
  asOf: 'With `latest` in the path: a day, answered with a redirect to the newest release published on that day or before it. Refused beside the number of a release.',
  mcp: 'Tools for assistants: the Model Context Protocol over Streamable HTTP, without sessions. Each request is one JSON-RPC message; the tools read this site and change nothing.',
  mcpBody: 'A JSON-RPC 2.0 message of the Model Context Protocol, of at most 64 KB.',
  mcpAnswer:
    'The result or the error as JSON-RPC; a client of the protocol of 2025 gets it as the only event of a stream.',
  several: (description: string): string => `${description} Join several values with \`~\`.`,
  alone: (value: string): string => `The name without a value means \`${value}\`.`,
  answer: 'The answer.',
  redirect: 'Redirects `latest` to the newest release.',
  notModified: 'The client already has this version (If-None-Match).',
  refused: 'What is wrong and which values are accepted. Embeds show the same as a page.',
};

/** The parameter that names a figure of an answer. */
export const CELL_PARAMETER_WORDS =
  'The figure of this answer, as its page names it: indicator, source, area (with origin, breakdown and definition where they matter) and period joined by `~`, and `computed` for one that Cotejo combined.';

/** The parameters of a claim of the reader's own. */
export const CHECK_PARAMETER_WORDS = {
  term: 'A question with one figure as its answer, `indicator?query`, percent-encoded; `#HND` after it takes the figure of one code. Any letters name a term: `a`, `b`, ...',
  expression:
    'The arithmetic, with each name once: `a / b`, `(a / b - 1) * 100`, `max(a, b)`; or a list whose first is compared with the others: `a, b, c`.',
  relation:
    'What the result must be: `at-least:3`, `more-than:20000`, `at-most:5`, `less-than:2`, `equals:3.6`, `about:4`, `nearly:2`; for a list `highest` or `lowest`.',
};

/** The parameters of what changed between two releases. */
export const DIFF_PARAMETER_WORDS = {
  from: 'The earlier release.',
  to: 'The later release.',
  indicator: 'Only this indicator.',
  area: 'Only rows of this area or origin, by its code.',
};

/** The parameters of one series in every file, and of where a number stands. */
export const VINTAGE_PARAMETER_WORDS = {
  indicator: 'The id of an indicator.',
  area: 'The code of an area.',
  basis: 'The kind of period; the default is the main one of the indicator.',
  breakdown: 'The breakdown of the series; the default is `_T`, the total.',
  definition: 'The definition of the series; the default is `main`.',
  origin: 'The origin of the series; the default is `_Z`, none.',
  number: 'The number as printed, with a point before its decimals: its last digit says how it was rounded.',
};

/** Parameters of a query. */
export const PARAMETER_WORDS: Readonly<Record<(typeof QUERY_PARAMETERS)[number], string>> = {
  basis:
    'Kinds of period. The default is all kinds of the indicator; of two kinds of year, only the main one.',
  breakdown: 'Parts of a figure, `dimension=code`; separate several dimensions with `;`. `_T` is the total.',
  by: 'The dimensions to keep separate; the others are combined by the rules of the measure.',
  country: `Countries (ISO 3166-1 alpha-3) and cities (UN/LOCODE), by code or name, in the order you want them; at most ${LIMITS.areas} including groups.`,
  coverage: `Minimum share that a combined figure needs, above 0 and at most 1: of its members or, with \`:population\`, of their population. The default is ${DEFAULT_COVERAGE}.`,
  definition: 'Counting rules; for shares, the denominator.',
  group: 'Groups of areas, as published and as computed from their members.',
  members:
    'Which members a group has: those on the first day of each period (`of-the-day`, the default), or those on the release date for every period (`today`). Lists without a date, such as the income groups until release 1.5.0, always apply to every period. A figure computed with today’s members carries a note.',
  origin: `Nationality or country of origin, if the indicator has one; at most ${LIMITS.areas}.`,
  source:
    'Sources, each as its own series. The default, `all`, is every source. `preferred` is the first source with figures for each area.',
  time: `A period, or a range of periods with \`..\` between its ends; \`earliest\` and \`latest\` can be ends. Two months with \`/\` between them are one interval, as printed or as the sum of its months. At most ${LIMITS.periods} periods.`,
  transform: `Transformation to apply: ${TRANSFORM_IDS.map((id) => `\`${id}\``).join(', ')}. Append its argument after a colon: the base year (\`index:2010\`), whose population (\`per-capita:origin\`), the number of periods (\`rolling-mean:3\`), one dimension or time (\`rank:origin\`, \`rank:time\`), the figure to divide by (\`ratio:area=MEX\`, \`ratio:time=2013\`, \`ratio:indicator=population\`; join several parts with \`~\`: \`ratio:source=unodc~time=2012\`) or the whole (\`share-of:breakdown=_T\`).`,
  weight:
    'For rates of groups: the source of the population used as a weight. The indicator names the default under `weight`; any other source of the same population is accepted.',
};

/** Parameters of a query about several indicators. */
export const COMPARE_PARAMETER_WORDS = {
  indicators: `Two to ${LIMITS.indicators} indicators, joined by \`~\`. With two, the answer contains their pairs.`,
  country:
    'Countries and cities, joined by `~`. For an indicator with `place=origin`, they are countries of origin.',
  group: 'Groups of areas, joined by `~`.',
  members:
    'Members of the groups: those on the first day of each period (`of-the-day`) or those on the release date (`today`).',
  time: 'A period or a range. A bare year means the kind of year that each indicator uses.',
  numbered: (name: string): string =>
    `\`${name}\` of the first indicator; \`${name}.2\` is for the second, and so on. The default is the query that the indicator’s page opens with; for sources, the preferred one.`,
  place:
    'The area used to match this indicator with the others: `area`, where it happened, or `origin`, where people come from.',
};

/** Bodies of answers. */
export const SCHEMA_WORDS = {
  row: 'One figure or gap. New columns are only added at the end, here and in CSV.',
  breaks: 'Dates on which a series changed, each with the source that states it.',
  comparability: 'Whether the series can be compared: a verdict, and reasons as codes and sentences.',
  dependence:
    'For several sources: their ranges, and whether an order, a rise or a fall depends on the source.',
  columns:
    'The columns of `Row`, each as one value for all rows, as codes with an index for each row, or as values in the order of the rows. Columns under `empty` have no value.',
  jsonStat:
    'JSON-stat 2.0. The last dimension is value, low and high; `status` has the hedge of a number or the reason of a gap; `extension.observations` has the other columns.',
  problem: 'RFC 9457: the parameter, the value received and the values accepted.',
  count:
    'The answer to `?count`: the number of rows of the file at `address`, and whether it is within the limit.',
  sides: 'For several indicators: the number of figures of each.',
  revisions:
    'What changed from one release to a later one. `was` is null for added rows, `is` is null for removed rows. At most `most` rows are listed; `counts` counts all of them.',
};

/** Parameters of figures in a text, of boards and of oEmbed. */
export const EMBED_PARAMETER_WORDS = {
  indicator: 'The indicator of the figure; the other parameters must leave a single figure.',
  panel: 'A question, percent-encoded: the indicator, a question mark, and its parameters.',
  url: 'The absolute address of a page or an embed of this site, percent-encoded.',
  format: 'json or xml.',
  size: 'The most pixels that the consumer has.',
} as const;
