/** Failures below HTTP, in words a person can act on. */
import { FetchFault } from './fault.ts';

const codeOf = (error: unknown): string => {
  for (let at = error; typeof at === 'object' && at !== null; at = (at as { cause?: unknown }).cause) {
    const { code, name } = at as { code?: unknown; name?: unknown };
    if (name === 'TimeoutError') return 'TIMEOUT';
    if (typeof code === 'string') return code;
  }
  return '';
};

/** The innermost message: `fetch failed` alone says nothing. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? wordsOf(error.cause) : error.message;
};

const LATER = 'look at your connection, or try later';

const PASSING: Readonly<Record<string, (host: string) => string>> = {
  TIMEOUT: (host) => `${host} did not finish its answer in time`,
  UND_ERR_CONNECT_TIMEOUT: (host) => `${host} did not take the connection in time`,
  UND_ERR_HEADERS_TIMEOUT: (host) => `${host} did not begin its answer in time`,
  UND_ERR_BODY_TIMEOUT: (host) => `${host} stopped in the middle of its answer`,
  ETIMEDOUT: (host) => `${host} did not take the connection in time`,
  EAI_AGAIN: (host) => `the name ${host} could not be looked up (no network, or the name server is down)`,
  ECONNREFUSED: (host) => `${host} refuses connections`,
  ECONNRESET: (host) => `${host} cut the connection`,
  UND_ERR_SOCKET: (host) => `${host} cut the connection before its answer was whole`,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: (host) => `${host} sent fewer bytes than it announced`,
  ENETUNREACH: (host) => `there is no network to reach ${host}`,
  EHOSTUNREACH: (host) => `there is no way to reach ${host}`,
};

/** The fault for an error that `fetch` threw. */
export function networkFault(error: unknown, host: string): FetchFault {
  const code = codeOf(error);
  const words = PASSING[code];
  if (words) return new FetchFault(words(host), LATER, { passing: true });
  if (code === 'ENOTFOUND') {
    // Asking again at once does not make a name known: either it is misspelt or there is no network.
    return new FetchFault(
      `no server found with the name ${host}`,
      'check your connection, and --base if you gave one',
    );
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/.test(code)) {
    return new FetchFault(
      `the certificate of ${host} is not trusted (${code})`,
      'if your network has a proxy, name its certificate in NODE_EXTRA_CA_CERTS',
    );
  }
  const said = code === '' ? wordsOf(error) : code;
  return new FetchFault(`${host} could not be read (${said})`, LATER, { passing: true });
}
