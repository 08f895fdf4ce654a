/** The data about a page that the takeover needs. */
import type { ReactNode, RefObject } from 'react';
import type { Comparison } from '#stats/model/comparison.ts';
import type { MapLink } from '../page/map-links.ts';
import type { PageContext } from '../page/page-context.ts';

export interface HydrateAnswerProps {
  readonly place: PageContext;
  readonly indicator: string;
  /** The question and the tab that the server answered, as the canonical query of the page. */
  readonly search: string;
  /** A notice of the server that belongs to every answer of the page. */
  readonly notice: ReactNode;
  /** Doubts about figures of the indicator, which the data do not have; undefined if there are none. */
  readonly doubts: Comparison['doubts'];
  readonly maps: readonly MapLink[];
  readonly root: RefObject<HTMLDivElement | null>;
  readonly onAnswer: (answer: ReactNode) => void;
}
