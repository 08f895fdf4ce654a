/**
 * Who publishes own data: `site.yaml` in its folder. The id is part of the number of every release of own data, so
 * that a file says whose it is.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SitePublisher } from '#stats/model/catalogue.ts';
import { isPublisherId, UNNAMED_PUBLISHER } from '#stats/model/release.ts';
import { readYaml, url } from '../validation/yaml.ts';

const shape = z.strictObject({
  id: z.string().refine(isPublisherId, {
    error:
      'is not the id of a publisher; write lower-case letters, digits and hyphens, at most 40, beginning with a letter',
  }),
  name: z.string().trim().min(1),
  url: url.optional(),
});

export const SITE_FILE = 'site.yaml';

const UNNAMED: SitePublisher = { id: UNNAMED_PUBLISHER, name: 'not stated' };

/** The publisher of a folder of own data; without `site.yaml` it has no name. @throws SourceError */
export function readPublisher(folder: string): SitePublisher {
  const path = join(folder, SITE_FILE);
  return existsSync(path) ? readYaml(path, shape) : UNNAMED;
}

/** A `site.yaml` to fill in. */
export const draftSite =
  (): string => `# Who publishes the data in this folder. The id is in the number of each of its releases: 1.4.0+${UNNAMED_PUBLISHER}.1
id: ${UNNAMED_PUBLISHER}
name: not stated
# url: https://example.org
`;
