/** A figure of a table or a list: a link to the page of its evidence; a gap is its words alone. */
import type { ReactElement, ReactNode } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { evidenceHref } from './evidence-href.ts';
import type { PageContext } from './page-context.ts';

export interface EvidenceLinkProps {
  readonly cell: Cell;
  /** The answer that the figure belongs to. */
  readonly answer: Pick<Comparison, 'query' | 'indicator'>;
  readonly place: Omit<PageContext, 'origin'>;
  readonly children: ReactNode;
}

export function EvidenceLink({ cell, answer, place, children }: EvidenceLinkProps): ReactElement {
  const href = evidenceHref(cell, answer, place);
  if (href === null) return <>{children}</>;
  return (
    <a className="obs" href={href}>
      {children}
    </a>
  );
}
