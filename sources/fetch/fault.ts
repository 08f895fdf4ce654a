/**
 * Failures between us and a publisher, each in one line: what happened and what to do. A fault may be
 * temporary (a busy server, a lost connection) or permanent. It may also invalidate the kept pages, because
 * continuing from them would mix two states of the data.
 */
export interface Nature {
  /** Trying again may help. */
  readonly passing?: boolean;
  /** The publisher asked for this pause before the next try. */
  readonly waitMs?: number;
  /** The pages kept so far do not belong to the same state as the new ones. */
  readonly spoils?: boolean;
}

export class FetchFault extends Error {
  override readonly name = 'FetchFault';
  constructor(
    readonly rule: string,
    readonly advice: string,
    readonly nature: Nature = {},
  ) {
    super(`${rule}; ${advice}`);
  }
}

/** The text of a server's answer, shortened to one line. */
export function oneLine(text: string, most = 160): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > most ? `${plain.slice(0, most - 3)}...` : plain;
}
