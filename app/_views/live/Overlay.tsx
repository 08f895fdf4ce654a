'use client';
/** The interactive layer over the visible drawing. */
import type { ReactElement } from 'react';
import { InteractionLayer } from '#app/_charts/interactive/InteractionLayer.tsx';
import type { LiveModel } from '#app/_charts/interactive/recharts-props.ts';
import { usePhone } from './phone.ts';

export interface OverlayProps {
  readonly wide: LiveModel;
  readonly narrow: LiveModel;
  /** How to use it, for readers who cannot see it. */
  readonly label: string;
}

export const Overlay = ({ wide, narrow, label }: OverlayProps): ReactElement => (
  <InteractionLayer model={usePhone() ? narrow : wide} label={label} />
);
