/**
 * Files of rules, by folder of meaning: what is mutated by `npm run mutate`. A name is that of a file anywhere under
 * `stats/`, so that a file may move between folders. This is the only list.
 */
export const RULES = {
  uncertainty: ['hedge', 'interval', 'sign', 'envelope', 'number'],
  aggregation: ['combine', 'covered', 'membership', 'weight', 'preferred'],
  time: ['period', 'time', 'months', 'tabulation', 'bases', 'years'],
  transforms: [
    'change',
    'derived',
    'index-to-base',
    'per-capita',
    'rank',
    'rolling-mean',
    'share-of-total',
    'apply',
    'asked',
    'legality',
    'reach',
  ],
  comparability: ['break', 'people', 'subject', 'verdict', 'dependence', 'pairs', 'sides'],
  addresses: ['query', 'query-values', 'query-aliases', 'canonical', 'parameters'],
};

/** Whether a file, by its path from the root, is one of rules. */
export const isRule = (path) => {
  const [, name] = /^stats\/(?:.*\/)?([^/]+)\.ts$/.exec(path) ?? [];
  return name !== undefined && Object.values(RULES).flat().includes(name);
};
