// The address of a PostgreSQL database as text and back: `postgres://user:password@host:port/database`, with
// a Unix socket as `?host=/directory` or percent-encoded in the host's place, as libpq has it. Our own
// parser, because the WHATWG one refuses the empty host that sockets need.

/** The ways of TLS that libpq knows, by its names. */
export const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
export type SslMode = (typeof SSL_MODES)[number];

/** Where a database is and who asks. A `host` that begins with `/` is the directory of a Unix socket. */
export interface ConnectionUrl {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  sslMode?: SslMode;
  /** A file with the certificates to trust, in PEM. */
  sslRootCertificate?: string;
}

const SHAPE = /^postgres(?:ql)?:\/\/(?:([^@/?#]*)@)?([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/;
const DEFAULT_PORT = 5432;
const READ = new Set(['host', 'port', 'dbname', 'user', 'password', 'sslmode', 'sslrootcert']);
/** Accepted because hosting services write them into the addresses they give out; nothing here needs them. */
const PASSED_OVER = new Set([
  'application_name',
  'channel_binding',
  'connect_timeout',
  'gssencmode',
  'schema',
]);

/** Whether the address is a Unix socket's directory rather than a machine. */
export function isSocketDirectory(host: string): boolean {
  return host.startsWith('/');
}

/**
 * Reads a connection address; {@link formatConnectionUrl} undoes it.
 *
 * @throws {Error} naming what is wrong, never the password
 * @example parseConnectionUrl('postgres://ana@db.example/facts').port // 5432
 * @example parseConnectionUrl('postgres://ana:pw@/facts?host=%2Frun%2Fmy%20db').host // '/run/my db'
 */
export function parseConnectionUrl(text: string): ConnectionUrl {
  const match = SHAPE.exec(text.trim());
  if (!match) throw new Error('the address must look like postgres://user:password@host:5432/database');
  const [, credentials = '', authority = '', path = '', search = ''] = match;
  const parameters = parseParameters(search);
  const [user = '', password = ''] = splitOnce(credentials, ':').map(decode);
  const [host, port] = parseAuthority(authority);
  const name = parameters.get('user') ?? user;
  if (name === '') throw new Error('the address has no user: postgres://user:password@host:5432/database');
  const sslMode = parameters.get('sslmode');
  if (sslMode !== undefined && !isSslMode(sslMode)) {
    throw new Error(`sslmode=${sslMode} is not valid; the modes are ${SSL_MODES.join(', ')}`);
  }
  const sslRootCertificate = parameters.get('sslrootcert');
  return {
    host: (parameters.get('host') ?? host) || 'localhost',
    port: parsePort(parameters.get('port') ?? port),
    database: (parameters.get('dbname') ?? decode(path)) || name,
    user: name,
    password: parameters.get('password') ?? password,
    ...(sslMode ? { sslMode } : {}),
    ...(sslRootCertificate ? { sslRootCertificate } : {}),
  };
}

/** Writes a connection address; {@link parseConnectionUrl} reads it back to the same. */
export function formatConnectionUrl(url: ConnectionUrl): string {
  const socket = isSocketDirectory(url.host);
  const port = url.port === DEFAULT_PORT ? '' : `:${url.port}`;
  const password = url.password === '' ? '' : `:${encodeURIComponent(url.password)}`;
  const parameters = [
    socket ? `host=${encodeURIComponent(url.host)}` : '',
    socket && port ? `port=${url.port}` : '',
    url.sslMode ? `sslmode=${url.sslMode}` : '',
    url.sslRootCertificate ? `sslrootcert=${encodeURIComponent(url.sslRootCertificate)}` : '',
  ].filter(Boolean);
  const host = socket ? '' : (url.host.includes(':') ? `[${url.host}]` : encodeURIComponent(url.host)) + port;
  const query = parameters.length > 0 ? `?${parameters.join('&')}` : '';
  return `postgres://${encodeURIComponent(url.user)}${password}@${host}/${encodeURIComponent(url.database)}${query}`;
}

function parseParameters(search: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const pair of search.split('&').filter(Boolean)) {
    const [name = '', value = ''] = splitOnce(pair, '=').map(decode);
    if (PASSED_OVER.has(name)) continue;
    if (!READ.has(name)) {
      throw new Error(
        `the address has an unknown parameter, ${name}; the parameters are ${[...READ].join(', ')}`,
      );
    }
    parameters.set(name, value);
  }
  return parameters;
}

function parseAuthority(authority: string): [host: string, port: string | undefined] {
  if (authority.includes(',')) throw new Error('the address names several hosts; one is needed');
  const match = /^(?:\[([^\]]+)\]|([^:]*))(?::(\d*))?$/.exec(authority);
  if (!match) throw new Error(`the address has a host that cannot be read, ${authority}`);
  return [match[1] ?? decode(match[2] ?? ''), match[3]];
}

function parsePort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535)
    throw new Error(`port ${text} is not from 1 to 65535`);
  return port;
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error('the address has a % that is not part of an escape; write a literal % as %25');
  }
}

function isSslMode(text: string): text is SslMode {
  return (SSL_MODES as readonly string[]).includes(text);
}
