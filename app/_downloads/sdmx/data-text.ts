/** Data as SDMX-CSV 1.0 and as SDMX-JSON 1.0. */
import { quote } from '#stats/csv.ts';
import { guard } from '../csv-text.ts';
import {
  AGENCY,
  SDMX_ATTRIBUTES,
  SDMX_DIMENSIONS,
  TIME,
  UNIT,
  VALUE,
  type SdmxDataSet,
  type SdmxSeries,
} from './components.ts';
import type { SdmxData } from './data-xml.ts';

/** The whole file as SDMX-CSV 1.0; of a series without observations nothing can be written. */
export function formatSdmxRestCsv({ indicator, release, dataSets, hasAttributes }: SdmxData): string {
  const flow = `${AGENCY}:${indicator}(${release.version})`;
  const attributes = hasAttributes ? [UNIT.id, ...SDMX_ATTRIBUTES.map(({ id }) => id)] : [];
  const head = ['DATAFLOW', ...SDMX_DIMENSIONS.map(({ id }) => id), TIME, VALUE, ...attributes];
  const lines = dataSets.flatMap(({ series }) =>
    series.flatMap(({ key, unit, observations }) =>
      observations.map(({ time, value, attributes: own }) => {
        // A number may begin with a minus sign; a text may not begin a formula.
        const texts = SDMX_ATTRIBUTES.map(({ isNumber }, i) =>
          isNumber ? (own[i] ?? '') : guard(own[i] ?? ''),
        );
        return [flow, ...key, time, value, ...(hasAttributes ? [unit, ...texts] : [])];
      }),
    ),
  );
  return [head, ...lines].map((line) => `${line.map(quote).join(',')}\n`).join('');
}

/** The values of a component, in the order in which they come, each once. */
class ValueList {
  private readonly at = new Map<string, number>();
  index(text: string): number {
    let index = this.at.get(text);
    if (index === undefined) this.at.set(text, (index = this.at.size));
    return index;
  }
  get values(): { id: string; name: string }[] {
    return [...this.at.keys()].map((id) => ({ id, name: id }));
  }
}

/** The values of every component of a document. */
interface ValueLists {
  readonly dimensions: readonly ValueList[];
  readonly times: ValueList;
  readonly units: ValueList;
  readonly attributes: readonly ValueList[];
}

const moment = (day: string): string => `${day}T00:00:00`;

function jsonDataSet(
  { action, validFrom, validTo, series }: SdmxDataSet,
  { hasAttributes, hasObservations, remark }: SdmxData,
  { dimensions, times, units, attributes }: ValueLists,
): object {
  const observed = ({ observations }: SdmxSeries): object =>
    Object.fromEntries(
      observations.map(({ time, value, attributes: own }) => [
        times.index(time),
        [
          value === 'NaN' ? null : Number(value),
          ...attributes.map((list, i) => (own[i] ? list.index(own[i]) : null)),
        ],
      ]),
    );
  return {
    action,
    ...(remark !== null && { annotations: [0] }),
    ...(validFrom !== undefined && { validFrom: moment(validFrom) }),
    ...(validTo !== undefined && { validTo: moment(validTo) }),
    series: Object.fromEntries(
      series.map((each) => [
        each.key.map((code, i) => dimensions[i]!.index(code)).join(':'),
        {
          ...(hasAttributes && { attributes: [units.index(each.unit)] }),
          ...(hasObservations && { observations: observed(each) }),
        },
      ]),
    ),
  };
}

/** The components with their values, which are known once all data sets are written. */
function jsonStructure({ indicator, release, remark, hasAttributes }: SdmxData, lists: ValueLists): object {
  const { dimensions, times, units, attributes } = lists;
  const component = (name: string, list: ValueList) => ({ id: name, name, values: list.values });
  const urn = `urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=${AGENCY}:${indicator}(${release.version})`;
  return {
    name: indicator,
    links: [{ rel: 'dataflow', urn }],
    ...(remark !== null && { annotations: [{ type: 'note', text: remark }] }),
    dimensions: {
      dataSet: [],
      series: SDMX_DIMENSIONS.map(({ id }, i) => ({ ...component(id, dimensions[i]!), keyPosition: i })),
      observation: [{ ...component(TIME, times), keyPosition: SDMX_DIMENSIONS.length, roles: ['time'] }],
    },
    attributes: {
      dataSet: [],
      series: hasAttributes ? [component(UNIT.id, units)] : [],
      observation: attributes.map((list, i) => component(SDMX_ATTRIBUTES[i]!.id, list)),
    },
  };
}

/** The whole document as SDMX-JSON 1.0. */
export function formatSdmxJson(data: SdmxData): string {
  const lists: ValueLists = {
    dimensions: SDMX_DIMENSIONS.map(() => new ValueList()),
    times: new ValueList(),
    units: new ValueList(),
    attributes: data.hasAttributes ? SDMX_ATTRIBUTES.map(() => new ValueList()) : [],
  };
  const dataSets = data.dataSets.map((set) => jsonDataSet(set, data, lists));
  const prepared = moment(data.release.date);
  return `${JSON.stringify({
    meta: { schema: SCHEMA, id: data.id, prepared, test: false, sender: { id: AGENCY } },
    data: { structure: jsonStructure(data, lists), dataSets },
  })}\n`;
}

const SCHEMA =
  'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/develop/data-message/tools/schemas/1.0/sdmx-json-data-schema.json';
