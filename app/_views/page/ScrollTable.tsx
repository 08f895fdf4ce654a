/** A plain table that scrolls sideways where it is wider than the page, with the heads of its columns. */
import type { ReactElement, ReactNode } from 'react';

export interface ColumnHead {
  readonly text: string;
  /** `l` for a column of words, `t` for the first after the numbers. */
  readonly className?: 'l' | 't l';
}

interface ScrollTableProps {
  readonly head: readonly ColumnHead[];
  /** What the table is, or the id of the heading that says so. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly className?: string;
  /** The rows of the body. */
  readonly children: ReactNode;
}

export function ScrollTable({
  head,
  label,
  labelledBy,
  className,
  children,
}: ScrollTableProps): ReactElement {
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={label} aria-labelledby={labelledBy}>
      <table className={className}>
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column.text} scope="col" className={column.className}>
                {column.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
