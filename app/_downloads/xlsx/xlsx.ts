/** An answer as an Excel workbook. */
import type { Comparison } from '#stats/model/comparison.ts';
import type { Citation } from '../citation/cited-work.ts';
import { zipBytes } from '../zip/zip-stream.ts';
import { workbookSheets, type WorkbookForm } from './sheets.ts';
import { workbookEntries } from './workbook.ts';

/** The file. Its rows are made while it is packed. */
export const formatXlsx = (
  comparisons: readonly Comparison[],
  citation: Citation,
  form: WorkbookForm = {},
): Promise<Buffer> =>
  zipBytes(
    workbookEntries(workbookSheets(comparisons, citation, form)),
    comparisons[0]?.release.date ?? '1980-01-01',
  );
