'use client';
/** An element whose content no script changes, and no script is sent. */
import type { ReactElement } from 'react';
import { innerHtmlOf, stillName, type StillMarkup } from './still-markup.ts';

export interface StillAttributes {
  readonly id?: string;
  readonly className?: string;
}

export function StillElement({
  tag: Tag,
  markup,
  ...attributes
}: StillAttributes & {
  readonly tag: 'div' | 'header' | 'main';
  readonly markup: StillMarkup;
}): ReactElement {
  return (
    <Tag
      {...attributes}
      data-still={stillName(markup)}
      dangerouslySetInnerHTML={innerHtmlOf(markup)}
      suppressHydrationWarning
    />
  );
}
