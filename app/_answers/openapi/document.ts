/**
 * `/data/openapi.json`: the addresses described for programs (OpenAPI 3.1), from the same lists that the
 * answers use: the parser's parameters, those of each format, the columns, the limits.
 */
import { OPENAPI_WORDS, PARAMETER_WORDS } from '#app/_words/openapi.ts';
import { AS_OF } from '#stats/query/as-of.ts';
import { QUERY_PARAMETERS } from '#stats/query/query.ts';
import { etagOf, FIVE_MINUTES, CORS_HEADERS } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { MCP_ADDRESS } from '../http/routes.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { DESCRIBED, type Schema } from './parameters.ts';
import { SCHEMAS } from './schemas.ts';
import { refuseParameters } from '../data/read-query.ts';
import { COUNT, type FormatParameter } from '../http/format-parameters.ts';

/** Goes up when an address, a parameter or a column is added; nothing is removed within version 1. */
const VERSION = '1.0';

/** The only address that accepts POST. */
const TOOLS: Schema = {
  [MCP_ADDRESS]: {
    post: {
      operationId: 'callTools',
      summary: OPENAPI_WORDS.mcp,
      requestBody: {
        required: true,
        description: OPENAPI_WORDS.mcpBody,
        content: { 'application/json': { schema: { type: 'object' } } },
      },
      responses: {
        '200': {
          description: OPENAPI_WORDS.mcpAnswer,
          content: { 'application/json': {}, 'text/event-stream': {} },
        },
        '413': { description: OPENAPI_WORDS.mcpBody },
      },
    },
  },
};

/** Beside `latest` in the path. */
const AS_OF_PARAMETER = {
  name: AS_OF,
  in: 'query',
  description: OPENAPI_WORDS.asOf,
  schema: { type: 'string', format: 'date' },
};

const ref = (kind: 'parameters' | 'schemas' | 'responses', name: string) => ({
  $ref: `#/components/${kind}/${name}`,
});

const parameters: Readonly<Record<string, object>> = {
  release: {
    name: 'release',
    in: 'path',
    required: true,
    description: OPENAPI_WORDS.release,
    schema: { type: 'string', pattern: '^(latest|\\d+\\.\\d+\\.\\d+)$' },
    example: '1.0.0',
  },
  indicator: {
    name: 'indicator',
    in: 'path',
    required: true,
    description: OPENAPI_WORDS.indicator,
    schema: { type: 'string' },
    example: 'homicide-rate',
  },
  id: { name: 'id', in: 'path', required: true, description: OPENAPI_WORDS.id, schema: { type: 'string' } },
  ...Object.fromEntries(
    QUERY_PARAMETERS.map((name) => {
      const { schema, many, example } = DESCRIBED[name];
      const description = PARAMETER_WORDS[name];
      const whole = many ? OPENAPI_WORDS.several(description) : description;
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
  ...(alone !== undefined && { allowEmptyValue: true, description: OPENAPI_WORDS.alone(alone) }),
});

function operationOf({ id, path, summary, type, schema, asks, extras, own, examples }: Operation): object {
  const inPath = ['release', 'indicator', 'id'].filter((name) => path.includes(`{${name}}`));
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
        ...(path.includes('{release}') ? [AS_OF_PARAMETER] : []),
        ...extras.map(ownOf),
        ...(own ?? []),
      ],
      responses: {
        '200': { description: OPENAPI_WORDS.answer, content },
        ...(inPath.length > 0 && { '302': { description: OPENAPI_WORDS.redirect } }),
        '304': { description: OPENAPI_WORDS.notModified },
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
    summary: OPENAPI_WORDS.summary,
    description: OPENAPI_WORDS.description,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  paths: {
    ...Object.fromEntries(OPERATIONS.map((operation) => [operation.path, operationOf(operation)])),
    ...TOOLS,
  },
  components: {
    parameters,
    schemas: SCHEMAS as unknown as Schema,
    responses: {
      Refused: {
        description: OPENAPI_WORDS.refused,
        content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
      },
    },
  },
};

const body = `${JSON.stringify(document, null, 1)}\n`;
const etag = etagOf(body);

/** Answers `/data/openapi.json`. Throws BadQuery if there are any parameters. */
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
