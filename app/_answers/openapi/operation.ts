/** An address in the lists of addresses. */
import type { Text } from '#stats/language.ts';
import type { FormatParameter } from '../http/format-parameters.ts';
import type { SCHEMAS } from './schemas.ts';

export interface Operation {
  readonly id: string;
  /** With `{release}` and `{indicator}` as placeholders. */
  readonly path: string;
  readonly summary: Text;
  /** Media type of the answer, without its parameters. */
  readonly type: string;
  readonly schema?: keyof typeof SCHEMAS;
  /** Whether it takes the parameters of a question. */
  readonly asks: boolean;
  readonly extras: readonly FormatParameter[];
  /** Parameters that only this address has. */
  readonly own?: readonly object[];
  /** Addresses of the first release that answer as described here. */
  readonly examples: readonly string[];
}
