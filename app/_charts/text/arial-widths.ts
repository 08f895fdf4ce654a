/**
 * Advance widths of Arial in thousandths of an em. Liberation Sans and Helvetica have the same. A picture that is
 * used without our fonts is most likely set in one of the three.
 */
const REGULAR_AND_BOLD: readonly (readonly [characters: string, regular: number, bold: number])[] = [
  [' \u00a0\u202f,./', 278, 278],
  ['!:;', 278, 333],
  ['¡', 333, 333],
  ['"', 355, 474],
  ['“”', 333, 500],
  ['$0123456789€_', 556, 556],
  ['%', 889, 889],
  ['&', 667, 722],
  ["'", 191, 238],
  ['‘’', 222, 278],
  ['()[]-·', 333, 333],
  ['*', 389, 389],
  ['+=−×±<>', 584, 584],
  ['?¿', 611, 611],
  ['AÁEÉ', 667, 722],
  ['BKPSVXY', 667, 722],
  ['CDHNÑRUÚÜ', 722, 722],
  ['FTZ', 611, 611],
  ['GOÓQ', 778, 778],
  ['IÍ', 278, 278],
  ['J', 500, 556],
  ['L', 556, 611],
  ['M', 833, 833],
  ['W', 944, 944],
  ['aáeé', 556, 556],
  ['bdghnñoópquúü', 556, 611],
  ['csvxyk', 500, 556],
  ['z', 500, 500],
  ['f', 278, 333],
  ['iíjl', 222, 278],
  ['m', 833, 889],
  ['r', 333, 389],
  ['t', 278, 333],
  ['w', 722, 778],
  ['«»–', 556, 556],
  ['—…→', 1000, 1000],
  ['‖', 500, 500],
  ['≈', 549, 549],
  ['°', 400, 400],
];

const table = (weight: 1 | 2): ReadonlyMap<string, number> =>
  new Map(
    REGULAR_AND_BOLD.flatMap((row) => [...row[0]].map((character) => [character, row[weight]] as const)),
  );

export const ARIAL_WIDTHS = table(1);
export const ARIAL_BOLD_WIDTHS = table(2);
