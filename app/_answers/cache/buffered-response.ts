/**
 * A response that holds back everything that a page handler writes, until the handler is done: then it can be
 * compressed once and kept. Nothing has been sent by then.
 */
import type { ServerResponse } from 'node:http';

type Chunk = string | Uint8Array;
type Done = (error?: Error | null) => void;

export interface BufferedResponse {
  /** The body, once the handler ends it; null when the client went away. */
  readonly body: Promise<Buffer | null>;
  /** Gives the response back, so that it can be written to. */
  release(): void;
  /** Gives the response back to us alone: what the handler still writes into it goes nowhere. */
  takeOver(answerWith: () => void): void;
}

/** Holds back a response. Status and headers stand on it as the handler left them. */
export function bufferResponse(res: ServerResponse): BufferedResponse {
  const { writeHead, write, end, flushHeaders } = res;
  const release = (): void => void Object.assign(res, { writeHead, write, end, flushHeaders });
  const chunks: Buffer[] = [];
  const keep = (chunk: Chunk, encoding?: BufferEncoding): void => {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk));
  };
  const body = new Promise<Buffer | null>((resolve) => {
    res.once('close', () => resolve(null));
    res.writeHead = (status: number, ...rest: unknown[]) => {
      res.statusCode = status;
      const headers = rest.find((argument) => typeof argument === 'object' && argument !== null);
      for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value as string);
      return res;
    };
    res.flushHeaders = () => undefined;
    res.write = (chunk: Chunk, encoding?: BufferEncoding | Done, done?: Done) => {
      keep(chunk, typeof encoding === 'string' ? encoding : undefined);
      const after = typeof encoding === 'function' ? encoding : done;
      if (after) process.nextTick(after);
      return true;
    };
    res.end = (chunk?: Chunk | Done | null, encoding?: BufferEncoding | Done, done?: Done) => {
      const after = [chunk, encoding, done].find(
        (argument): argument is Done => typeof argument === 'function',
      );
      if (after) res.once('finish', after);
      if (chunk !== null && chunk !== undefined && typeof chunk !== 'function') {
        keep(chunk, typeof encoding === 'string' ? encoding : undefined);
      }
      release();
      resolve(Buffer.concat(chunks));
      return res;
    };
  });
  const takeOver = (answerWith: () => void): void => {
    release();
    answerWith();
    const nothing = {
      writeHead: () => res,
      write: () => true,
      end: () => res,
      flushHeaders: () => undefined,
    };
    Object.assign(res, nothing, { setHeader: () => res, removeHeader: () => undefined });
  };
  return { body, release, takeOver };
}
