/** Estimates the weight of a request without answering it. A request that will be refused weighs nothing. */
import { findIndicator } from '#app/_data/catalogue.ts';
import { versionOfParameter } from '#stats/model/release.ts';
import type { SiteData } from '#app/_data/data.ts';
import { HEAVY } from '#app/_data/weight.ts';
import { parseSides } from '#stats/query/several.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { parseCheck, termQuestion } from '#stats/claims/parameters.ts';
import { withoutTracking } from '#stats/query/tracking.ts';
import {
  CODE_PARAMETERS,
  EMBED_PARAMETERS,
  COUNT,
  EMBED_THEME,
  LANG,
  VALUE_FORM,
} from '../http/format-parameters.ts';
import type { FigureAddress } from '../http/embed-routes.ts';
import { compareParameters } from '../http/formats.ts';
import type { AnswerRequest } from '../http/request.ts';
import { isOurs, parseAddress, type RouteAddress } from '../http/routes.ts';
import { nameTarget, openedParameters, ownAddress, formatParameters } from './pasted/pasted-address.ts';
import { findReleaseIndex } from './read-query.ts';
import { parseBoard } from './board-question.ts';
import { readPastedBoard } from './pasted/pasted-board.ts';
import { parseSdmx } from './sdmx/address.ts';
import { parseKey, queryOfKey } from './sdmx/key.ts';

const isCount = (search: string): boolean => /(?:^|&)count(?:[=&]|$)/.test(search);

/**
 * The address of a GET or HEAD request; null for other methods and for addresses that are not data or embeds.
 */
function addressOf({ method, path }: AnswerRequest): RouteAddress | null {
  return isOurs(path) && (method === 'GET' || method === 'HEAD') ? parseAddress(path) : null;
}

const EMBED_NAMES = [...EMBED_PARAMETERS, ...CODE_PARAMETERS].map(({ name }) => name);

/** Answers that ask the database many times, or for all indicators; heavy enough to wait in the queue of heavy ones. */
const MANY_QUESTIONS = 2 * HEAVY;
const FEW_ROWS = 1_000;

/** The weight of an answer that is made as soon as it is found; null if finding it costs almost nothing. */
export function weighWhole(request: AnswerRequest, data: SiteData): Promise<number> | null {
  const address = addressOf(request);
  switch (address?.kind) {
    case 'embed':
    case 'embed-code':
    case 'embed-revised':
      return weighQuestion(address, request.search, EMBED_NAMES, data);
    case 'compare-embed':
    case 'compare-embed-code':
    case 'compare-embed-revised':
      return weighSeveral(address.release, request.search, EMBED_NAMES, data);
    case 'board-revised':
      return weighBoard(address.release, request.search, data);
    case 'board-code':
      return weighPastedBoard(address.release, request, data);
    case 'embed-figure':
      return weighFigure(address, data);
    case 'oembed':
      return weighPasted(request, data);
    case 'revisions':
      return weighQuestion(address, '', [], data);
    case 'check':
    case 'check-embed':
      return weighCheck(address.release, request.search, data);
    case 'claims':
    case 'claim':
    case 'claim-embed':
      return Promise.resolve(MANY_QUESTIONS);
    default:
      return null;
  }
}

/** The weight of the body of a pinned answer that does not say it itself. */
export async function weighBody(request: AnswerRequest, data: SiteData): Promise<number> {
  const { search } = request;
  const address = addressOf(request);
  switch (address?.kind) {
    case 'compare': {
      if (isCount(search)) return 0;
      const names = [...compareParameters(address.format), COUNT].map(({ name }) => name);
      return weighSeveral(address.release, search, names, data);
    }
    case 'revisions':
      return weighQuestion(address, '', [], data);
    case 'board':
      return weighBoard(address.release, search, data);
    case 'changes': {
      const weight = await weighQuestion(address, search, [LANG.name], data);
      return weight * (await data.loadReleases()).length;
    }
    case 'evidence':
      return weighQuestion(address, search, [LANG.name, 'cell'], data);
    case 'diff':
      return /(?:^|&)indicator=/.test(search) ? FEW_ROWS : MANY_QUESTIONS;
    case 'pxweb':
      return weighPxWeb(address, search, data);
    case 'sdmx':
      return weighSdmx(address.segments, search, data);
    case 'sums':
      return Infinity;
    default:
      return 0;
  }
}

