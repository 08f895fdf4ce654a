/** How the site is found: the catalogue as DCAT, the sitemap, and the feed of releases. They name the site's address. */
import {
  formatCatalogueJsonLd,
  type DiscoveryContext,
  type Distribution,
} from '#app/_downloads/discovery/catalogue-jsonld.ts';
import { formatReleaseFeed } from '#app/_downloads/discovery/feed.ts';
import { formatSitemap } from '#app/_downloads/discovery/sitemap.ts';
import { CITATION_WORDS } from '#app/_words/citation.ts';
import { ERROR_WORDS } from '#app/_words/errors.ts';
import { BadQuery, unknownParameter } from '#stats/problem.ts';
import { areasWithPages } from '#stats/query/area-profile.ts';
import { parseParameters } from '#stats/query-string.ts';
import { unavailable } from '../errors/problem-document.ts';
import { LANG } from '../http/format-parameters.ts';
import { CITATION_NAMES, FORMAT_NAMES, FORMATS, type AnswerFormat } from '../http/formats.ts';
import { CORS_HEADERS, etagOf, FIVE_MINUTES } from '../http/headers.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import { BULK_FORMATS } from '../http/routes.ts';
import type { AnswerContext } from './context.ts';
import { findReleaseIndex, languageIn, readExtras, refuseParameters } from './read-query.ts';

function found(body: string, type: string): WholeAnswer {
  const headers = { 'content-type': type, 'cache-control': FIVE_MINUTES, etag: etagOf(body) };
  return { status: 200, headers: { ...CORS_HEADERS, ...headers }, body };
}

/** The newest release; null if there is none. */
async function newestRelease(
  { origin }: AnswerRequest,
  { data }: AnswerContext,
): Promise<DiscoveryContext | null> {
  const release = (await data.loadReleases()).at(-1);
  if (!release) return null;
  const { catalogue } = await findReleaseIndex(data, release.version);
  return { release, catalogue, origin };
}

/** A citation and an image are no distribution of the data. */
const distribution = (ending: AnswerFormat): Distribution => {
  const { type, label } = FORMATS[ending];
  return { ending, mediaType: type.split(';')[0] ?? type, title: label };
};
const DISTRIBUTIONS = {
  distributions: FORMAT_NAMES.filter(
    (ending) => !FORMATS[ending].isDrawn && !CITATION_NAMES.some((name) => name === ending),
  ).map(distribution),
  whole: BULK_FORMATS.map(distribution),
};

/** `/data/catalog.jsonld` */
export async function answerCatalogue(request: AnswerRequest, context: AnswerContext): Promise<WholeAnswer> {
  refuseParameters(request);
  const newest = await newestRelease(request, context);
  if (!newest) return unavailable(request, ERROR_WORDS.nothingPublished);
  const title = { en: CITATION_WORDS.en.whole, es: CITATION_WORDS.es.whole };
  return found(formatCatalogueJsonLd(newest, title, DISTRIBUTIONS), 'application/ld+json; charset=utf-8');
}

/** `/sitemap.xml` */
export async function answerSitemap(request: AnswerRequest, context: AnswerContext): Promise<WholeAnswer> {
  refuseParameters(request);
  const newest = await newestRelease(request, context);
  if (!newest) return unavailable(request, ERROR_WORDS.nothingPublished);
  const onFile = new Set((await context.data.loadAreaCounts(newest.release.version)).map(({ code }) => code));
  const areas = areasWithPages(newest.catalogue, onFile);
  return found(
    formatSitemap(
      newest,
      areas.map(({ code }) => code),
    ),
    'application/xml; charset=utf-8',
  );
}

/** `/data/releases.atom` */
export async function answerFeed(request: AnswerRequest, { data }: AnswerContext): Promise<WholeAnswer> {
  const parameters = parseParameters(request.search);
  for (const name of parameters.keys()) {
    if (name !== LANG.name) throw new BadQuery(unknownParameter(name, [LANG.name]));
  }
  const language = languageIn(readExtras(parameters, [LANG]));
  const body = formatReleaseFeed(await data.loadReleases(), request.origin, language);
  return found(body, 'application/atom+xml; charset=utf-8');
}
