import { resolve } from 'node:path';

/** A path as the person at the terminal means it: from where they called npm, not from the checkout. */
export const fromHere = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
