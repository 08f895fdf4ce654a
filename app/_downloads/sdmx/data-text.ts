/** Data as SDMX-CSV 1.0 and as SDMX-JSON 1.0. */
import { quote } from '#stats/csv.ts';
import { guard } from '../csv-text.ts';
import { AGENCY, SDMX_ATTRIBUTES, SDMX_DIMENSIONS, TIME, UNIT, VALUE } from './components.ts';
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

/** The whole document as SDMX-JSON 1.0. */
export function formatSdmxJson(data: SdmxData): string {
  const { id, indicator, release, hasAttributes, hasObservations } = data;
  const dimensions = SDMX_DIMENSIONS.map(() => new ValueList());
  const times = new ValueList();
  const units = new ValueList();
  const attributes = hasAttributes ? SDMX_ATTRIBUTES.map(() => new ValueList()) : [];
  const dataSets = data.dataSets.map(({ action, validFrom, validTo, series }) => ({
    action,
    ...(data.remark !== null && { annotations: [0] }),
    ...(validFrom !== undefined && { validFrom: `${validFrom}T00:00:00` }),
    ...(validTo !== undefined && { validTo: `${validTo}T00:00:00` }),
    series: Object.fromEntries(
      series.map(({ key, unit, observations }) => [
        key.map((code, i) => dimensions[i]!.index(code)).join(':'),
        {
          ...(hasAttributes && { attributes: [units.index(unit)] }),
          ...(hasObservations && {
            observations: Object.fromEntries(
              observations.map(({ time, value, attributes: own }) => [
                times.index(time),
                [
                  value === 'NaN' ? null : Number(value),
                  ...attributes.map((list, i) => (own[i] ? list.index(own[i]) : null)),
                ],
              ]),
            ),
          }),
        },
      ]),
    ),
  }));
  const component = (name: string, list: ValueList) => ({ id: name, name, values: list.values });
  return `${JSON.stringify({
    meta: { schema: SCHEMA, id, prepared: `${release.date}T00:00:00`, test: false, sender: { id: AGENCY } },
    data: {
      structure: {
        name: indicator,
        links: [
          {
            rel: 'dataflow',
            urn: `urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=${AGENCY}:${indicator}(${release.version})`,
          },
        ],
        ...(data.remark !== null && { annotations: [{ type: 'note', text: data.remark }] }),
        dimensions: {
          dataSet: [],
          series: SDMX_DIMENSIONS.map((dimension, i) => ({
            ...component(dimension.id, dimensions[i]!),
            keyPosition: i,
          })),
          observation: [{ ...component(TIME, times), keyPosition: SDMX_DIMENSIONS.length, roles: ['time'] }],
        },
        attributes: {
          dataSet: [],
          series: hasAttributes ? [component(UNIT.id, units)] : [],
          observation: attributes.map((list, i) => component(SDMX_ATTRIBUTES[i]!.id, list)),
        },
      },
      dataSets,
    },
  })}\n`;
}

const SCHEMA =
  'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/develop/data-message/tools/schemas/1.0/sdmx-json-data-schema.json';
