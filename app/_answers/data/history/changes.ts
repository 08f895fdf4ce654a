/**
 * `/data/{release}/{indicator}/changes.atom?...`: what each release until this one changed of the figures of a
 * question. A feed reader keeps the address with `latest`, which sends it on to the newest release.
 */
import { pageAddress } from '#app/_downloads/citation/cited-work.ts';
import { formatChangeFeed } from '#app/_downloads/discovery/feed.ts';
import { releaseChanges } from '#app/_downloads/markdown/changes.ts';
import { CHANGE_WORDS } from '#app/_words/changes.ts';
import { LANG } from '../../http/format-parameters.ts';
import { pinnedAnswer } from '../../http/pinned.ts';
import type { AnswerRequest, PinnedAnswer } from '../../http/request.ts';
import type { RouteAddress } from '../../http/routes.ts';
import { join } from '../../http/url.ts';
import type { AnswerContext } from '../context.ts';
import { readDataRequest } from '../read-query.ts';
import { loadVintages, vintageSeal } from '../vintages.ts';

/** Answers the feed. @throws BadQuery or NotFound if it cannot be answered */
export async function answerChanges(
  { release, indicator: id }: Extract<RouteAddress, { kind: 'changes' }>,
  request: AnswerRequest,
  context: AnswerContext,
): Promise<PinnedAnswer> {
  const question = await readDataRequest({ release, indicator: id }, request, [LANG], context);
  const { version, language, indicator, canonical: search, plan } = question;
  const canonical = join(`/data/${version}/${indicator.id}/changes.atom`, search);
  const { origin } = request;
  return pinnedAnswer(request, {
    version,
    seal: `${await vintageSeal(version, context)} ${origin}`,
    canonical,
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'content-language': language },
    makeBody: async () => {
      const answers = await loadVintages(question, context, 'changes.atom');
      const newest = answers.at(-1) ?? plan.empty;
      return formatChangeFeed({
        title: CHANGE_WORDS[language].feed(indicator.title[language]),
        language,
        self: origin + join(`/data/latest/${indicator.id}/changes.atom`, search),
        page: (of) => origin + pageAddress({ ...newest, release: { ...newest.release, version: of } }),
        date: plan.empty.release.date,
        entries: releaseChanges(answers),
      });
    },
  });
}
