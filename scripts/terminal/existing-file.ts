// A file that a user names.

import { existsSync } from 'node:fs';
import { fromHere } from './cwd-path.ts';
import { UserError } from './user-error.ts';

/** The path of a file. @throws UserError if there is none, and for an address, with the command that saves its file */
export function existingFile(named: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(named)) {
    throw new UserError(
      `${named} is an address, and nothing is loaded over the network. Save the file first (curl -L --remote-name "${named}"), then give the file. npm run fetch asks the World Bank and UNHCR.`,
    );
  }
  const file = fromHere(named);
  if (!existsSync(file)) throw new UserError(`${named}: file not found.`);
  return file;
}
