/** Whether the site can answer: the database is reached, and a release is published. */
import type { CatalogueData } from './catalogue.ts';
import type { Reader } from './pool.ts';

export interface Health {
  readonly ready: boolean;
  readonly release: string | null;
  readonly readOnly: string | null;
  readonly warning?: string;
}

/** Asks the database itself, so that an answer means that it is there now. */
export async function checkHealth(
  reader: Reader,
  { loadReleases }: Pick<CatalogueData, 'loadReleases'>,
): Promise<Health> {
  try {
    const { sql, readOnly, warning } = await reader();
    await sql`select 1`;
    const release = (await loadReleases()).at(-1)?.version ?? null;
    return { ready: release !== null, release, readOnly: readOnly ?? null, ...(warning ? { warning } : {}) };
  } catch {
    return { ready: false, release: null, readOnly: null, warning: 'the database does not answer' };
  }
}
