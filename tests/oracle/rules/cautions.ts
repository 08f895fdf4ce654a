/**
 * A share or a rate of fewer than 20 cases has a note; where the cases of a rate are not known, one of fewer than
 * 100,000 people has, as the catalogue says of its area (method page).
 */
import type { Area, Cell, Indicator, Note } from '../book.ts';

const note = (en: string, es: string): Note => ({ mandatory: false, text: { en, es } });

const FEW_CASES = note(
  'From fewer than 20 cases: a few more or fewer change it a lot.',
  'De menos de 20 casos: unos pocos más o menos la cambian mucho.',
);
const FEW_PEOPLE = note(
  'A rate of fewer than 100,000 people: a few cases more or fewer change it a lot.',
  'Tasa de menos de 100 000 personas: unos pocos casos más o menos la cambian mucho.',
);

/** What a cell is: a rate counts its numerator, a share is of its denominator; all else has no cases. */
function kindOf({ transform }: Cell, { measure }: Indicator): 'rate' | 'share' | null {
  switch (transform) {
    case undefined:
    case 'rolling-mean':
      return measure === 'rate' || measure === 'share' ? measure : null;
    case 'per-capita':
      return 'rate';
    case 'share-of':
    case 'share-of-total':
      return measure === 'count' ? 'share' : null;
    default:
      return null;
  }
}

/** The cells with their cautions. */
export function cautioned(cells: readonly Cell[], indicator: Indicator, areas: readonly Area[]): Cell[] {
  const small = new Set(areas.filter((area) => area.smallPopulation).map(({ code }) => code));
  return cells.map((cell) => {
    const kind = cell.stated ? kindOf(cell, indicator) : null;
    const isOfFew = small.has(cell.area) || small.has(cell.counterpart);
    // Estimates per head may be of money, whose units are not cases.
    const counts = cell.transform !== 'per-capita' || indicator.measure === 'count';
    const cases = kind === 'share' ? cell.denominator : cell.numerator;
    const caution =
      kind && counts && cases !== null && cases < 20
        ? FEW_CASES
        : kind === 'rate' && cell.numerator === null && isOfFew
          ? FEW_PEOPLE
          : null;
    return caution ? { ...cell, notes: [...cell.notes, caution] } : cell;
  });
}
