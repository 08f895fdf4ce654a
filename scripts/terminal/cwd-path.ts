import { resolve } from 'node:path';

/** A path relative to the folder in which the user called npm, rather than to the checkout. */
export const fromHere = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
