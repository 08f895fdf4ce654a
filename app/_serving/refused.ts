/** What is said to a connection whose bytes are no request that we can read. */
interface Refused {
  readonly code?: string;
  readonly rawPacket?: Buffer;
  readonly bytesParsed?: number;
}

/** Whether the address alone is too long: the head's first line has not ended where reading it stopped. */
function isAddress({ rawPacket, bytesParsed }: Refused): boolean {
  const read = rawPacket?.subarray(0, bytesParsed).toString('latin1') ?? '';
  return /^[A-Z]+ /.test(read) && !read.includes('\n');
}

function statusOf(error: Refused): readonly [status: string, words: string, headers?: string] {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return isAddress(error)
        ? ['414 URI Too Long', 'The address is longer than 16 KB.']
        : ['431 Request Header Fields Too Large', 'The headers are longer than 16 KB.'];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return ['408 Request Timeout', 'The request did not arrive in time.'];
    case 'CONNECT':
      return ['405 Method Not Allowed', 'Only GET and HEAD are answered here.', 'Allow: GET, HEAD\r\n'];
    default:
      return ['400 Bad Request', 'This is not a request that HTTP allows.'];
  }
}

/** The whole answer, as it goes onto the wire. */
export function admissionRefusal(error: Error | Refused): string {
  const [status, words, headers = ''] = statusOf(error as Refused);
  const body = `${words}\n`;
  return (
    `HTTP/1.1 ${status}\r\nDate: ${new Date().toUTCString()}\r\nConnection: close\r\n${headers}` +
    `Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n` +
    `Cache-Control: no-store\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}
