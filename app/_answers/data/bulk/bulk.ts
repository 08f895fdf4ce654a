/**
 * `/data/{release}/all.{format}` and `/data/{release}/sources/{id}.{format}`: every figure of a release or of a
 * source, indicator after indicator in the order of the catalogue, each as its own file with `csvType=full` has it.
 */
import { releaseSeal, type AnswerPlan } from '#app/_data/answer-plan.ts';
import { forEverybody } from '#app/_data/asking.ts';
import type { ReleaseIndex } from '#app/_data/catalogue.ts';
import { citeBulk, type Citation } from '#app/_downloads/citation/cited-work.ts';
import { doiSeal } from '#app/_downloads/citation/doi.ts';
import { bulkPackage } from '#app/_downloads/data-package/bulk-package.ts';
import { parquetFile } from '#app/_downloads/parquet/parquet.ts';
import { formatXlsx } from '#app/_downloads/xlsx/xlsx.ts';
import { BULK_WORDS, FEWER_ROWS, type BulkFormat } from '#app/_words/bulk.ts';
import type { Language } from '#stats/language.ts';
import type { Indicator, Source } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { versionParameter } from '#stats/model/release.ts';
import { BadQuery, NotFound, notFound, tooMany } from '#stats/problem.ts';
import { fullQuery } from '#stats/query/query.ts';
import { parseParameters } from '#stats/query-string.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import { COUNT, LANG } from '../../http/format-parameters.ts';
import { FORMATS, JSON_TYPE } from '../../http/formats.ts';
import { attachment } from '../../http/headers.ts';
import { jsonOf } from '../../http/json.ts';
import { pinnedAnswer } from '../../http/pinned.ts';
import type { Answer, AnswerRequest, PinnedAnswer } from '../../http/request.ts';
import type { RouteAddress } from '../../http/routes.ts';
import { join } from '../../http/url.ts';
import type { AnswerContext } from '../context.ts';
import { csvPieces } from './csv-pieces.ts';
import { canonicalSearch, findReleaseIndex, languageIn, readOwn } from '../read-query.ts';

const PARAMETERS = [LANG, COUNT];

/** Most rows of a file that is made whole; the others are sent while they are made, and have no limit. */
const MOST_ROWS: Readonly<Record<BulkFormat, number>> = {
  csv: Infinity,
  zip: Infinity,
  parquet: 500_000,
  xlsx: 100_000,
};

/** A release or one of its sources, in one language. */
interface Bulk {
  readonly index: ReleaseIndex;
  readonly source: Source | null;
  readonly language: Language;
  readonly context: AnswerContext;
}

const indicatorsOf = ({ index, source }: Bulk): Indicator[] =>
  index.catalogue.indicators.filter(({ sources }) => source === null || sources.includes(source.id));

const planOf = ({ index, source, language, context }: Bulk, indicator: Indicator): Promise<AnswerPlan> =>
  context.data.planAnswer({
    version: index.release.version,
    language,
    query: { ...fullQuery(indicator), source: source ? [source.id] : [] },
  });

const plansOf = (bulk: Bulk): Promise<AnswerPlan[]> =>
  Promise.all(indicatorsOf(bulk).map((indicator) => planOf(bulk, indicator)));

/** The rows of the file. Those of whole indicators are known from memory. */
async function countRows(plans: readonly AnswerPlan[], { source }: Bulk): Promise<number> {
  let rows = 0;
  for (const plan of plans) rows += source ? await plan.count() : await plan.upperBound();
  return rows;
}

/** What the file has figures of, with the sources that they are from. */
const describedBy = (plans: readonly AnswerPlan[], { source }: Bulk): Comparison[] =>
  plans.map(({ empty, index: { catalogue } }) => ({
    ...empty,
    dimensions: catalogue.dimensions,
    sources: catalogue.sources.filter(
      ({ id }) => empty.indicator.sources.includes(id) && (!source || source.id === id),
    ),
  }));

function citationOf({ index, source, language }: Bulk, origin: string): Citation {
  const prefix = language === 'es' ? '/es' : '';
  const page = source ? 'sources' : 'releases';
  const address = `${origin}${prefix}/${page}?release=${versionParameter(index.release.version)}`;
  return citeBulk(index, source, language, source ? `${address}#${source.id}` : address);
}

