/** PxWebApi 2 below `/pxweb/{release}/v2`: its GETs, on JSON-stat, for one release. */
import { findIndicator } from '#app/_data/catalogue.ts';
import { dataDocument, metadataDocument, tableEntry } from '#app/_downloads/pxweb/documents.ts';
import { defaultSelection, type PxSelection, type PxTable } from '#app/_downloads/pxweb/table.ts';
import { CITATION_WORDS } from '#app/_words/citation.ts';
import { PXWEB_PROBLEMS, PXWEB_WORDS } from '#app/_words/pxweb.ts';
import { LANGUAGES, type Language } from '#stats/language.ts';
import type { Indicator } from '#stats/model/catalogue.ts';
import { BadQuery, malformed, unknownParameter, unknownValue } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { foldText } from '#stats/text.ts';
import { JSON_TYPE } from '../../http/formats.ts';
import { CORS_HEADERS, etagOf, ONE_MINUTE } from '../../http/headers.ts';
import type { AnswerRequest, PinnedAnswer, WholeAnswer } from '../../http/request.ts';
import type { AnswerContext } from '../context.ts';
import { findReleaseIndex } from '../read-query.ts';
import {
  CALLS,
  figuresDocument,
  formatPx,
  MOST_CELLS,
  nothingAt,
  pinnedDocument,
  tableOf,
  type PxRequest,
} from './table-request.ts';

const PAGE_SIZE = 20;
const MOST_PAGE_SIZE = 1_000;

function assertParameters(parameters: ReadonlyMap<string, string>, known: readonly string[]): void {
  for (const name of parameters.keys()) {
    if (!known.includes(name)) throw new BadQuery(unknownParameter(name, known));
  }
}

function languageOf(parameters: ReadonlyMap<string, string>): Language {
  const given = parameters.get('lang') || LANGUAGES[0];
  const language = LANGUAGES.find((known) => known === given);
  if (!language) throw new BadQuery(unknownValue('lang', given, LANGUAGES));
  return language;
}

/** The configuration, with the limits that clients keep to. */
function config(asked: PxRequest): PinnedAnswer {
  assertParameters(asked.parameters, ['lang']);
  return pinnedDocument(asked, () =>
    Promise.resolve(
      formatPx({
        apiVersion: '2.0.0',
        appVersion: '1.0.0',
        languages: LANGUAGES.map((id) => ({ id, label: PXWEB_WORDS[id].language })),
        defaultLanguage: LANGUAGES[0],
        maxDataCells: MOST_CELLS,
        ...CALLS,
        license: `${asked.base.replace(/\/pxweb\/.*$/, '')}/sources`,
        sourceReferences: LANGUAGES.map((language) => ({ language, text: CITATION_WORDS[language].whole })),
        defaultDataFormat: 'json-stat2',
        dataFormats: ['json-stat2'],
        features: [{ id: 'CORS', params: [{ key: 'enabled', value: 'True' }] }],
      }),
    ),
  );
}

function wholeNumber(parameters: ReadonlyMap<string, string>, name: string, usual: number): number {
  const given = parameters.get(name);
  if (given === undefined || given === '') return usual;
  if (!/^[1-9]\d{0,6}$/.test(given)) throw new BadQuery(malformed(name, given, ['1'], PXWEB_PROBLEMS.number));
  return Number(given);
}

const DAY_MS = 86_400_000;

/** The list of tables; which were published lately depends on the day of the request. */
async function tables(asked: PxRequest): Promise<WholeAnswer> {
  const { parameters, index, language, base } = asked;
  assertParameters(parameters, [
    'lang',
    'query',
    'pastDays',
    'includeDiscontinued',
    'pageNumber',
    'pageSize',
  ]);
  const words = foldText(parameters.get('query') ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const days = wholeNumber(parameters, 'pastDays', 0);
  const isLate = days === 0 || Date.parse(index.release.date) >= Date.now() - days * DAY_MS;
  const found = (isLate ? index.catalogue.indicators : []).filter(({ id, title, definition }) => {
    const text = foldText([id, title[language], definition[language]].join(' '));
    return words.every((word) => text.includes(word));
  });
  const pageSize = Math.min(wholeNumber(parameters, 'pageSize', PAGE_SIZE), MOST_PAGE_SIZE);
  const pageNumber = wholeNumber(parameters, 'pageNumber', 1);
  const totalPages = Math.max(1, Math.ceil(found.length / pageSize));
  const shown = found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  const entries: object[] = [];
  for (const indicator of shown) entries.push(tableEntry(await tableOf(indicator, asked), base));
  const body = formatPx({
    language,
    tables: entries,
    page: { pageNumber, pageSize, totalElements: found.length, totalPages },
    links: [{ rel: 'self', hreflang: language, href: `${base}/tables?lang=${language}` }],
  });
  const headers = { 'content-type': JSON_TYPE, 'cache-control': ONE_MINUTE, etag: etagOf(body) };
  return {
    status: 200,
    headers: { ...CORS_HEADERS, ...headers, 'x-data-version': asked.version },
    body,
    keep: 60,
  };
}

async function data(indicator: Indicator, asked: PxRequest): Promise<PinnedAnswer> {
  const { parameters, request, base } = asked;
  const output = [...parameters].find(([name]) => name.toLowerCase() === 'outputformat')?.[1] ?? 'json-stat2';
  if (output !== 'json-stat2') throw new BadQuery(unknownValue('outputFormat', output, ['json-stat2']));
  const address = `${base}/tables/${indicator.id}/data?${request.search}`;
  return figuresDocument(indicator, asked, (table, selection, answer, csv) =>
    dataDocument(table, selection, answer, { address, csv }),
  );
}

const selectionDocument = (selection: PxSelection, { language }: PxTable, href: string): object => ({
  language,
  selection: [...selection].map(([variableCode, valueCodes]) => ({ variableCode, valueCodes })),
  links: [{ rel: 'self', hreflang: language, href }],
});

/** Answers a request of a named release; `segments` are those after the version of the interface. */
export async function answerPxWeb(
  { release: version, segments }: { readonly release: string; readonly segments: readonly string[] },
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer | WholeAnswer> {
  const index = await findReleaseIndex(context.data, version);
  const parameters = parseParameters(request.search);
  const language = languageOf(parameters);
  const base = `${request.origin}/pxweb/${version}/v2`;
  const asked: PxRequest = { version, index, language, parameters, base, request, context };
  const [kind, id, part, more] = segments;
  if (kind === 'config' && id === undefined) return config(asked);
  if (kind === 'codelists') throw nothingAt(request.path, PXWEB_PROBLEMS.codelists);
  if (kind !== 'tables' || more !== undefined) throw nothingAt(request.path);
  if (id === undefined) return tables(asked);
  const indicator = findIndicator(index.catalogue, id);
  if (part === 'data') return data(indicator, asked);
  assertParameters(parameters, ['lang', 'outputFormat', 'defaultSelection']);
  const own = `${base}/tables/${id}`;
  const documents: Readonly<Record<string, (table: PxTable) => object>> = {
    '': (table) => ({ language, ...tableEntry(table, base) }),
    metadata: (table) => metadataDocument(table, `${own}/metadata`),
    defaultselection: (table) => selectionDocument(defaultSelection(table), table, `${own}/defaultselection`),
  };
  const write = Object.hasOwn(documents, part ?? '') ? documents[part ?? ''] : undefined;
  if (!write) throw nothingAt(request.path);
  return pinnedDocument(asked, async () => formatPx(write(await tableOf(indicator, asked))));
}
