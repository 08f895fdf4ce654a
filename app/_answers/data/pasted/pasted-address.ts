/**
 * An address of ours that was pasted into another site: which question of which release it asks. `/oembed` makes the
 * embed of it, and the gates weigh it, from the same reading.
 */
import { ERROR_WORDS } from '#app/_words/errors.ts';
import { OEMBED_PROBLEMS } from '#app/_words/oembed.ts';
import { versionOfParameter } from '#stats/model/release.ts';
import { BadQuery, malformed, NotFound, notFound } from '#stats/problem.ts';
import { decodeEscapes, encodeValue, parseParameters } from '#stats/query-string.ts';
import { AS_OF, releaseAsOf } from '#stats/query/as-of.ts';
import { isTracking } from '#stats/query/tracking.ts';
import { EMBED_PARAMETERS, LANG } from '../../http/format-parameters.ts';
import type { AnswerContext } from '../context.ts';
import { findReleaseIndex } from '../read-query.ts';

/** What an address asks, before its question is read. */
export interface NamedTarget {
  /** An indicator, `compare`, `value`, `board`, `check`, or `claims/` and the id of a claim. */
  readonly subject: string;
  readonly release: string;
  /** Whether the address names its release, follows the newest, or leaves it open. */
  readonly names: 'release' | 'latest' | 'nothing';
  readonly parameters: ReadonlyMap<string, string>;
}

/** The path and the query of an address of ours. */
export interface OwnAddress {
  readonly path: string;
  readonly search: string;
}

const PAGE = /^\/(es\/)?(?:indicators\/([^/]+)|(compare)|(claims\/[^/]+))\/?$/;
const EMBED = /^\/embed\/([^/]+)\/((?:claims\/)?[^/]+)$/;
/** Pages below `/claims` that are not the page of a claim on file. */
const CHECK_PAGE = 'claims/check';

export const noEmbed = (address: string): NotFound =>
  new NotFound({
    ...notFound({ en: 'embed', es: 'la inserción' }, address, []),
    text: OEMBED_PROBLEMS.noEmbed,
  });

/** Parameters as a query string. */
export const formatParameters = (parameters: ReadonlyMap<string, string>): string =>
  [...parameters].map(([name, value]) => `${encodeURIComponent(name)}=${encodeValue(value)}`).join('&');

/** The address in `url=`. @throws BadQuery without one, NotFound for another site's */
export function ownAddress(text: string | undefined, origin: string): OwnAddress {
  if (text === undefined || text === '') {
    const example = `url=${encodeURIComponent(`${origin}/indicators/homicide-rate?country=HND`)}`;
    throw new BadQuery(malformed('url', '', [example], OEMBED_PROBLEMS.noUrl));
  }
  // A path is one of ours on whatever site it is asked; two slashes would begin a host.
  const whole = /^\/(?!\/)/.test(text) ? origin + text : text;
  const address = URL.canParse(whole) ? new URL(whole) : null;
  if (!address || address.origin !== (URL.canParse(origin) ? new URL(origin).origin : ''))
    throw new NotFound({
      ...notFound({ en: 'url', es: 'la url' }, text, [`${origin}/`]),
      parameter: 'url',
      text: OEMBED_PROBLEMS.foreign(origin),
    });
  return { path: address.pathname, search: address.search.slice(1) };
}

/** A segment of the path. @throws BadQuery for a broken escape */
function segment(text: string, path: string): string {
  const decoded = decodeEscapes(text);
  if (decoded !== null) return decoded;
  throw new BadQuery(malformed('url', path, ['/indicators/homicide-rate'], ERROR_WORDS.badEscape));
}

/** Reads the path. @throws NotFound if it has no embed, BadQuery for a broken escape */
export async function nameTarget(
  { path, search }: OwnAddress,
  { data }: Pick<AnswerContext, 'data'>,
): Promise<NamedTarget> {
  const parameters = new Map([...parseParameters(search)].filter(([name]) => !isTracking(name)));
  const releases = await data.loadReleases();
  const newest = releases.at(-1)?.version ?? '';
  // A day names a release where the address names none.
  const isOpen = !parameters.has('release') && (PAGE.test(path) || path.startsWith('/embed/latest/'));
  const day = isOpen ? parameters.get(AS_OF) : undefined;
  const ofDay = day === undefined ? undefined : releaseAsOf(releases, day).version;
  if (isOpen) parameters.delete(AS_OF);
  const [, inSpanish, ...subjects] = PAGE.exec(path) ?? [];
  const subject = subjects.find((text) => text !== undefined);
  if (subject !== undefined) {
    const named = ofDay ?? parameters.get('release');
    if (parameters.get('tab') === 'table') parameters.delete('tab');
    if (parameters.get('view') === 'time') throw noEmbed(path);
    for (const name of ['release', 'view']) parameters.delete(name);
    if (inSpanish !== undefined) parameters.set(LANG.name, 'es');
    return {
      subject: subject === CHECK_PAGE ? 'check' : segment(subject, path),
      release: named === undefined ? newest : versionOfParameter(named),
      names: named === undefined ? 'nothing' : 'release',
      parameters,
    };
  }
  const [, release, embedded] = EMBED.exec(path) ?? [];
  if (release === undefined || embedded === undefined) throw noEmbed(path);
  const isLatest = release === 'latest' && ofDay === undefined;
  return {
    subject: segment(embedded, path),
    release: ofDay ?? (isLatest ? newest : segment(release, path)),
    names: isLatest ? 'latest' : 'release',
    parameters,
  };
}

const OF_THE_LOOK = EMBED_PARAMETERS.map(({ name }) => name);

/** The parameters of an indicator; one that is asked nothing opens with a question, as its page does. */
export async function openedParameters(
  { subject, release, parameters }: NamedTarget,
  { data }: Pick<AnswerContext, 'data'>,
): Promise<ReadonlyMap<string, string>> {
  if (![...parameters.keys()].every((name) => OF_THE_LOOK.includes(name))) return parameters;
  const { catalogue } = await findReleaseIndex(data, release);
  const opening = catalogue.indicators.find(({ id }) => id === subject)?.opening;
  return new Map([...parseParameters(opening ?? ''), ...parameters]);
}
