/** Footnote marks: two hairlines and a number, each a link to its note in the margin. */
import type { ReactElement } from 'react';

export const FootnoteMarks = ({ marks }: { readonly marks: readonly number[] }): ReactElement => (
  <>
    {marks.map((mark) => (
      <a key={mark} className="ref" href={`#n${mark}`} aria-label={`‖${mark}`}>
        {mark}
      </a>
    ))}
  </>
);
