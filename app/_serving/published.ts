/** A site that starts before anything is published says so, until there is a release. */
import { NotNow } from '#app/_data/asking.ts';
import { siteData, type SiteData } from '#app/_data/data.ts';

/** What is asked about the process, not about the data. */
const OF_THE_PROCESS = /^\/(?:healthz|livez|readyz|metrics)$/;

/** Lets requests pass once a release is published. @throws NotNow before */
export function untilPublished({ loadReleases }: Pick<SiteData, 'loadReleases'> = siteData): (
  path: string,
) => Promise<void> {
  let isPublished = false;
  return async (path) => {
    if (isPublished || OF_THE_PROCESS.test(path)) return;
    if ((await loadReleases()).length === 0) throw new NotNow('COTEJO_EMPTY');
    isPublished = true;
  };
}
