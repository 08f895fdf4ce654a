/** Data as SDMX-ML 2.1: generic, and specific to the structure. */
import type { Release } from '#stats/model/catalogue.ts';
import {
  AGENCY,
  SDMX_ATTRIBUTES,
  SDMX_DIMENSIONS,
  TIME,
  UNIT,
  VALUE,
  type SdmxDataSet,
  type SdmxObservation,
  type SdmxSeries,
} from './components.ts';
import { element, messageHeader, message, artefactReference, textElement } from './message.ts';

/** What a data message is made of, in any format. */
export interface SdmxData {
  readonly id: string;
  readonly indicator: string;
  readonly release: Pick<Release, 'version' | 'date'>;
  readonly dataSets: readonly SdmxDataSet[];
  /** Which parts of the message are wanted (`detail=`). */
  readonly hasAttributes: boolean;
  readonly hasObservations: boolean;
  /** What a reader has to know about the message; null if nothing. */
  readonly remark: string | null;
}

const STRUCTURE = 'S';

/** A release is published on a day; SDMX asks for a time of it. */
const moment = (day: string | undefined): string | undefined => day && `${day}T00:00:00`;

const structureOf = ({ indicator, release }: SdmxData, more: Readonly<Record<string, string>> = {}): string =>
  element(
    'mes:Structure',
    { structureID: STRUCTURE, ...more, dimensionAtObservation: TIME },
    element('com:StructureUsage', {}, artefactReference(indicator, release.version, 'Dataflow')),
  );

/** Severity "information": the message is complete but for what it names. */
const footer = ({ remark }: SdmxData): string =>
  remark === null
    ? ''
    : element(
        'footer:Footer',
        {},
        element('footer:Message', { code: '0', severity: 'Information' }, textElement('com:Text', remark)),
      );

const genericValues = (ids: readonly string[], texts: readonly string[]): string =>
  ids.map((id, i) => (texts[i] ? element('gen:Value', { id, value: texts[i] }) : '')).join('');

const DIMENSION_IDS = SDMX_DIMENSIONS.map(({ id }) => id);
const ATTRIBUTE_IDS = SDMX_ATTRIBUTES.map(({ id }) => id);

function genericObservation({ time, value, attributes }: SdmxObservation, hasAttributes: boolean): string {
  const own = hasAttributes ? genericValues(ATTRIBUTE_IDS, attributes) : '';
  return element(
    'gen:Obs',
    {},
    element('gen:ObsDimension', { value: time }) +
      element('gen:ObsValue', { value }) +
      (own && element('gen:Attributes', {}, own)),
  );
}

const genericSeries = ({ key, unit, observations }: SdmxSeries, data: SdmxData): string =>
  element(
    'gen:Series',
    {},
    element('gen:SeriesKey', {}, genericValues(DIMENSION_IDS, key)) +
      (data.hasAttributes ? element('gen:Attributes', {}, genericValues([UNIT.id], [unit])) : '') +
      (data.hasObservations
        ? observations.map((observation) => genericObservation(observation, data.hasAttributes)).join('')
        : ''),
  );

/** The whole message, generic. */
export function formatGeneric(data: SdmxData): string {
  const sets = data.dataSets.map(({ action, validFrom, validTo, series }) =>
    element(
      'mes:DataSet',
      { structureRef: STRUCTURE, action, validFromDate: moment(validFrom), validToDate: moment(validTo) },
      series.map((each) => genericSeries(each, data)).join('\n'),
    ),
  );
  const head = messageHeader(data.id, data.release, structureOf(data));
  return message('GenericData', ['mes', 'com', 'gen', 'footer'], head + sets.join('\n') + footer(data));
}

const pairs = (ids: readonly string[], texts: readonly string[]): Record<string, string | undefined> =>
  Object.fromEntries(ids.map((id, i) => [id, texts[i] || undefined]));

const specificSeries = ({ key, unit, observations }: SdmxSeries, data: SdmxData): string =>
  element(
    'Series',
    { ...pairs(DIMENSION_IDS, key), ...(data.hasAttributes && { [UNIT.id]: unit }) },
    data.hasObservations
      ? observations
          .map(({ time, value, attributes }) =>
            element('Obs', {
              [TIME]: time,
              [VALUE]: value,
              ...(data.hasAttributes && pairs(ATTRIBUTE_IDS, attributes)),
            }),
          )
          .join('')
      : '',
  );

/** The whole message, specific to the structure of the indicator. */
export function formatSpecific(data: SdmxData): string {
  const { indicator, release } = data;
  const namespace = `urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=${AGENCY}:${indicator}(${release.version}):ObsLevelDim:${TIME}`;
  const sets = data.dataSets.map(({ action, validFrom, validTo, series }) =>
    element(
      'mes:DataSet',
      {
        'ss:structureRef': STRUCTURE,
        'xsi:type': 'ns:DataSetType',
        'ss:dataScope': 'DataStructure',
        'ss:action': action,
        'ss:validFromDate': moment(validFrom),
        'ss:validToDate': moment(validTo),
      },
      series.map((each) => specificSeries(each, data)).join('\n'),
    ),
  );
  const head = messageHeader(data.id, release, structureOf(data, { namespace }));
  const body = head + sets.join('\n') + footer(data);
  return message('StructureSpecificData', ['mes', 'com', 'ss', 'footer'], body, {
    'xmlns:ns': namespace,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  });
}
