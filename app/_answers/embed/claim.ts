/**
 * A claim as one sentence for any frame: `/embed/{release}/claims/{id}` for one on file, `/embed/{release}/check?...`
 * for one of the reader's own. Its verdict leads to its page, which has the arithmetic and every figure.
 */
import { claimSentence, checkSentence } from '#app/_downloads/claims/sentence.ts';
import { stepText } from '#app/_downloads/claims/steps.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import type { CheckedClaim } from '#stats/claims/claim.ts';
import { CHECK_PARAMETERS, formatCheck, parseCheck } from '#stats/claims/parameters.ts';
import type { Language } from '#stats/language.ts';
import type { Source } from '#stats/model/catalogue.ts';
import { versionParameter } from '#stats/model/release.ts';
import { parseParameters } from '#stats/query-string.ts';
import type { AnswerContext } from '../data/context.ts';
import { canonicalSearch, findReleaseIndex, languageIn, readOwn } from '../data/read-query.ts';
import { EMBED_THEME, LANG } from '../http/format-parameters.ts';
import { markup } from '../http/html.ts';
import type { AnswerRequest, WholeAnswer } from '../http/request.ts';
import type { RouteAddress } from '../http/routes.ts';
import { join } from '../http/url.ts';
import { BRAND, framePage, link } from '../shell/document.ts';
import { EMBED_SCRIPT } from '../shell/script.ts';
import { sourceLine } from '../shell/sources.ts';
import { embedResponse } from './response.ts';

const EXTRAS = [LANG, EMBED_THEME];
const OF_A_CHECK = [...CHECK_PARAMETERS, ...EXTRAS.map(({ name }) => name)];

export interface ClaimEmbed {
  readonly text: string;
  /** The figures in the expression; empty where the sentence has them. */
  readonly step: string;
  /** The sources of its figures. */
  readonly sources: readonly Source[];
  readonly version: string;
  readonly language: Language;
  readonly theme: string;
  /** Canonical addresses of this embed, of the page and of the data. */
  readonly self: string;
  readonly page: string;
  readonly data: string;
}

/** The sources of the figures that a check uses, each once. */
function sourcesOf({ terms, answers }: CheckedClaim): Source[] {
  const used = new Set(terms.flatMap(({ cell }) => (cell ? [cell.source] : [])));
  const sources = answers.flatMap((answer) => answer.sources).filter(({ id }) => used.has(id));
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

function sentencePage({
  text,
  step,
  sources,
  version,
  language,
  theme,
  self,
  page,
  data,
}: ClaimEmbed): string {
  const words = EMBED_WORDS[language];
  const lines = sources.map((source) => sourceLine(source, language));
  const main = markup`<h1>${link(page, text)}</h1>
${step !== '' && markup`<p class="def">${step}</p>\n`}${lines.length > 0 && markup`<ul class="source">${lines}</ul>\n`}<div class="line">${link(page, BRAND, 'brand')}<span>${words.release} ${version} · ${link(data, words.data)}</span></div>`;
  const head = markup`<link rel="canonical" href="${self}">
<link rel="alternate" type="application/json" href="${data}">
`;
  return framePage({ language, theme, title: text, head, main, script: EMBED_SCRIPT });
}

const prefixOf = (language: Language): string => (language === 'en' ? '' : `/${language}`);

/** A claim on file. @throws NotFound, BadQuery */
export async function makeClaimEmbed(
  { release: version, id }: { readonly release: string; readonly id: string },
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<ClaimEmbed> {
  const extras = readOwn(parseParameters(request.search), EXTRAS);
  const language = languageIn(extras);
  const { release } = await findReleaseIndex(data, version);
  const result = await data.loadClaim(version, language, id);
  const { checked } = result;
  return {
    text: claimSentence(result, release, language),
    step: stepText(checked, checked.terms, checked.outcome, language),
    ...{ sources: sourcesOf(checked), version, language },
    self: join(`/embed/${version}/claims/${id}`, canonicalSearch('', extras, EXTRAS)),
    theme: extras.get('theme') ?? 'auto',
    page: `${prefixOf(language)}/claims/${id}?release=${versionParameter(version)}`,
    data: join(`/data/${version}/claims/${id}.json`, canonicalSearch('', extras, [LANG])),
  };
}

/** A claim of the reader's own. @throws NotFound, BadQuery */
export async function makeCheckEmbed(
  version: string,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<ClaimEmbed> {
  const parameters = parseParameters(request.search);
  const extras = readOwn(parameters, EXTRAS, OF_A_CHECK);
  const language = languageIn(extras);
  const { release } = await findReleaseIndex(data, version);
  const check = parseCheck(parameters);
  const checked = await data.checkClaim(version, language, check);
  const question = formatCheck(check);
  return {
    text: checkSentence(checked, release, language),
    step: '',
    ...{ sources: sourcesOf(checked), version, language },
    self: join(`/embed/${version}/check`, canonicalSearch(question, extras, EXTRAS)),
    theme: extras.get('theme') ?? 'auto',
    page: `${prefixOf(language)}/claims/check?${question}&release=${versionParameter(version)}`,
    data: join(`/data/${version}/check.json`, canonicalSearch(question, extras, [LANG])),
  };
}

const answered = (made: ClaimEmbed, request: AnswerRequest): WholeAnswer => {
  const { version, language, self } = made;
  return embedResponse(sentencePage(made), { version, language, self, request });
};

/** `/embed/{release}/claims/{id}` */
export const answerClaimEmbed = async (
  address: Extract<RouteAddress, { kind: 'claim-embed' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> => answered(await makeClaimEmbed(address, request, context), request);

/** `/embed/{release}/check?a=...&b=...&expression=a / b&relation=at-least:3` */
export const answerCheckEmbed = async (
  { release }: Extract<RouteAddress, { kind: 'check-embed' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<WholeAnswer> => answered(await makeCheckEmbed(release, request, context), request);
