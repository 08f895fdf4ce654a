/** The whole schema, as drizzle-kit reads it. */
export * from './codes.ts';
export * from './releases.ts';
export * from './catalogue.ts';
export * from './series.ts';
export * from './observations.ts';
export * from './claims.ts';
export * from './rollups.ts';
