/** A line below a chart of an older release: how much of its indicator has been revised since, with a link. */
import type { ReactElement } from 'react';
import type { RevisionCounts } from '#stats/evidence/revision.ts';
import { pagesIn } from '#app/_words/pages.ts';
import { indicatorHref, type PageContext } from '../page/page-context.ts';

export interface RevisedSinceRelease {
  /** The newest release. */
  readonly latest: string;
  readonly counts: RevisionCounts;
}

export function RevisedNotice({
  place,
  indicator,
  query,
  since: { latest, counts },
}: {
  readonly place: PageContext;
  readonly indicator: string;
  readonly query: string;
  readonly since: RevisedSinceRelease;
}): ReactElement {
  const words = pagesIn(place.language).revised;
  const { version } = place.release;
  const { revised, removed } = counts;
  return (
    <p className="small revised-since" role="note">
      <b>{words.since({ version })}</b>{' '}
      {[
        revised > 0 ? words.figuresRevised({ count: revised }) : '',
        removed > 0 ? words.figuresRemoved({ count: removed }) : '',
      ]
        .filter((text) => text !== '')
        .join(', ')}
      .{' '}
      <a href={indicatorHref({ ...place, pinned: false }, indicator, query)}>{words.seeLatest({ latest })}</a>{' '}
      · <a href={`/data/${version}/${indicator}/revisions.json`}>{words.list}</a>
    </p>
  );
}
