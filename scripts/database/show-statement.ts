/** A statement of the engine in readable form, and the address that it answers. */
import { statementOfQueries } from '#db/engine/answer.ts';
import type { Statement } from '#db/engine/sql/statement.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import { parseParameters } from '#stats/query-string.ts';
import { parseQuery } from '#stats/query/query.ts';
import { UserError } from '../terminal/user-error.ts';

/** The release, the indicator and the query of a data address. */
export interface DataAddress {
  readonly release: string;
  readonly indicator: string;
  readonly search: string;
}

/**
 * Reads the address of an indicator's data, with or without a host and whatever its ending.
 * @example parseDataAddress('/data/1.1.0/homicide-rate.csv?country=HND').indicator === 'homicide-rate'
 * @throws UserError if it is not such an address
 */
export function parseDataAddress(address: string): DataAddress {
  const match = /^(?:https?:\/\/[^/]+)?\/data\/([^/?]+)\/([^/?.]+)(?:\.[a-z]+)?(?:\?(.*))?$/.exec(address);
  if (!match) {
    throw new UserError(
      `${address} is not the address of an indicator's data. Give one like "/data/1.1.0/homicide-rate.csv?group=northern-triangle", in quotes.`,
    );
  }
  const [, release = '', indicator = '', search = ''] = match;
  return { release, indicator, search };
}

/**
 * The statement that answers an address.
 * @throws UserError unknown indicator; BadQuery if the query is refused
 */
export function statementOfAddress({ indicator: id, search }: DataAddress, index: ReleaseIndex): Statement {
  const { catalogue, release } = index;
  const indicator = catalogue.indicators.find((entry) => entry.id === id);
  if (!indicator) {
    const ids = catalogue.indicators.map((entry) => entry.id).join(', ');
    throw new UserError(`Release ${release.version} has no indicator ${id}. It has: ${ids}.`);
  }
  return statementOfQueries([parseQuery(parseParameters(search), indicator, catalogue)], index);
}

/** The text of a statement, indented. Parameters stay `$1`, `$2`. */
export async function formatStatement(text: string): Promise<string> {
  // A development package, loaded only here: the site runs without it.
  const { format } = await import('sql-formatter');
  return format(text, { language: 'postgresql', expressionWidth: 100, tabWidth: 2 });
}
