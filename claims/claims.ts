/**
 * The claims of the founding documents, each with the arithmetic that decides it. They are checked again on
 * every release. To add one, write it in the file of its subject; a test checks that its questions can be
 * asked.
 */
import type { Claim } from '../stats/claims/claim.ts';
import { ASYLUM_CLAIMS } from './asylum.ts';
import { BORDER_CLAIMS } from './border.ts';
import { CARAVAN_CLAIMS } from './caravan.ts';
import { HOMICIDE_CLAIMS } from './homicide.ts';
import { OTHER_CLAIMS } from './others.ts';

const number = ({ id }: Claim): number => Number(id.slice(1));

/** In the order of their ids. */
export const CLAIMS: readonly Claim[] = [
  ...HOMICIDE_CLAIMS,
  ...BORDER_CLAIMS,
  ...ASYLUM_CLAIMS,
  ...CARAVAN_CLAIMS,
  ...OTHER_CLAIMS,
].sort((a, b) => number(a) - number(b));
