'use client';
/** The frame over the drawing that is shown. */
import type { ReactElement } from 'react';
import { InteractionLayer } from '#app/_charts/interactive/InteractionLayer.tsx';
import type { LiveModel } from '#app/_charts/interactive/recharts-props.ts';
import { usePhone } from './phone.ts';

export interface OverlayProps {
  readonly wide: LiveModel;
  readonly narrow: LiveModel;
  /** How it is used, for who does not see it. */
  readonly label: string;
}

export const Overlay = ({ wide, narrow, label }: OverlayProps): ReactElement => (
  <InteractionLayer model={usePhone() ? narrow : wide} label={label} />
);
