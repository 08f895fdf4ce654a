/**
 * One page, asked for once: the answer's status, then its bytes as JSON, then what the publisher makes of it.
 * Only here is decided what may pass (429, 5xx, an answer cut short) and what stays.
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
  /** SHA-256 of the rows, however the page around them is written. */
  readonly fingerprint: string;
}

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

/** JSON from bytes. @throws FetchFault: a web page stays, an answer cut short may pass */
function parseDocument(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const start = text.trimStart();
    if (start === '') throw new FetchFault('the answer is empty', 'try later', { passing: true });
    if (start.startsWith('<')) {
      const title = /<title[^>]*>([^<]*)/i.exec(start)?.[1] ?? start.replace(/<[^>]*>/g, ' ');
      throw new FetchFault(
        `the answer is a web page ("${oneLine(title, 60)}"), not JSON`,
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

/** The publisher's own words in an answer that is no success, if it has any. */
function refusalIn(question: PublisherRequest, number: number, bytes: Uint8Array): FetchFault | null {
  try {
    question.read(JSON.parse(decode(bytes)), number);
  } catch (error) {
    if (error instanceof FetchFault && / says: /.test(error.rule)) return error;
  }
  return null;
}

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
  if (status === 429 || status === 408 || status >= 500) {
    const waitMs = parseRetryAfter(retryAfter, clock.now()) ?? 0;
    const why = status === 429 ? 'too many questions in too short a time' : 'a trouble of the server';
    throw new FetchFault(`${question.publisher} answers ${status} (${why})`, 'try later', {
      passing: true,
      waitMs,
    });
  }
  if (said) throw said;
  throw new FetchFault(
    `${question.publisher} answers ${status}`,
    status === 404
      ? 'look at what you asked for, and at --base if you gave one'
      : 'open the address in a browser to see why',
  );
}
