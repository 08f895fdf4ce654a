// Explains in one line why a database could not be reached and what the user can do. The line never contains
// the password.

import { isSocketDirectory, parseConnectionUrl, type ConnectionUrl } from './connection-url.ts';

/** The server responds but is not suitable. */
export class UnfitServerError extends Error {
  override name = 'UnfitServerError';
}

/** The error, with the code of another, by which an answer tells that the database is away. */
export function withCode(error: Error, other: unknown): Error {
  const code = codeOf(other);
  return code === '' ? error : Object.assign(error, { code });
}

/**
 * A clear line for any error of a first query: host unknown, refused, wrong password, no such database,
 * server too old, TLS.
 *
 * @example describeConnectionError(error, 'postgres://ana:pw@db.example/facts')
 * // 'cannot reach PostgreSQL at db.example:5432: nothing listens there (connection refused)'
 */
export function describeConnectionError(error: unknown, url: string): string {
  const message = firstLine(error instanceof Error ? error.message : String(error));
  if (error instanceof UnfitServerError) return message;
  let place: ConnectionUrl;
  try {
    place = parseConnectionUrl(url);
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
  const where = isSocketDirectory(place.host)
    ? `PostgreSQL at the socket in ${place.host}`
    : `PostgreSQL at ${place.host}:${place.port}`;
  const reason = describeRefusal(codeOf(error), place, message) ?? describeSilence(codeOf(error));
  return reason
    ? `cannot reach ${where}: ${reason}`
    : `${where} answered with an error: ${redact(message, place)}`;
}

/** Errors that the server itself reported. */
function describeRefusal(code: string, place: ConnectionUrl, message: string): string | undefined {
  switch (code) {
    case '28P01':
      return `the password for user ${place.user} is wrong`;
    case '28000':
      return `user ${place.user} may not log in (${redact(message, place)})`;
    case '3D000':
      return `no database is named ${place.database}`;
    case '53300':
      return 'all its connections are taken';
    case '57P03':
      return 'it is starting up or shutting down; try again in a moment';
    case '08P01':
      return `a pooler in between refused or lost the session (${redact(message, place)}); see DATABASE_POOLER`;
    case '42704':
    case '22023':
      return `it refused a setting of ours (${redact(message, place)})`;
    default:
      return undefined;
  }
}

/** Errors that prevented a connection to a server. */
function describeSilence(code: string): string | undefined {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'no such host is known';
    case 'ECONNREFUSED':
      return 'nothing listens there (connection refused)';
    case 'ENOENT':
      return 'the socket does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'this user may not open it';
    case 'CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'no answer came';
    case 'CONNECTION_CLOSED':
    case 'CONNECTION_ENDED':
    case 'ECONNRESET':
    case 'EPIPE':
      return 'the connection was closed before an answer came (does the server speak TLS? see sslmode)';
    default:
      return /CERT|TLS|SSL|EPROTO|UNABLE_TO_/.test(code)
        ? `its TLS certificate or protocol was not accepted (${code}); see sslmode`
        : undefined;
  }
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

function redact(text: string, { password }: ConnectionUrl): string {
  return password === '' ? text : text.replaceAll(password, '***');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
