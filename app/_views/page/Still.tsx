/** A part of a page that no script changes: sent once, as text (`markup.ts`, `leave-markup.ts`). */
import type { ReactElement, ReactNode } from 'react';
import { leaveMarkup } from './leave-markup.ts';
import { markupOf } from './markup.ts';
import { StillElement, type StillAttributes } from './StillElement.tsx';

export const Still = ({
  as = 'div',
  children,
  ...attributes
}: StillAttributes & {
  readonly as?: 'div' | 'header' | 'main';
  readonly children: ReactNode;
}): ReactElement => <StillElement tag={as} markup={leaveMarkup(markupOf(children))} {...attributes} />;
