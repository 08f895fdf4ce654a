/** Structures as SDMX-ML 2.1: dataflows, data structures with their code lists and concepts, what is available. */
import { breakdownName } from '#app/_charts/wording/code-name.ts';
import { FREQUENCY_WORDS, OBSERVATION_STATUS_WORDS, SDMX_WORDS } from '#app/_words/sdmx.ts';
import { GAP_WORDS, INTERVAL_WORDS, PERIOD_STATUS_WORDS, QUALIFIER_WORDS } from '#stats/format/labels.ts';
import type { Text } from '#stats/language.ts';
import type { Catalogue, Indicator, Release } from '#stats/model/catalogue.ts';
import {
  AGENCY,
  CONCEPTS,
  SDMX_ATTRIBUTES,
  SDMX_DIMENSIONS,
  sdmxCode,
  TIME,
  UNIT,
  VALUE,
} from './components.ts';
import { element, messageHeader, message, names, artefactReference, textElement } from './message.ts';

/** The release that structures belong to; its number is their version. */
export interface StructureContext {
  readonly release: Pick<Release, 'version' | 'date'>;
  readonly catalogue: Catalogue;
}

/** An indicator with the breakdowns that it has on file. */
export interface Structured {
  readonly indicator: Indicator;
  readonly breakdowns: readonly string[];
}

type Code = readonly [id: string, name: Text];

const ours = (id: string, { release }: StructureContext) => ({
  id,
  agencyID: AGENCY,
  version: release.version,
  isFinal: 'true',
});

export const dataflow = ({ id, title, definition }: Indicator, context: StructureContext): string =>
  element(
    'str:Dataflow',
    ours(id, context),
    names(title) +
      names(definition, 'com:Description') +
      element('str:Structure', {}, artefactReference(id, context.release.version, 'DataStructure')),
  );

const codelist = (id: string, name: Text, codes: readonly Code[], context: StructureContext): string =>
  element(
    'str:Codelist',
    ours(id, context),
    names(name) + codes.map(([code, label]) => element('str:Code', { id: code }, names(label))).join('\n'),
  );

const listed = (words: Readonly<Record<string, Text>>): Code[] =>
  Object.entries(words).map(([code, name]) => [code, name]);

/** Some hedges have no word of their own beside a number. */
const qualifierCodes = (): Code[] =>
  Object.entries(QUALIFIER_WORDS).map(([code, name]) => [
    code,
    code === 'exact' ? SDMX_WORDS.exact : code === 'range' ? SDMX_WORDS.range : name,
  ]);

/** A code list by its id; null if there is none. Lists of an indicator end with its id. */
const SHARED_LISTS: Readonly<
  Record<string, (context: StructureContext) => readonly [Text, readonly Code[]]>
> = {
  CL_FREQ: () => [SDMX_WORDS.frequency, listed(FREQUENCY_WORDS)],
  CL_AREA: ({ catalogue }) => [SDMX_WORDS.areas, catalogue.areas.map(({ code, name }) => [code, name])],
  CL_SOURCE: ({ catalogue }) => [SDMX_WORDS.sources, catalogue.sources.map(({ id, title }) => [id, title])],
  CL_OBS_STATUS: () => [SDMX_WORDS.status, listed(OBSERVATION_STATUS_WORDS)],
  CL_QUALIFIER: () => [SDMX_WORDS.qualifiers, qualifierCodes()],
  CL_INTERVAL_KIND: () => [SDMX_WORDS.intervals, listed(INTERVAL_WORDS)],
  CL_GAP: () => [SDMX_WORDS.gaps, Object.entries(GAP_WORDS).map(([code, { words }]) => [code, words])],
  CL_PERIOD_STATUS: () => [SDMX_WORDS.periodStatuses, listed(PERIOD_STATUS_WORDS)],
};

export const SHARED_LIST_NAMES = Object.keys(SHARED_LISTS);

export function sharedCodelist(id: string, context: StructureContext): string {
  const list = SHARED_LISTS[id]?.(context);
  if (!list) throw new Error(`no code list ${id}`);
  return codelist(id, list[0], list[1], context);
}

const breakdownText = (key: string, { dimensions }: Catalogue): Text => ({
  en: breakdownName(dimensions, key, 'en') || SDMX_WORDS.total.en,
  es: breakdownName(dimensions, key, 'es') || SDMX_WORDS.total.es,
});

/** The code lists that only one indicator has. */
export function ownCodelists({ indicator, breakdowns }: Structured, context: StructureContext): string[] {
  const { id, definitions } = indicator;
  return [
    codelist(
      `CL_BREAKDOWN_${id}`,
      SDMX_WORDS.breakdowns,
      breakdowns.map((key) => [sdmxCode(key), breakdownText(key, context.catalogue)]),
      context,
    ),
    codelist(
      `CL_DEFINITION_${id}`,
      SDMX_WORDS.definitions,
      definitions.map(({ code, name }) => [code, name]),
      context,
    ),
  ];
}

export const conceptScheme = (context: StructureContext): string =>
  element(
    'str:ConceptScheme',
    ours(CONCEPTS, context),
    names(SDMX_WORDS.concepts) +
      [
        ...SDMX_DIMENSIONS,
        { id: TIME, name: SDMX_WORDS.time },
        { id: VALUE, name: SDMX_WORDS.value },
        UNIT,
        ...SDMX_ATTRIBUTES,
      ]
        .map(({ id, name }) => element('str:Concept', { id }, names(name)))
        .join('\n'),
  );

