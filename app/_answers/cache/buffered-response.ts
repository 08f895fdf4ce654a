/**
 * A response that buffers everything that a page handler writes until the handler ends. Nothing has been sent
 * by then, so the page can be compressed once and cached.
 */
import type { ServerResponse } from 'node:http';

type Chunk = string | Uint8Array;
type Done = (error?: Error | null) => void;

export interface BufferedResponse {
  /** The body, once the handler ends it; null if the client disconnected. */
  readonly body: Promise<Buffer | null>;
  /** Ends the buffering, so that the response can be written to. */
  release(): void;
  /** Ends the buffering and discards whatever the handler still writes. */
  takeOver(answerWith: () => void): void;
}

/** Buffers a response. The handler's status and headers stay on it. */
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
