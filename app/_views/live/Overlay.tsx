'use client';
/** The frame over the drawing that is shown. */
import type { ReactElement } from 'react';
import { LiveFrame } from '#app/_charts/LiveFrame.tsx';
import type { LiveScatterProps } from './LiveScatter.tsx';
import { usePhone } from './phone.ts';

export type OverlayProps = Omit<LiveScatterProps, 'children'>;

export const Overlay = ({ wide, narrow, label }: OverlayProps): ReactElement => (
  <LiveFrame model={usePhone() ? narrow : wide} label={label} />
);
