/**
 * `/data/openapi.json`: the addresses described for programs (OpenAPI 3.1), from the lists that the answers
 * themselves are made by: the parser's parameters, each face's own, the columns, the limits.
 */
import { LIMITS } from '#stats/limits.ts';
import { QUERY_PARAMETERS } from '#stats/query/query.ts';
import { etagOf, FIVE_MINUTES, CORS_HEADERS } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { DESCRIBED, type Schema } from './parameters.ts';
import { SCHEMAS } from './schemas.ts';
import { refuseParameters } from '../data/read-query.ts';
import { COUNT, type FormatParameter } from '../http/format-parameters.ts';

/** Counts up when an address, a parameter or a column is added; nothing is ever taken away within 1. */
const VERSION = '1.0';

const ref = (kind: 'parameters' | 'schemas' | 'responses', name: string) => ({
  $ref: `#/components/${kind}/${name}`,
});

const parameters: Readonly<Record<string, object>> = {
  release: {
    name: 'release',
    in: 'path',
    required: true,
    description: 'The number of a release: its answers never change. `latest` redirects to the newest.',
    schema: { type: 'string', pattern: '^(latest|\\d+\\.\\d+\\.\\d+)$' },
    example: '1.0.0',
  },
  indicator: {
    name: 'indicator',
    in: 'path',
    required: true,
    description: 'The id of an indicator, from `/data/{release}/indicators.json`.',
    schema: { type: 'string' },
    example: 'homicide-rate',
  },
  ...Object.fromEntries(
    QUERY_PARAMETERS.map((name) => {
      const { description, schema, many, example } = DESCRIBED[name];
      const whole = many ? `${description} Several are joined by \`~\`.` : description;
      const accepted = many ? { type: 'string', 'x-values': schema } : schema;
      return [name, { name, in: 'query', description: whole, schema: accepted, ...(example && { example }) }];
    }),
  ),
};

/** A parameter of a format, its default first. */
const ownOf = ({ name, values, alone, pattern }: FormatParameter): object => ({
  name,
  in: 'query',
  schema:
    pattern !== undefined
      ? { type: 'string', pattern, default: values[0] }
      : { enum: alone === undefined ? values : [...values, ''], default: values[0] },
  ...(alone !== undefined && { allowEmptyValue: true, description: `The name alone means \`${alone}\`.` }),
});

function operationOf({ id, path, summary, type, schema, asks, extras, own, examples }: Operation): object {
  const inPath = ['release', 'indicator'].filter((name) => path.includes(`{${name}}`));
  const content: Record<string, object> = { [type]: schema ? { schema: ref('schemas', schema) } : {} };
  if (extras.includes(COUNT)) {
    const both =
      type === 'application/json' && schema
        ? { oneOf: [ref('schemas', schema), ref('schemas', 'Count')] }
        : ref('schemas', 'Count');
    content['application/json'] = { schema: both };
  }
  return {
    get: {
      operationId: id,
      summary: summary.en,
      parameters: [
        ...[...inPath, ...(asks ? QUERY_PARAMETERS : [])].map((name) => ref('parameters', name)),
        ...extras.map(ownOf),
        ...(own ?? []),
      ],
      responses: {
        '200': { description: 'The answer.', content },
        ...(inPath.length > 0 && { '302': { description: '`latest`, to the newest release.' } }),
        '304': { description: 'The asker has these bytes (If-None-Match).' },
        '400': ref('responses', 'Refused'),
        ...(inPath.length > 0 && { '404': ref('responses', 'Refused') }),
        '503': ref('responses', 'Refused'),
      },
      'x-examples': examples,
    },
  };
}

const document: Schema = {
  openapi: '3.1.0',
  info: {
    title: 'Cotejo',
    version: VERSION,
    summary: 'Statistics in which every number keeps its hedge, its source and its release.',
    description: `A parameter stands once; what is not understood is refused, never ignored. A query has at most ${LIMITS.queryBytes} bytes and an answer ${LIMITS.jsonCells} cells (${LIMITS.drawnCells} where it is drawn). Columns, parameters and addresses are only ever added.`,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  paths: Object.fromEntries(OPERATIONS.map((operation) => [operation.path, operationOf(operation)])),
  components: {
    parameters,
    schemas: SCHEMAS as unknown as Schema,
    responses: {
      Refused: {
        description: 'What is wrong, and what would be accepted. Embeds say the same as a page.',
        content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
      },
    },
  },
};

const body = `${JSON.stringify(document, null, 1)}\n`;
const etag = etagOf(body);

/** Answers `/data/openapi.json`. Throws BadQuery: it takes no parameters. */
export function answerOpenApi(request: AnswerRequest): WholeAnswer {
  refuseParameters(request);
  return {
    status: 200,
    headers: {
      ...CORS_HEADERS,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': FIVE_MINUTES,
      etag,
    },
    body,
  };
}
