/**
 * Files of rules, by folder of meaning: what is mutated by `npm run mutate`. A name is that of a file anywhere under
 * `stats/`, so that a file may move between folders. This is the only list.
 */
export const RULES = {
  uncertainty: ['hedge', 'interval', 'order', 'range', 'cell', 'number', 'notes'],
  aggregate: ['combine', 'coverage', 'months', 'tabulation'],
  time: ['period', 'time-range', 'time-bases', 'calendar'],
  transform: [
    'change',
    'derived',
    'index-to-base',
    'per-capita',
    'rank',
    'rolling-mean',
    'share-of-total',
    'containment',
    'ratio',
    'rank-over-time',
    'find-divisor',
    'members',
    'apply',
    'transform',
    'transform-legality',
    'widen',
  ],
  comparability: [
    'break',
    'group-breaks',
    'people',
    'subject',
    'verdict',
    'comparability',
    'dependence',
    'pairs',
    'time',
    'disagreement',
    'several-sources',
  ],
  addresses: [
    'query',
    'values',
    'membership',
    'weight',
    'preferred',
    'owid-aliases',
    'canonical-row',
    'query-string',
    'divisor',
  ],
};

/** Whether a file, by its path from the root, is one of rules. */
export const isRule = (path) => {
  const [, name] = /^stats\/(?:.*\/)?([^/]+)\.ts$/.exec(path) ?? [];
  return (
    name !== undefined &&
    !/^stats\/(format|wording)\//.test(path) &&
    Object.values(RULES).flat().includes(name)
  );
};
