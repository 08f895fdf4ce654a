/**
 * Fetches the answer to a question from a publisher and keeps it as a new edition. Pages are fetched one at a
 * time ({@link fetchPages}), each kept as it arrived; then they become one file with its sidecar ({@link
 * settle}), which a recipe reads like any other file.
 */
import type { Web } from './response.ts';
import type { Clock } from './clock.ts';
import { FetchFault } from './fault.ts';
import { KeptPages } from './page-store.ts';
import { fetchPages, type ReportedTotal } from './paging.ts';
import { placeFor } from './download-target.ts';
import type { PublisherRequest } from './publisher.ts';
import { settle, type SettledFile } from './settle.ts';

export interface Errand {
  readonly question: PublisherRequest;
  /** A file, or a folder. */
  readonly out: string;
  readonly resume: boolean;
  readonly web: Web;
  readonly clock: Clock;
  readonly pauseMs: number;
  readonly mostBytes: number;
  readonly tell: ReportedTotal;
}

/** Advice about the kept pages if the fetch ends early. */
function resumeHint(kept: number): string {
  if (kept === 0) return '';
  return ` ${kept === 1 ? 'One page is' : `${kept} pages are`} kept: the same command with --resume goes on from there.`;
}

/**
 * Fetches, or resumes a fetch.
 * @throws FetchFault, whose advice says how to continue; the reason of an interruption
 */
export async function fetchEdition(errand: Errand): Promise<SettledFile> {
  const { question, web } = errand;
  const place = placeFor(errand.out, question.name);
  const kept = KeptPages.open(place.part, question.address(1).href, errand.resume);
  try {
    const whole = await fetchPages({ ...errand, kept });
    return await settle(question, whole, kept, place, web.userAgent);
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error;
    if (error.nature.spoils === true) kept.drop();
    throw new FetchFault(error.rule, `${error.advice}.${resumeHint(kept.list.length)}`, error.nature);
  }
}
