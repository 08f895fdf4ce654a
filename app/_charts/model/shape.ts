/** What a drawing is made of: texts, paths, rectangles and circles in pixels, with colours by name. */
import type { Colour } from '../scales/colour.ts';

/** How a text is set; each has a size, weight and colour in `text-width.ts` and in the style sheet. */
export type TextStyle = 'tick' | 'note' | 'lab' | 'strong' | 'head' | 'title';

/** A part of a text that differs from its style. */
export interface TextRun {
  readonly text: string;
  readonly weight?: 400 | 600;
  readonly colour?: Colour;
  readonly italic?: boolean;
  readonly size?: number;
}

export interface TextShape {
  readonly as: 'text';
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly runs: readonly TextRun[];
  readonly anchor: 'start' | 'middle' | 'end';
  readonly style: TextStyle;
  readonly size?: number;
  readonly colour?: Colour;
  /** A paper-coloured outline, so that a label stays legible over a line. */
  readonly halo?: boolean;
  /** The series whose name it is. */
  readonly series?: string;
}

interface Paint {
  readonly stroke?: Colour;
  readonly width?: number;
  readonly dash?: string;
  readonly fill?: Colour | 'hatch' | 'none';
  readonly opacity?: number;
  readonly round?: boolean;
}

export type Shape =
  | TextShape
  | ({ readonly as: 'path'; readonly d: string } & Paint)
  | ({
      readonly as: 'rect';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
    } & Paint)
  | ({ readonly as: 'circle'; readonly x: number; readonly y: number; readonly r: number } & Paint);
