/** The addresses of PxWebApi, as the OpenAPI document and the page of URLs list them. */
import { OPERATION_WORDS } from '#app/_words/operations.ts';
import { LANGUAGES } from '#stats/language.ts';
import { LANG } from '../http/format-parameters.ts';
import type { Operation } from './operation.ts';

const operation = (
  name: 'Config' | 'Tables' | 'Table' | 'Metadata' | 'DefaultSelection' | 'Data',
  rest: string,
  example: string,
): Operation => ({
  id: `getPxWeb${name}`,
  path: `/pxweb/{release}/v2/${rest}`,
  summary: OPERATION_WORDS[name === 'Data' ? 'getPxWebData' : 'getPxWeb'],
  type: 'application/json',
  asks: false,
  extras: [LANG],
  examples: [`/pxweb/1.0.0/v2/${example}`],
});

const LANGUAGE = {
  name: 'language',
  in: 'path',
  required: true,
  description: OPERATION_WORDS.pxWebLanguage.en,
  schema: { type: 'string', pattern: `^(${LANGUAGES.join('|')})$` },
  example: 'en',
};

/** Version 1, for R's package pxweb. */
const operationOne = (name: 'List' | 'Variables', rest: string, example: string): Operation => ({
  id: `getPxWebOne${name}`,
  path: `/pxweb/{release}/v1/{language}${rest}`,
  summary: OPERATION_WORDS.getPxWebOne,
  type: 'application/json',
  asks: false,
  extras: [],
  own: [LANGUAGE],
  examples: [`/pxweb/1.0.0/v1/en${example}`],
});

export const PXWEB_OPERATIONS: readonly Operation[] = [
  operation('Config', 'config', 'config'),
  operation('Tables', 'tables', 'tables?query=homicide'),
  operation('Table', 'tables/{indicator}', 'tables/homicide-rate'),
  operation('Metadata', 'tables/{indicator}/metadata', 'tables/homicide-rate/metadata'),
  operation(
    'DefaultSelection',
    'tables/{indicator}/defaultselection',
    'tables/homicide-rate/defaultselection',
  ),
  operation('Data', 'tables/{indicator}/data', 'tables/homicide-rate/data'),
  operationOne('List', '', ''),
  operationOne('Variables', '/{indicator}', '/homicide-rate'),
];
