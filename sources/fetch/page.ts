/**
 * One page, requested once: the status of the answer, then its bytes as JSON, then the publisher's reading of
 * it. Only this code decides which faults are temporary (429, 5xx, a truncated answer).
 */
import { createHash } from 'node:crypto';
import type { PublisherResponse } from './response.ts';
import type { Clock } from './clock.ts';
import { FetchFault, oneLine } from './fault.ts';
import type { PageRead, PublisherRequest } from './publisher.ts';
import { parseRetryAfter } from './retry-after.ts';

export interface Page extends PageRead {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** SHA-256 of the rows, whatever the rest of the page looks like. */
  readonly fingerprint: string;
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

/** JSON from bytes. @throws FetchFault: permanent for a web page, temporary for a truncated answer */
function parseDocument(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const start = text.trimStart();
    if (start === '') throw new FetchFault('the answer is empty', 'try later', { passing: true });
    if (start.startsWith('<')) {
      throw new FetchFault(
        `the answer is a web page ("${pageTitle(start)}"), not JSON`,
        'open the address in a browser: it may be maintenance, or a login page of your network',
      );
    }
    if (/^[[{]/.test(start)) {
      throw new FetchFault(`the answer is cut short after ${bytes.length} bytes`, 'try later', {
        passing: true,
      });
    }
    throw new FetchFault(`the answer is not JSON ("${oneLine(start, 60)}")`, 'open the address in a browser');
  }
}

/** Reads a page from its bytes. @throws FetchFault */
export function readPage(question: PublisherRequest, number: number, bytes: Uint8Array): Page {
  const read = question.read(parseDocument(bytes), number);
  const fingerprint = createHash('sha256').update(JSON.stringify(read.rows)).digest('hex');
  return { ...read, number, bytes, fingerprint };
}

/** The publisher's error message in an unsuccessful answer, if it has a message. */
function refusalIn(question: PublisherRequest, number: number, bytes: Uint8Array): FetchFault | null {
  try {
    question.read(JSON.parse(decode(bytes)), number);
  } catch (error) {
    if (error instanceof FetchFault && / says: /.test(error.rule)) return error;
  }
  return null;
}

/** The fault of a status that may be another one later; null for all others. */
export function passingStatus(
  publisher: string,
  status: number,
  retryAfter: string | null,
  clock: Clock,
): FetchFault | null {
  if (status !== 429 && status !== 408 && status < 500) return null;
  const waitMs = parseRetryAfter(retryAfter, clock.now()) ?? 0;
  const why = status === 429 ? 'too many questions in too short a time' : 'a trouble of the server';
  return new FetchFault(`${publisher} answers ${status} (${why})`, 'try later', { passing: true, waitMs });
}

/** The title of a web page, for a message. */
export const pageTitle = (html: string): string =>
  oneLine(/<title[^>]*>([^<]*)/i.exec(html)?.[1] ?? html.replace(/<[^>]*>/g, ' '), 60);

/** The page in an answer. @throws FetchFault */
export function pageOf(
  question: PublisherRequest,
  number: number,
  answer: PublisherResponse,
  clock: Clock,
): Page {
  const { status, bytes, retryAfter } = answer;
  if (status >= 200 && status < 300) return readPage(question, number, bytes);
  const said = refusalIn(question, number, bytes);
  const passing = passingStatus(question.publisher, status, retryAfter, clock);
  if (passing) throw passing;
  if (said) throw said;
  throw new FetchFault(
    `${question.publisher} answers ${status}`,
    status === 404
      ? 'look at what you asked for, and at --base if you gave one'
      : 'open the address in a browser to see why',
  );
}
