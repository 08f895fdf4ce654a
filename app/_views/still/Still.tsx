import type { ReactElement, ReactNode } from 'react';
import { markupOf } from './markup.ts';
import { leaveMarkup } from './still-markup.ts';
import { StillElement, type StillAttributes } from './StillElement.tsx';

export const Still = ({
  as = 'div',
  children,
  ...attributes
}: StillAttributes & {
  readonly as?: 'div' | 'header' | 'main';
  readonly children: ReactNode;
}): ReactElement => <StillElement tag={as} markup={leaveMarkup(markupOf(children))} {...attributes} />;
