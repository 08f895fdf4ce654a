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

interface Sentence {
  readonly text: string;
  /** The figures in the expression; empty where the sentence has them. */
  readonly step: string;
  readonly checked: CheckedClaim;
  readonly version: string;
  readonly language: Language;
  readonly theme: string;
  /** Canonical addresses of this embed, of the page and of the data. */
  readonly self: string;
  readonly page: string;
  readonly data: string;
}

function sentencePage({ text, step, checked, version, language, theme, self, page, data }: Sentence): string {
  const words = EMBED_WORDS[language];
  const used = new Set(checked.terms.flatMap(({ cell }) => (cell ? [cell.source] : [])));
  const sources = checked.answers.flatMap((answer) => answer.sources).filter(({ id }) => used.has(id));
  const lines = [...new Map(sources.map((source) => [source.id, source])).values()].map((source) =>
    sourceLine(source, language),
  );
  const main = markup`<h1>${link(page, text)}</h1>
${step !== '' && markup`<p class="def">${step}</p>\n`}${lines.length > 0 && markup`<ul class="source">${lines}</ul>\n`}<div class="line">${link(page, BRAND, 'brand')}<span>${words.release} ${version} · ${link(data, words.data)}</span></div>`;
  const head = markup`<link rel="canonical" href="${self}">
<link rel="alternate" type="application/json" href="${data}">
`;
  return framePage({ language, theme, title: text, head, main, script: EMBED_SCRIPT });
}

const prefixOf = (language: Language): string => (language === 'en' ? '' : `/${language}`);

/** `/embed/{release}/claims/{id}` */
export async function answerClaimEmbed(
  { release: version, id }: Extract<RouteAddress, { kind: 'claim-embed' }>,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<WholeAnswer> {
  const extras = readOwn(parseParameters(request.search), EXTRAS);
  const language = languageIn(extras);
  const { release } = await findReleaseIndex(data, version);
  const result = await data.loadClaim(version, language, id);
  const { checked } = result;
  const self = join(`/embed/${version}/claims/${id}`, canonicalSearch('', extras, EXTRAS));
  const page = sentencePage({
    text: claimSentence(result, release, language),
    step: stepText(checked, checked.terms, checked.outcome, language),
    ...{ checked, version, language, self },
    theme: extras.get('theme') ?? 'auto',
    page: `${prefixOf(language)}/claims/${id}?release=${versionParameter(version)}`,
    data: join(`/data/${version}/claims/${id}.json`, canonicalSearch('', extras, [LANG])),
  });
  return embedResponse(page, { version, language, self, request });
}

/** `/embed/{release}/check?a=...&b=...&expression=a / b&relation=at-least:3` */
export async function answerCheckEmbed(
  { release: version }: Extract<RouteAddress, { kind: 'check-embed' }>,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<WholeAnswer> {
  const parameters = parseParameters(request.search);
  const extras = readOwn(parameters, EXTRAS, OF_A_CHECK);
  const language = languageIn(extras);
  const { release } = await findReleaseIndex(data, version);
  const check = parseCheck(parameters);
  const checked = await data.checkClaim(version, language, check);
  const question = formatCheck(check);
  const self = join(`/embed/${version}/check`, canonicalSearch(question, extras, EXTRAS));
  const page = sentencePage({
    text: checkSentence(checked, release, language),
    step: '',
    ...{ checked, version, language, self },
    theme: extras.get('theme') ?? 'auto',
    page: `${prefixOf(language)}/claims/check?${question}&release=${versionParameter(version)}`,
    data: join(`/data/${version}/check.json`, canonicalSearch(question, extras, [LANG])),
  });
  return embedResponse(page, { version, language, self, request });
}
