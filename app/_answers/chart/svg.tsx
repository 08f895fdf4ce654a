/**
 * Charts as SVG text: a file that is used without the page, with literal colours, title, source, release and
 * address. `react-dom/server` is imported lazily because Next also bundles this file and would refuse a static
 * import.
 */
import type * as Server from 'react-dom/server';
import type { ChartKind } from '#app/_charts/model/kind.ts';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import type { Comparison } from '#stats/model/comparison.ts';
import { EMBED_WORDS } from '#app/_words/embed.ts';
import { chartOfKind } from './chart-of-kind.ts';

/** Loaded once: importing it again costs up to a tenth of a drawing. */
let loaded: Promise<typeof Server> | undefined;
export const renderer = (): Promise<typeof Server> => (loaded ??= import('react-dom/server'));

/** What a picture looks like, and the address at its foot. */
export interface Picture {
  /** The canonical address. */
  readonly address: string;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  /** The kind that the address asks for; null for the one that suits best. */
  readonly kind: ChartKind | null;
}

/** The SVG file of a comparison. */
export async function drawSvg(
  comparison: Comparison,
  { address, theme, width, kind }: Picture,
): Promise<string> {
  const { renderToStaticMarkup } = await renderer();
  const { language, release } = comparison;
  const model = chartOfKind(comparison, { language }, kind)(width);
  const colophon = `Cotejo · ${EMBED_WORDS[language].release} ${release.version} · ${address}`;
  const chart = <StaticChart model={model} palette={theme} idPrefix="c" titled colophon={colophon} />;
  return `${renderToStaticMarkup(chart)}\n`;
}
