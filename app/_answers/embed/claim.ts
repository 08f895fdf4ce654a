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
import { BadQuery, NotFound, notFound, unknownParameter } from '#stats/problem.ts';
import { parseParameters } from '#stats/query-string.ts';
import { NOT_FOUND_NAMES } from '#stats/wording/problems.ts';
import type { AnswerContext } from '../data/context.ts';
import { canonicalSearch, findReleaseIndex, languageIn, readExtras } from '../data/read-query.ts';
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

/** The format's own parameters, refusing all others but those of the claim. */
function readOwn(parameters: ReadonlyMap<string, string>, also: readonly string[] = []): Map<string, string> {
  const accepted = [...also, ...EXTRAS.map(({ name }) => name)];
  for (const name of parameters.keys())
    if (!accepted.includes(name)) throw new BadQuery(unknownParameter(name, accepted));
  return readExtras(parameters, EXTRAS);
}

const prefixOf = (language: Language): string => (language === 'en' ? '' : `/${language}`);

/** `/embed/{release}/claims/{id}` */
export async function answerClaimEmbed(
  { release: version, id }: Extract<RouteAddress, { kind: 'claim-embed' }>,
  request: AnswerRequest,
  { data }: AnswerContext,
): Promise<WholeAnswer> {
  const extras = readOwn(parseParameters(request.search));
  const language = languageIn(extras);
  const { release } = await findReleaseIndex(data, version);
  const results = await data.loadClaims(version, language);
  const result = results.find(({ claim }) => claim.id === id);
  if (!result) {
    const known = results.map(({ claim }) => claim.id);
    throw new NotFound(notFound(NOT_FOUND_NAMES.claim, id, known));
  }
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
  const extras = readOwn(parameters, CHECK_PARAMETERS);
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
