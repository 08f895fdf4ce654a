/** `/sdmx/2.1/dataflow` and the other structures, and what is available of a flow. */
import { findIndicator } from '#app/_data/catalogue.ts';
import { releaseSeal } from '#app/_data/answer-plan.ts';
import { AGENCY, CONCEPTS, hasTime, SDMX_DIMENSIONS, sdmxCode } from '#app/_downloads/sdmx/components.ts';
import {
  conceptScheme,
  contentConstraint,
  dataflow,
  dataStructure,
  formatStructures,
  ownCodelists,
  sharedCodelist,
  SHARED_LIST_NAMES,
  type Availability,
  type StructureContext,
  type StructureParts,
} from '#app/_downloads/sdmx/structure.ts';
import { frequencyOf } from '#app/_downloads/sdmx-csv/sdmx-csv.ts';
import { SDMX_PROBLEMS } from '#app/_words/sdmx.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { BadQuery, malformed, NotFound, unknownValue } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parsePeriod, type Basis } from '#stats/time/period.ts';
import type { AnswerContext } from '../context.ts';
import { findReleaseIndex } from '../read-query.ts';
import { pinnedAnswer } from '../../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer, WholeAnswer } from '../../http/request.ts';
import { join } from '../../http/url.ts';
import { withVersion, type SdmxAddress, type StructureKind } from './address.ts';
import { answersOf, noResults } from './data.ts';
import { wantedCells } from './history.ts';
import { matchesKey, parseKey, queryOfKey } from './key.ts';
import { notAcceptable } from './not-acceptable.ts';
import { acceptsStructure, assertKnown, STRUCTURE_TYPE } from './parameters.ts';

const REFERENCES = ['none', 'children', 'descendants', 'all', 'parents', 'parentsandsiblings'] as const;
type References = (typeof REFERENCES)[number];

const below = (references: References): boolean => ['children', 'descendants', 'all'].includes(references);
const above = (references: References): boolean =>
  ['parents', 'parentsandsiblings', 'all'].includes(references);

interface Asked extends StructureContext {
  readonly context: AnswerContext;
  readonly id: string;
  readonly references: References;
}

const listsOf = async ({ context, release, ...rest }: Asked, indicator: Indicator): Promise<string[]> => {
  const { breakdowns } = await context.data.loadDimensions(release.version, indicator.id);
  const structured = { indicator, breakdowns: breakdowns.map(({ code }) => code) };
  return ownCodelists(structured, { release, ...rest });
};

const nothing = (id: string): NotFound =>
  new NotFound({ ...malformed(null, id, [], SDMX_PROBLEMS.notHere(id)), code: 'not-found' });

const indicatorsOf = ({ id, catalogue }: Asked): readonly Indicator[] =>
  id === 'all' ? catalogue.indicators : [findIndicator(catalogue, id)];

const sharedLists = (asked: Asked): string[] => SHARED_LIST_NAMES.map((name) => sharedCodelist(name, asked));

const allLists = async (asked: Asked, indicators: readonly Indicator[]): Promise<string[]> => [
  ...sharedLists(asked),
  ...(await Promise.all(indicators.map((indicator) => listsOf(asked, indicator)))).flat(),
];

const PARTS: Readonly<Record<StructureKind, (asked: Asked) => Promise<StructureParts>>> = {
  dataflow: async (asked) => {
    const indicators = indicatorsOf(asked);
    const isDeep = ['descendants', 'all'].includes(asked.references);
    return {
      dataflows: indicators.map((indicator) => dataflow(indicator, asked)),
      ...(below(asked.references) && {
        dataStructures: indicators.map((indicator) => dataStructure(indicator, asked)),
      }),
      ...(isDeep && { codelists: await allLists(asked, indicators), concepts: [conceptScheme(asked)] }),
    };
  },
  datastructure: async (asked) => {
    const indicators = indicatorsOf(asked);
    return {
      dataStructures: indicators.map((indicator) => dataStructure(indicator, asked)),
      ...(below(asked.references) && {
        codelists: await allLists(asked, indicators),
        concepts: [conceptScheme(asked)],
      }),
      ...(above(asked.references) && {
        dataflows: indicators.map((indicator) => dataflow(indicator, asked)),
      }),
    };
  },
  codelist: async (asked) => {
    const { id, catalogue } = asked;
    if (id === 'all') return { codelists: sharedLists(asked) };
    if (SHARED_LIST_NAMES.includes(id)) return { codelists: [sharedCodelist(id, asked)] };
    const [, name = '', of = ''] = /^CL_(BREAKDOWN|DEFINITION)_(.+)$/.exec(id) ?? [];
    const indicator = catalogue.indicators.find((candidate) => candidate.id === of);
    if (!indicator) throw nothing(id);
    const lists = await listsOf(asked, indicator);
    return { codelists: lists.slice(name === 'BREAKDOWN' ? 0 : 1, name === 'BREAKDOWN' ? 1 : 2) };
  },
  conceptscheme: async (asked) => {
    if (!['all', CONCEPTS].includes(asked.id)) throw nothing(asked.id);
    return { concepts: [conceptScheme(asked)] };
  },
};