async function makeBody(
  format: BulkFormat,
  bulk: Bulk,
  { origin, name }: { readonly origin: string; readonly name: string },
): Promise<Answer['body']> {
  const plans = await plansOf(bulk);
  if (format === 'csv') return { [Symbol.asyncIterator]: () => csvPieces(plans) };
  const citation = citationOf(bulk, origin);
  const answers = describedBy(plans, bulk);
  if (format === 'zip') {
    const words = BULK_WORDS[bulk.language];
    const { version, date } = bulk.index.release;
    const lead = bulk.source
      ? words.leadOf(bulk.source.title[bulk.language], version, date)
      : words.lead(version, date);
    const content = { name: `${name}.csv`, answers, citation, lead };
    return { [Symbol.asyncIterator]: () => bulkPackage({ ...content, table: csvPieces(plans) }) };
  }
  const most = MOST_ROWS[format];
  if ((await countRows(plans, bulk)) > most) throw new BadQuery(tooMany(`.${format}`, most, FEWER_ROWS));
  // The file is kept, so it is finished even if its first client has not waited for it.
  return forEverybody(() => makeWhole(format, plans, { answers, citation, bulk }));
}

/** The file of a format that is made whole, one indicator after another. */
async function makeWhole(
  format: BulkFormat,
  plans: readonly AnswerPlan[],
  {
    answers,
    citation,
    bulk,
  }: { readonly answers: readonly Comparison[]; readonly citation: Citation; readonly bulk: Bulk },
): Promise<Uint8Array> {
  const parquet = format === 'parquet' ? parquetFile(answers, citation) : null;
  const whole: Comparison[] = [];
  for (const plan of plans) {
    const answer = await plan.comparison();
    // As Parquet, one indicator at a time is in memory.
    if (parquet) parquet.add(answer);
    else whole.push(answer);
    bulk.context.progressed?.();
  }
  return parquet ? parquet.finish() : formatXlsx(whole, citation, { isOneTable: true });
}

function findSource({ catalogue }: ReleaseIndex, id: string): Source {
  const source = catalogue.sources.find((candidate) => candidate.id === id);
  if (source) return source;
  const known = catalogue.sources.map((candidate) => candidate.id);
  throw new NotFound(notFound(NOT_FOUND_NAMES.source, id, known));
}

/** Answers a file of a whole release or source. @throws NotFound for either, BadQuery for a parameter or too many rows */
export async function answerBulk(
  { release: version, source: id, format }: Extract<RouteAddress, { kind: 'bulk' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer> {
  const index = await findReleaseIndex(context.data, version);
  const source = id === null ? null : findSource(index, id);
  const extras = readOwn(parseParameters(request.search), PARAMETERS);
  const language = languageIn(extras);
  const bulk: Bulk = { index, source, language, context };
  const path = `/data/${version}/${source ? `sources/${source.id}` : 'all'}.${format}`;
  const canonical = join(path, canonicalSearch('', extras, PARAMETERS));
  const seal = releaseSeal(index);
  if (extras.get('count') === 'yes') {
    return pinnedAnswer(request, {
      ...{ version, canonical, seal: `${seal} ${MOST_ROWS[format]}` },
      headers: { 'content-type': JSON_TYPE, 'content-language': language },
      makeBody: async () => {
        const count = await countRows(await plansOf(bulk), bulk);
        const most = MOST_ROWS[format];
        const limit = most === Infinity ? null : most;
        return jsonOf({ release: version, address: path, count, limit, accepted: count <= most });
      },
    });
  }
  const name = `${source?.id ?? 'cotejo'}-${version}${language === 'en' ? '' : `-${language}`}`;
  const isTable = format === 'csv';
  return pinnedAnswer(request, {
    ...{ version, canonical },
    seal: isTable ? seal : `${seal} ${request.origin}${doiSeal(version)}`,
    links: [
      `</releases?release=${versionParameter(version)}>; rel="cite-as"`,
      `</data/${version}/citation.csl.json>; rel="describedby"; type="application/vnd.citationstyles.csl+json"`,
    ],
    headers: {
      'content-type': FORMATS[format].type,
      'content-language': language,
      'content-disposition': attachment(`${name}.${format}`),
      ...(format === 'parquet' && { 'accept-ranges': 'bytes' }),
    },
    makeBody: () => makeBody(format, bulk, { origin: request.origin, name }),
    weigh: async () => {
      if (MOST_ROWS[format] === Infinity) return 0;
      const weights = await Promise.all((await plansOf(bulk)).map((plan) => plan.weight()));
      return weights.reduce((sum, weight) => sum + weight, 0);
    },
  });
}
