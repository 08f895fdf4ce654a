/**
 * Scheme and host for addresses that leave the page. It is told, never read from a request: what a header says would
 * stand in pages that others get. `npm start` sets it to its own address where that is only for this machine.
 */
export const readOrigin = (): string => process.env.PUBLIC_ORIGIN ?? 'http://127.0.0.1:3000';
