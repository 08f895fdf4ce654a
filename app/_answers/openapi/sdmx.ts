/** The addresses of the SDMX 2.1 REST interface, as the OpenAPI document and the page of URLs list them. */
import { OPERATION_WORDS } from '#app/_words/operations.ts';
import { SDMX_PARAMETER_WORDS } from '#app/_words/sdmx.ts';
import type { FormatParameter } from '../http/format-parameters.ts';
import { SDMX_BASE } from '../http/routes.ts';
import type { Operation } from './operation.ts';

const inPath = (name: string, description: string, example: string): object => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
  example,
});

const inQuery = (name: string, description: string): object => ({
  name,
  in: 'query',
  description,
  schema: { type: 'string' },
});

const FLOW = inPath('flow', SDMX_PARAMETER_WORDS.flow, 'COTEJO,homicide-rate,1.0.0');
const KEY = inPath('key', SDMX_PARAMETER_WORDS.key, 'A.HND+SLV....');
const VERSION = inPath('version', SDMX_PARAMETER_WORDS.version, '1.0.0');

const choice = (name: string, values: readonly string[]): FormatParameter => ({ name, values });

const STRUCTURE_TYPE = 'application/vnd.sdmx.structure+xml';
const EXAMPLE = 'COTEJO,homicide-rate,1.0.0';

const structure = (
  kind: 'dataflow' | 'datastructure' | 'codelist' | 'conceptscheme',
  id: string,
): Operation => ({
  id: `getSdmx${kind}`,
  path: `${SDMX_BASE}/${kind}/COTEJO/{id}/{version}`,
  summary: OPERATION_WORDS.getSdmxStructure,
  type: STRUCTURE_TYPE,
  asks: false,
  extras: [choice('references', ['none', 'children', 'descendants', 'parents', 'all'])],
  own: [inPath('id', SDMX_PARAMETER_WORDS.id, id), VERSION],
  examples: [`${SDMX_BASE}/${kind}/COTEJO/${id}/1.0.0`],
});

export const SDMX_OPERATIONS: readonly Operation[] = [
  {
    id: 'getSdmxData',
    path: `${SDMX_BASE}/data/{flow}/{key}`,
    summary: OPERATION_WORDS.getSdmxData,
    type: 'application/vnd.sdmx.genericdata+xml',
    asks: false,
    extras: [
      choice('format', ['genericdata', 'structurespecificdata', 'csv', 'jsondata']),
      choice('detail', ['full', 'dataonly', 'serieskeysonly', 'nodata']),
      choice('includeHistory', ['false', 'true']),
    ],
    own: [
      FLOW,
      KEY,
      ...(
        ['startPeriod', 'endPeriod', 'updatedAfter', 'firstNObservations', 'lastNObservations'] as const
      ).map((name) => inQuery(name, SDMX_PARAMETER_WORDS[name])),
    ],
    examples: [`${SDMX_BASE}/data/${EXAMPLE}/A.HND+SLV....?startPeriod=2012`],
  },
  {
    id: 'getSdmxAvailable',
    path: `${SDMX_BASE}/availableconstraint/{flow}/{key}`,
    summary: OPERATION_WORDS.getSdmxAvailable,
    type: STRUCTURE_TYPE,
    asks: false,
    extras: [],
    own: [FLOW, KEY],
    examples: [`${SDMX_BASE}/availableconstraint/${EXAMPLE}/all`],
  },
  structure('dataflow', 'homicide-rate'),
  structure('datastructure', 'homicide-rate'),
  structure('codelist', 'CL_AREA'),
  structure('conceptscheme', 'CS_COTEJO'),
];
