/**
 * What each line of a panel is there for. Up to a dozen lines all have their label. Among more, those with a
 * colour of their own and the three highest of the latest period are labelled; the others are grey, and their
 * names are written below the axis.
 */
import { group } from 'd3-array';
import type { Series } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import type { ChartContext } from '../panel/layout.ts';
import type { AreaColour, Colour } from '../scales/colour.ts';
import { positionOf } from '../scales/time-position.ts';

/** Most lines that all have a label. */
const MOST_LABELLED = 12;
/** The strokes of the highest grey lines, the highest first. */
const NAMED_DASHES = [undefined, '7 3', '2 3'] as const;

export interface LineLook {
  readonly colour: Colour;
  readonly width: number;
  readonly dash?: string;
  /** Whether it has a label at its end. */
  readonly labelled: boolean;
}

/** How each series is drawn. */
export function lineLooks(context: ChartContext, drawn: readonly Series[]): ReadonlyMap<Series, LineLook> {
  const many = drawn.length > MOST_LABELLED;
  const own = drawn.filter((series) => colourIn(context, series) !== 'others');
  const grey = drawn.filter((series) => colourIn(context, series) === 'others');
  const named = many ? highest(grey, NAMED_DASHES.length) : [];
  const subjects = new Set<string>();
  const looks = drawn.map((series): readonly [Series, LineLook] => {
    const { area, counterpart, breakdown } = series.key;
    const subject = [area, counterpart, breakdown].join(' ');
    const isAgain = subjects.has(subject);
    subjects.add(subject);
    const place = named.indexOf(series);
    if (place >= 0) {
      const dash = NAMED_DASHES[place];
      return [series, { colour: 'ink-3', width: 1.5, labelled: true, ...(dash && { dash }) }];
    }
    const colour = colourIn(context, series);
    const isOwn = own.includes(series);
    const isContext = !isOwn && (many || !context.comparison.query.country.includes(area));
    const width = isContext ? 1 : isAgain ? 1.25 : 2.25;
    return [series, { colour, width, labelled: !many || isOwn }];
  });
  return new Map(looks);
}

function colourIn(context: ChartContext, { cells: [sample] }: Series): AreaColour {
  return sample ? context.colour(sample) : 'others';
}

/** The series with the highest figures in the latest period that most of them have. */
function highest(all: readonly Series[], count: number): Series[] {
  const stated = all.flatMap((series) =>
    series.cells.filter((cell) => cell.stated !== null).map((cell) => ({ series, cell })),
  );
  const byPeriod = [...group(stated, ({ cell }) => positionOf(cell))].sort(([a], [b]) => b - a);
  const latest = byPeriod.find(([, figures]) => figures.length >= all.length / 2) ?? byPeriod[0];
  const level = ({ stated: figure }: Cell): number => (figure ? printedEnd(figure) : -Infinity);
  return [...(latest?.[1] ?? [])]
    .sort((a, b) => level(b.cell) - level(a.cell))
    .slice(0, count)
    .map(({ series }) => series);
}