/** Answers a structure request of a named release. @throws BadQuery, NotFound */
export async function answerStructure(
  address: Extract<SdmxAddress, { kind: StructureKind }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer | WholeAnswer> {
  const { kind, id, version } = address;
  const parameters = parseParameters(request.search);
  assertKnown(parameters, ['references', 'detail']);
  const references = REFERENCES.find((name) => name === (parameters.get('references') ?? 'none'));
  if (!references)
    throw new BadQuery(unknownValue('references', parameters.get('references') ?? '', REFERENCES));
  const detail = parameters.get('detail') ?? 'full';
  if (detail !== 'full') throw new BadQuery(unknownValue('detail', detail, ['full']));
  if (!acceptsStructure(request)) return notAcceptable(request);
  const index = await findReleaseIndex(context.data, version);
  const { catalogue, release } = index;
  const asked: Asked = { context, id, references, catalogue, release };
  if (kind !== 'codelist' && kind !== 'conceptscheme') indicatorsOf(asked);
  return pinnedAnswer(request, {
    version,
    seal: releaseSeal(index),
    canonical: join(withVersion(address, version), request.search),
    headers: { 'content-type': STRUCTURE_TYPE, vary: 'Accept' },
    makeBody: async () => formatStructures(`${AGENCY}-${kind}-${version}`, await PARTS[kind](asked), asked),
  });
}

const OPEN = 'infinity';

/** What a whole flow has, from the list of its codes. */
async function availableOf(version: string, id: string, { data }: AnswerContext): Promise<Availability> {
  const { areas, origins, breakdowns, definitions, sources, bases, periods } = await data.loadDimensions(
    version,
    id,
  );
  const codes: Readonly<Record<string, readonly string[]>> = {
    FREQ: bases.map(({ code }) => frequencyOf(code as Basis)),
    REF_AREA: areas.map(({ code }) => code),
    COUNTERPART_AREA: origins.map(({ code }) => code),
    BREAKDOWN: breakdowns.map(({ code }) => sdmxCode(code)),
    DEFINITION: definitions.map(({ code }) => code),
    SOURCE: sources.map(({ code }) => code),
  };
  const spans = periods.flatMap(({ code }) => parsePeriod(code) ?? []);
  return {
    codes: SDMX_DIMENSIONS.map((dimension) => ({
      id: dimension.id,
      codes: [...new Set(codes[dimension.id] ?? [])],
    })),
    span: spanOf(spans),
  };
}

function spanOf(periods: readonly { readonly start: string | null; readonly end: string | null }[]) {
  const starts = periods.flatMap(({ start }) => start ?? []).sort();
  const ends = periods.flatMap(({ end }) => (end === null || end === OPEN ? [] : [end])).sort();
  const [start, end] = [starts[0], ends.at(-1)];
  return start === undefined || end === undefined ? null : { start, end };
}

/** Answers what is available of a flow, or of a key of it. @throws BadQuery, NotFound */
export async function answerAvailable(
  address: Extract<SdmxAddress, { kind: 'data' | 'availableconstraint' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer | WholeAnswer> {
  const { version, flow, key: keyText, component } = address;
  const parameters = parseParameters(request.search);
  assertKnown(parameters, ['mode', 'references']);
  for (const [name, value] of [
    ['mode', 'exact'],
    ['references', 'none'],
  ] as const) {
    const given = parameters.get(name) ?? value;
    if (given !== value) throw new BadQuery(unknownValue(name, given, [value]));
  }
  const ids = SDMX_DIMENSIONS.map(({ id }) => id);
  if (component !== 'all' && !ids.includes(component))
    throw new BadQuery(unknownValue('component', component, ids));
  if (!acceptsStructure(request)) return notAcceptable(request);
  const index = await findReleaseIndex(context.data, version);
  const { catalogue, release } = index;
  const indicator = findIndicator(catalogue, flow);
  const key = parseKey(keyText);
  const availability = async (): Promise<Availability> => {
    if (keyText === 'all') return availableOf(version, flow, context);
    const [answer] = await answersOf([version], queryOfKey(key, indicator, catalogue), context);
    const cells = answer ? wantedCells(answer, matchesKey(key)).filter(hasTime) : [];
    if (cells.length === 0) throw noResults(keyText);
    return {
      codes: SDMX_DIMENSIONS.map(({ id, codeOf }) => ({ id, codes: [...new Set(cells.map(codeOf))] })),
      span: spanOf(cells.map(({ period }) => period)),
    };
  };
  return pinnedAnswer(request, {
    version,
    seal: releaseSeal(index),
    canonical: join(withVersion(address, version), request.search),
    headers: { 'content-type': STRUCTURE_TYPE, vary: 'Accept' },
    makeBody: async () => {
      const { codes, span } = await availability();
      const shown = codes.filter(({ id }) => component === 'all' || id === component);
      const constraint = contentConstraint(indicator, { codes: shown, span }, { release, catalogue });
      const id = `${AGENCY}-available-${flow}-${version}`;
      return formatStructures(id, { constraints: [constraint] }, { release, catalogue });
    },
  });
}
