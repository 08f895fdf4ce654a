/** Reads the paths of the SDMX 2.1 REST interface, below `/sdmx/2.1`. */
import { AGENCY } from '#app/_downloads/sdmx/components.ts';
import { SDMX_PROBLEMS } from '#app/_words/sdmx.ts';
import type { Text } from '#stats/language.ts';
import { malformed, NotFound } from '#stats/problem.ts';
import { SDMX_BASE } from '../../http/routes.ts';

const STRUCTURES = ['dataflow', 'datastructure', 'codelist', 'conceptscheme'] as const;
export type StructureKind = (typeof STRUCTURES)[number];

export type SdmxAddress =
  | { readonly kind: StructureKind; readonly id: string; readonly version: string }
  | {
      readonly kind: 'data' | 'availableconstraint';
      readonly flow: string;
      readonly version: string;
      readonly key: string;
      /** For what is available: the dimension that is asked for, or `all`. */
      readonly component: string;
    };

const EXAMPLES = [`${SDMX_BASE}/dataflow`, `${SDMX_BASE}/data/homicide-rate/A.HND....`];

const nothingAt = (text: string, what: Text = SDMX_PROBLEMS.resource): NotFound =>
  new NotFound({ ...malformed(null, text, EXAMPLES, what), code: 'not-found' });

/** Data and structures have one agency and one provider: us. */
function assertOurs(agency: string): void {
  if (!['', 'all', AGENCY].includes(agency)) throw nothingAt(agency, SDMX_PROBLEMS.notHere(agency));
}

/** `AGENCY,FLOW,VERSION`, `AGENCY,FLOW` or `FLOW`. */
function flowOf(text: string): { flow: string; version: string } {
  const parts = text.split(',');
  const [agency, flow, version] =
    parts.length === 1 ? ['all', parts[0], 'latest'] : [parts[0], parts[1], parts[2] ?? 'latest'];
  if (parts.length > 3 || !flow) throw nothingAt(text, SDMX_PROBLEMS.notHere(text));
  assertOurs(agency ?? '');
  return { flow, version: version ?? 'latest' };
}

/** Reads the segments after the base. @throws NotFound for anything that the interface does not have */
export function parseSdmx(segments: readonly string[]): SdmxAddress {
  const [kind = '', ...rest] = segments;
  const structure = STRUCTURES.find((name) => name === kind);
  if (structure) {
    const [agency = 'all', id = 'all', version = 'latest', item] = rest;
    assertOurs(agency);
    if (item !== undefined || rest.length > 3) throw nothingAt(segments.join('/'));
    return { kind: structure, id, version };
  }
  if (kind !== 'data' && kind !== 'availableconstraint') throw nothingAt(kind);
  const [flowText = '', key = 'all', provider = 'all', component = 'all', more] = rest;
  if (more !== undefined || (kind === 'data' && rest.length > 3)) throw nothingAt(segments.join('/'));
  assertOurs(provider.split(',').at(-1) ?? '');
  return { kind, ...flowOf(flowText), key: key === '' ? 'all' : key, component };
}

/** The same address with the number of a release. */
export function withVersion(address: SdmxAddress, version: string): string {
  if ('id' in address) return `${SDMX_BASE}/${address.kind}/${AGENCY}/${address.id}/${version}`;
  const { kind, flow, key, component } = address;
  const end = kind === 'availableconstraint' && component !== 'all' ? `/${AGENCY}/${component}` : '';
  return `${SDMX_BASE}/${kind}/${AGENCY},${flow},${version}/${key}${end}`;
}