/** A selection reads the rows of the countries that it names, and at most all rows of its indicator. */
async function weighPxWeb(
  { release, api, segments }: Extract<RouteAddress, { kind: 'pxweb' }>,
  search: string,
  data: SiteData,
): Promise<number> {
  const [kind, indicator = '', part] = segments;
  const hasFigures = api === 'v1' ? search.includes('valueCodes') : kind === 'tables' && part === 'data';
  if (!hasFigures) return 0;
  const areas = parseParameters(search).get('valueCodes[area]');
  const whole = () => weighQuestion({ release, indicator }, '', [], data);
  if (areas === undefined || /[*?(]/.test(areas)) return whole();
  // Groups and whatever is no country are not asked for by name.
  const named = encodeURIComponent(areas.replaceAll(',', '~'));
  return weighQuestion({ release, indicator }, `country=${named}`, [], data).catch(whole);
}

/** A request for data reads a whole indicator, with its history that of every release. */
async function weighSdmx(segments: readonly string[], search: string, data: SiteData): Promise<number> {
  const address = parseSdmx(segments);
  if (address.kind !== 'data' && address.kind !== 'availableconstraint') return 0;
  const { catalogue } = await findReleaseIndex(data, address.version);
  const indicator = findIndicator(catalogue, address.flow);
  const query = queryOfKey(parseKey(address.key), indicator, catalogue);
  const plan = await data.planAnswer({ version: address.version, language: 'en', query });
  const isOfSeveral = /includeHistory=true|updatedAfter=/.test(search);
  const releases = isOfSeveral ? (await data.loadReleases()).length : 1;
  return (await plan.weight()) * releases;
}

async function weighQuestion(
  { release, indicator: id }: { readonly release: string; readonly indicator: string },
  search: string,
  extras: readonly string[],
  data: SiteData,
): Promise<number> {
  const { catalogue } = await findReleaseIndex(data, release);
  const indicator = findIndicator(catalogue, id);
  const query = parseQuery(parseParameters(search), indicator, catalogue, extras);
  const plan = await data.planAnswer({ version: release, language: 'en', query });
  return plan.weight();
}

async function weighSeveral(
  release: string,
  search: string,
  extras: readonly string[],
  data: SiteData,
): Promise<number> {
  const { catalogue } = await findReleaseIndex(data, release);
  const sides = parseSides(parseParameters(search), catalogue, extras);
  const { plans } = await data.planSides({ version: release, language: 'en', sides });
  const weights = await Promise.all(plans.map((plan) => plan.weight()));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** The terms of a check together; one that cannot be read is refused and weighs nothing. */
async function weighCheck(release: string, search: string, data: SiteData): Promise<number> {
  const { terms } = parseCheck(parseParameters(search));
  const weights = await Promise.all(
    Object.values(terms).map((text) => {
      const { indicator, search: question } = termQuestion(text);
      return weighQuestion({ release, indicator }, question, [], data).catch(() => 0);
    }),
  );
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** The questions of a board together. */
async function weighBoard(release: string, search: string, data: SiteData): Promise<number> {
  const { catalogue } = await findReleaseIndex(data, release);
  const { panels } = parseBoard(parseParameters(search), catalogue);
  const weights = await Promise.all(
    panels.map(async ({ query }) =>
      (await data.planAnswer({ version: release, language: 'en', query })).weight(),
    ),
  );
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** The same for a board whose questions are pasted. */
async function weighPastedBoard(release: string, request: AnswerRequest, data: SiteData): Promise<number> {
  const { board } = await readPastedBoard(request.search, request.origin, { data });
  return weighBoard(release, formatParameters(board), data);
}

/** A figure of an embed is found in the whole answer. */
function weighFigure({ release, subject, question }: FigureAddress, data: SiteData): Promise<number> {
  if (subject === 'board') return weighBoard(release, question, data);
  if (subject === 'compare') return weighSeveral(release, question, EMBED_NAMES, data);
  return weighQuestion({ release, indicator: subject }, question, EMBED_NAMES, data);
}

/** What a pasted address asks for, read as `/oembed` reads it. */
async function weighPasted(request: AnswerRequest, data: SiteData): Promise<number> {
  const address = ownAddress(parseParameters(request.search).get('url'), request.origin);
  const target = await nameTarget(address, { data });
  const { subject, release } = target;
  const search = formatParameters(target.parameters);
  if (subject === 'compare') return weighSeveral(release, search, EMBED_NAMES, data);
  if (subject === 'value') return weighValue(release, search, data);
  if (subject === 'board') return weighBoard(release, search, data);
  if (subject === 'check') return weighCheck(release, search, data);
  if (subject.startsWith('claims/')) return MANY_QUESTIONS;
  const opened = formatParameters(await openedParameters(target, { data }));
  return weighQuestion({ release, indicator: subject }, opened, EMBED_NAMES, data);
}

/** Parameters of a value that are not part of its question. */
const OF_A_VALUE = [LANG.name, VALUE_FORM.name, EMBED_THEME.name];

/** A value that is pasted; one that is asked for says its weight itself. */
function weighValue(release: string, search: string, data: SiteData): Promise<number> {
  const rest = search.split('&').filter((part) => part.split('=')[0] !== 'indicator');
  const indicator = parseParameters(search).get('indicator') ?? '';
  return weighQuestion({ release, indicator }, rest.join('&'), OF_A_VALUE, data);
}

/** Parameters of a page that are not part of its question. */
const OF_THE_PAGE = ['release', 'tab', 'view'];
const PAGE = /^\/(?:es\/)?(?:indicators\/([^/?]+)|(compare)|(claims\/check))\/?\?(.+)$/;

/** The weight of a page; null for a file that Next only sends. */
export function weighPage(url: string, data: SiteData): Promise<number> | null {
  if (url.startsWith('/_next/')) return null;
  const [, id, compare, check, search = ''] = PAGE.exec(url) ?? [];
  const subject = id ?? compare ?? check;
  return subject === undefined ? Promise.resolve(0) : weighShown(subject, withoutTracking(search), data);
}

/** The content of a page comes from the release that its address names, or from the latest. */
async function weighShown(subject: string, search: string, data: SiteData): Promise<number> {
  const named = parseParameters(search).get('release');
  const release =
    named === undefined ? ((await data.loadReleases()).at(-1)?.version ?? '') : versionOfParameter(named);
  if (subject === 'compare') return weighSeveral(release, search, OF_THE_PAGE, data);
  if (subject === 'claims/check') return weighCheck(release, search, data);
  return weighQuestion({ release, indicator: subject }, search, OF_THE_PAGE, data);
}
