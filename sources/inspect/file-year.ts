/** The year of a file that only its name says: `deaths-2013.csv`. */
import { basename } from 'node:path';
import type { DraftChoice } from './draft/choice.ts';
import { flow, question } from './draft/draft-layout.ts';
import type { PeriodDraft } from './draft/draft-period.ts';

/** A year that is no part of a longer number or of a date. */
const PATTERN = '(?<![0-9])((?:19|20)[0-9]{2})(?![0-9]|[-_.][0-9])';
const COLUMN = 'year of the file';

/** The year in each name; null if a name has none, or several. */
function yearsIn(files: readonly string[]): string[] | null {
  const years = files.map((file) =>
    [...basename(file).matchAll(new RegExp(PATTERN, 'g'))].map(([, year = '']) => year),
  );
  return years.every((found) => found.length === 1) ? years.flat() : null;
}

/** The lines of a draft that take the year from the name, for a file without a column of years. */
export function yearOfFile(
  files: readonly string[],
  months: { readonly name: string } | null,
): (PeriodDraft & { readonly layout: string }) | null {
  const years = yearsIn(files);
  if (years === null) return null;
  const role = months === null ? COLUMN : { year: COLUMN, month: months.name };
  const open = months === null ? { constant: 'PERIOD' } : { yearIs: 'YEAR', month: months.name };
  const shown = [...new Set(years)].join(', ');
  const choice: DraftChoice = {
    flag: 'file-year',
    text: `No column of years was found, and the name of the file says ${shown}. Is it the year of its figures`,
    answers: [
      { answer: 'yes', set: [] },
      {
        answer: 'no',
        set: [
          { path: ['period'], value: open },
          { path: ['fromFileName'], value: undefined },
        ],
      },
    ],
  };
  return {
    layout: `fromFileName: ${flow({ pattern: PATTERN, name: COLUMN })} ${question(`the year is that of the name of the file: ${shown}`)}`,
    line: `period: ${flow(role)}`,
    choice,
  };
}
