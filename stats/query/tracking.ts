/**
 * Parameters that mail programs and social networks add to a link. They ask nothing, so pages and embeds leave
 * them out; data addresses refuse them like any unknown name, because a program wrote those addresses.
 */

/** Families of names, by what they begin with. */
const PREFIXES = ['utm_', 'mtm_', 'pk_', 'matomo_', 'piwik_', 'hsa_'] as const;

const NAMES = [
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  '_openstat',
  'dclid',
  'dm_i',
  'epik',
  'fb_action_ids',
  'fb_action_types',
  'fb_source',
  'fbclid',
  'gad_campaignid',
  'gad_source',
  'gbraid',
  'gclid',
  'gclsrc',
  'hsctatracking',
  'igsh',
  'igshid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'ml_subscriber',
  'ml_subscriber_hash',
  'msclkid',
  'oly_anon_id',
  'oly_enc_id',
  'ref_src',
  'ref_url',
  's_cid',
  'scid',
  'srsltid',
  'ttclid',
  'twclid',
  'vero_conv',
  'vero_id',
  'wbraid',
  'wickedid',
  'yclid',
] as const;

/** The names as a reader sees them: families end with `*`. */
export const TRACKING_NAMES: readonly string[] = [...PREFIXES.map((prefix) => `${prefix}*`), ...NAMES];

const KNOWN: ReadonlySet<string> = new Set(NAMES);

/** Whether a name is one of those, in any letter case. @example isTracking('utm_source') === true */
export function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return KNOWN.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/**
 * A query string without them. The rest stays as it was written.
 * @example withoutTracking('country=HND&utm_source=x') === 'country=HND'
 */
export function withoutTracking(search: string): string {
  if (search === '') return search;
  return search
    .split('&')
    .filter((part) => {
      const at = part.indexOf('=');
      return !isTracking(at < 0 ? part : part.slice(0, at));
    })
    .join('&');
}
