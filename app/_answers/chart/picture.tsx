/**
 * A chart as a picture that is used without the page: with literal colours, its finding, notes, sources, release and
 * address. An SVG leaves room for other fonts than ours; a picture in pixels and a page of PDF have ours in them.
 */
import type * as Server from 'react-dom/server';
import type { ChartModel } from '#app/_charts/model/chart.ts';
import type { SizedChart } from '#app/_charts/chart.ts';
import type { ChartKind } from '#app/_charts/model/kind.ts';
import { FONTS, paintOf } from '#app/_charts/scales/palette.ts';
import { pictureLayout, type PictureWords } from '#app/_charts/svg/picture-layout.ts';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import { fitAnyFont } from '#app/_charts/text/metrics.ts';
import type { Language } from '#stats/language.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import {
  CARD,
  PICTURE_FONTS,
  PICTURE_NOTES,
  PICTURE_SIZE,
  PICTURE_TITLE,
  PICTURE_WIDTH,
} from '../http/format-parameters.ts';
import { chartKindIn, chartOfKind } from './chart-of-kind.ts';

/**
 * Loaded once: importing it again costs up to a tenth of a drawing. Next also bundles this file and would refuse a
 * static import.
 */
let loaded: Promise<typeof Server> | undefined;
const renderer = (): Promise<typeof Server> => (loaded ??= import('react-dom/server'));

/** What a picture looks like, and the address at its foot. */
export interface PictureLook {
  /** The canonical address. */
  readonly address: string;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  /** The kind that the address asks for; null for the one that suits best. */
  readonly kind: ChartKind | null;
  readonly hasHeading: boolean;
  readonly hasNotes: boolean;
  readonly isCard: boolean;
  readonly fonts: keyof typeof FONTS;
}

/** A chart of an answer, or of two side by side, before its width is known. */
export interface Pictured {
  readonly chart: SizedChart;
  readonly language: Language;
  /** The release. */
  readonly version: string;
}

/** What an address says about the look of its picture. */
export const pictureLookIn = (address: string, extras: ReadonlyMap<string, string>): PictureLook => ({
  address,
  theme: extras.get('theme') === 'dark' ? 'dark' : 'light',
  width: Number(extras.get(PICTURE_WIDTH.name) ?? PICTURE_WIDTH.values[0]),
  kind: chartKindIn(extras),
  hasHeading: extras.get(PICTURE_TITLE.name) !== 'no',
  hasNotes: extras.get(PICTURE_NOTES.name) !== 'no',
  isCard: extras.get(PICTURE_SIZE.name) === 'card',
  fonts: extras.get(PICTURE_FONTS.name) === 'system' ? 'system' : 'own',
});

/** The chart of one answer, for a picture of it. */
export const pictured = (comparison: Comparison, kind: ChartKind | null): Pictured => {
  const { language, release } = comparison;
  return { chart: chartOfKind(comparison, { language }, kind), language, version: release.version };
};

/** Widths at which a chart is tried on a card: the smaller, the larger its letters. */
const CARD_WIDTHS = [560, 640, 720, 820, 940, 1080] as const;
/** The least height of a plot on a card, and one that leaves room to measure what is around it. */
const LEAST_PLOT = 150;
const GROWTH = [1, 0.85, 0.6];

export const pictureWords = (
  { language, version }: Pictured,
  { address, hasHeading, hasNotes }: Pick<PictureLook, 'address' | 'hasHeading' | 'hasNotes'>,
): PictureWords => ({
  hasHeading,
  hasNotes,
  colophon: `Cotejo · ${EMBED_WORDS[language].release} ${version} · ${address}`,
});

/** A card has no room for an address: it stands where a link leads there. */
const cardWords = ({ language, version }: Pictured): PictureWords => ({
  hasNotes: false,
  colophon: `Cotejo · ${EMBED_WORDS[language].release} ${version}`,
});

/** A chart, its height with the words around it, and the height of a card that is as wide. */
interface FlatChart {
  readonly model: ChartModel;
  readonly height: number;
  readonly room: number;
}

/** The chart of a card: the smallest that is flat enough, its plot as high as the card allows; else the widest. */
function cardChart({ chart }: Pictured, words: PictureWords): ChartModel {
  const draw = (at: number, plot: number): FlatChart => {
    const model = chart(at, { isCompact: true, plot });
    const { width, height } = pictureLayout(model, words);
    return { model, height, room: (width * CARD.height) / CARD.width };
  };
  let width: number = CARD_WIDTHS[0];
  let flat = draw(width, LEAST_PLOT);
  for (const wider of CARD_WIDTHS.slice(1)) {
    if (flat.height <= flat.room) break;
    width = wider;
    flat = draw(width, LEAST_PLOT);
  }
  const { model, height, room } = flat;
  if (height > room) return model;
  // What is left over goes to the plot, as far as its kind grows; more ticks may need some of it.
  for (const share of GROWTH) {
    const grown = draw(width, LEAST_PLOT + (room - height) * share);
    if (grown.height <= room) return grown.model;
  }
  return model;
}

/** A picture in the middle of a card. */
function onCard(svg: string, theme: PictureLook['theme']): string {
  const title = /<title>[^<]*<\/title>/.exec(svg)?.[0] ?? '';
  const label = /aria-label="[^"]*"/.exec(svg)?.[0] ?? '';
  const { width, height } = CARD;
  const paper = `<rect width="${width}" height="${height}" fill="${paintOf('paper', theme)}"/>`;
  const inner = svg.replace(
    /^<svg ([^>]*?)width="[^"]*" height="[^"]*"/,
    `<svg $1width="${width}" height="${height}"`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ${label}>${title}${paper}${inner}</svg>`;
}

/** The SVG of a picture. If it is only drawn in pixels here, it need not leave room for other fonts. */
export async function drawPicture(
  pictured: Pictured,
  look: PictureLook,
  inOurFonts = false,
): Promise<string> {
  const { renderToStaticMarkup } = await renderer();
  const words = look.isCard ? cardWords(pictured) : pictureWords(pictured, look);
  const draw = (): string => {
    const model = look.isCard ? cardChart(pictured, words) : pictured.chart(look.width);
    return renderToStaticMarkup(
      <StaticChart
        model={model}
        palette={look.theme}
        idPrefix="c"
        titled
        words={words}
        fonts={FONTS[look.fonts]}
      />,
    );
  };
  const svg = inOurFonts ? draw() : fitAnyFont(draw);
  return `${look.isCard ? onCard(svg, look.theme) : svg}\n`;
}