const conceptOf = (id: string, version: string): string =>
  element(
    'str:ConceptIdentity',
    {},
    element('Ref', {
      id,
      maintainableParentID: CONCEPTS,
      maintainableParentVersion: version,
      agencyID: AGENCY,
      package: 'conceptscheme',
      class: 'Concept',
    }),
  );

const represented = (content: string): string => element('str:LocalRepresentation', {}, content);
const fromList = (list: string, version: string): string =>
  represented(element('str:Enumeration', {}, artefactReference(list, version, 'Codelist')));
const asText = (textType: string): string => represented(element('str:TextFormat', { textType }));

function dimensionList(indicator: string, version: string): string {
  const own = SDMX_DIMENSIONS.map(({ id, list }, i) =>
    element(
      'str:Dimension',
      { id, position: String(i + 1) },
      conceptOf(id, version) + fromList(list(indicator), version),
    ),
  );
  const time = element(
    'str:TimeDimension',
    { id: TIME, position: String(SDMX_DIMENSIONS.length + 1) },
    conceptOf(TIME, version) + asText('ObservationalTimePeriod'),
  );
  return element('str:DimensionList', { id: 'DimensionDescriptor' }, own.join('') + time);
}

function attributeList(version: string): string {
  const ofSeries = SDMX_DIMENSIONS.map(({ id }) => element('str:Dimension', {}, element('Ref', { id })));
  const ofObservation = element('str:PrimaryMeasure', {}, element('Ref', { id: VALUE }));
  const attribute = (id: string, representation: string, relation: string): string =>
    element(
      'str:Attribute',
      { id, assignmentStatus: 'Conditional' },
      conceptOf(id, version) + representation + element('str:AttributeRelationship', {}, relation),
    );
  return element(
    'str:AttributeList',
    { id: 'AttributeDescriptor' },
    attribute(UNIT.id, asText('String'), ofSeries.join('')) +
      SDMX_ATTRIBUTES.map(({ id, list, isNumber }) =>
        attribute(
          id,
          list === undefined ? asText(isNumber ? 'Double' : 'String') : fromList(list, version),
          ofObservation,
        ),
      ).join(''),
  );
}

export const dataStructure = ({ id, title }: Indicator, context: StructureContext): string => {
  const { version } = context.release;
  const measure = element('str:PrimaryMeasure', { id: VALUE }, conceptOf(VALUE, version) + asText('Double'));
  return element(
    'str:DataStructure',
    ours(id, context),
    names(title) +
      element(
        'str:DataStructureComponents',
        {},
        dimensionList(id, version) +
          attributeList(version) +
          element('str:MeasureList', { id: 'MeasureDescriptor' }, measure),
      ),
  );
};

/** The codes that figures have on each dimension, and the days that they span. */
export interface Availability {
  readonly codes: readonly { readonly id: string; readonly codes: readonly string[] }[];
  readonly span: { readonly start: string; readonly end: string } | null;
}

export const contentConstraint = (
  { id, title }: Indicator,
  { codes, span }: Availability,
  context: StructureContext,
): string => {
  const { version } = context.release;
  const regions = codes.map((dimension) =>
    element(
      'com:KeyValue',
      { id: dimension.id },
      dimension.codes.map((code) => textElement('com:Value', code)).join(''),
    ),
  );
  const time =
    span &&
    element(
      'com:KeyValue',
      { id: TIME },
      element(
        'com:TimeRange',
        {},
        textElement('com:StartPeriod', span.start, { isInclusive: 'true' }) +
          textElement('com:EndPeriod', span.end, { isInclusive: 'true' }),
      ),
    );
  return element(
    'str:ContentConstraint',
    { ...ours(`CR_${id}`, context), type: 'Actual' },
    names(SDMX_WORDS.available(title)) +
      element(
        'str:ConstraintAttachment',
        {},
        element('str:Dataflow', {}, artefactReference(id, version, 'Dataflow')),
      ) +
      element('str:CubeRegion', { include: 'true' }, regions.join('') + (time ?? '')),
  );
};

/** The parts of a structure message, in the order of the standard. */
export interface StructureParts {
  readonly dataflows?: readonly string[];
  readonly codelists?: readonly string[];
  readonly concepts?: readonly string[];
  readonly dataStructures?: readonly string[];
  readonly constraints?: readonly string[];
}

const PARTS = {
  dataflows: 'str:Dataflows',
  codelists: 'str:Codelists',
  concepts: 'str:Concepts',
  dataStructures: 'str:DataStructures',
  constraints: 'str:Constraints',
} as const;

/** The whole message. */
export function formatStructures(id: string, parts: StructureParts, { release }: StructureContext): string {
  const lists = (Object.keys(PARTS) as (keyof StructureParts)[]).map((name) =>
    parts[name] && parts[name].length > 0 ? element(PARTS[name], {}, `\n${parts[name].join('\n')}\n`) : '',
  );
  return message(
    'Structure',
    ['mes', 'str', 'com'],
    messageHeader(id, release) + element('mes:Structures', {}, lists.join('')),
  );
}
