/** The release that is being published beside a site that serves the ones before it. */

/** The variable of the process in which `npm start` names the release, for the server and for Next's bundle alike. */
export const PUBLISHING = 'COTEJO_PUBLISHING';

/** The newest release that is being published at this moment; null at any other. */
export const releaseInTheMaking = (): string | null => process.env[PUBLISHING] ?? null;
