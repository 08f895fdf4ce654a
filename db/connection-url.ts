// The address of a PostgreSQL database as text and back: `postgres://user:password@host:port/database`, with
// a Unix socket as `?host=/directory` or percent-encoded in place of the host, as in libpq. We need our own
// parser because the WHATWG parser refuses the empty host that sockets need.

/** The TLS modes of libpq, by its names. */
export const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
export type SslMode = (typeof SSL_MODES)[number];

/** The server and login of a database. A `host` that begins with `/` is the directory of a Unix socket. */
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
/** Accepted because hosting services add them to the addresses they give out; they have no effect here. */
const PASSED_OVER = new Set([
  'application_name',
  'channel_binding',
  'connect_timeout',
  'gssencmode',
  // Any server that has the newest release will do, so a list of hosts needs no other choice.
  'load_balance_hosts',
  'schema',
  'target_session_attrs',
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

/**
 * The addresses of each host of a list, as libpq writes it: `host1:5432,host2:5433` or `?host=a,b&port=1,2`. An
 * address of one host stays as it is.
 *
 * @throws {Error} naming what is wrong with one of them
 * @example splitHosts('postgres://web@a,b:5433/facts') // ['postgres://web@a/facts', 'postgres://web@b:5433/facts']
 */
export function splitHosts(text: string): string[] {
  const match = SHAPE.exec(text.trim());
  if (!match) return [text];
  const [, credentials, authority = '', path = '', search = ''] = match;
  const login = credentials === undefined ? '' : `${credentials}@`;
  const query = (from: string): string => (from === '' ? '' : `?${from}`);
  const listed = search.split('&').filter((pair) => /^(?:host|port)=/.test(pair) && /,|%2c/i.test(pair));
  if (listed.length === 0) {
    return authority.split(',').map((host) => `postgres://${login}${host}/${path}${query(search)}`);
  }
  const values = (name: string): string[] =>
    (listed.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '').split(/,|%2c/i);
  const [hosts, ports] = [values('host'), values('port')];
  if (ports.length > 1 && ports.length !== hosts.length) {
    throw new Error(`the address names ${hosts.length} hosts and ${ports.length} ports`);
  }
  const rest = search.split('&').filter((pair) => !listed.includes(pair));
  return hosts.map((host, i) => {
    const port = ports[i] ?? ports[0] ?? '';
    const own = [...rest, host && `host=${host}`, port && `port=${port}`].filter(Boolean).join('&');
    return `postgres://${login}${authority}/${path}${query(own)}`;
  });
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
