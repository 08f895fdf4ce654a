/**
 * Scheme and host for addresses that are used outside the page. They come from the configuration, never from
 * a request: a header must not get into pages that other clients receive. `npm start` sets it to its own
 * address, which is only reachable from this machine.
 */
export const readOrigin = (): string => process.env.PUBLIC_ORIGIN ?? 'http://127.0.0.1:3000';
