/** The files with every figure of a release or of a source. */
import { Fragment, type ReactElement } from 'react';
import { BULK_SUMMARIES, BULK_WORDS, type BulkFormat } from '#app/_words/bulk.ts';
import { FORMAT_WORDS } from '#app/_words/formats.ts';
import type { Language } from '#stats/language.ts';

const FORMATS = Object.keys(BULK_SUMMARIES.release) as readonly BulkFormat[];

/** `file` is the address of a file without its ending. */
export function BulkLinks({
  file,
  kind,
  language,
}: {
  readonly file: string;
  readonly kind: 'release' | 'source';
  readonly language: Language;
}): ReactElement {
  const search = language === 'en' ? '' : `?lang=${language}`;
  return (
    <>
      {BULK_WORDS[language][kind]}:{' '}
      {FORMATS.map((format, i) => (
        <Fragment key={format}>
          {i > 0 && ', '}
          <a href={`${file}.${format}${search}`}>{FORMAT_WORDS[format].label[language]}</a>
        </Fragment>
      ))}
      .
    </>
  );
}
