// Why a database could not be reached, in one line that a person can act on. The password is never in it.

import { isSocketDirectory, parseConnectionUrl, type ConnectionUrl } from './connection-url.ts';

/** The server is there and is not fit for us. */
export class UnfitServerError extends Error {
  override name = 'UnfitServerError';
}

/**
 * One clear line for whatever a first query threw: host unknown, refused, wrong password, no such database,
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

/** What the server itself said no to. */
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
    case '42704':
    case '22023':
      return `it refused a setting of ours (${redact(message, place)})`;
    default:
      return undefined;
  }
}

/** What kept us from speaking to a server at all. */
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
