/**
 * What can go wrong between us and a publisher, said in one line: what happened, and what to do. A fault may
 * pass (a busy server, a cut line) or it stays; and it may spoil the pages kept so far, so that going on from
 * them would mix two states of the data.
 */
export interface Nature {
  /** Asking again may help. */
  readonly passing?: boolean;
  /** The publisher asked for this pause before the next try. */
  readonly waitMs?: number;
  /** Pages kept so far do not belong together with what comes now. */
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

/** The words of somebody else's answer, fit for one line. */
export function oneLine(text: string, most = 160): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > most ? `${plain.slice(0, most - 3)}...` : plain;
}
