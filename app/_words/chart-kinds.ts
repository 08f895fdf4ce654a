/** What the kinds of chart are called: on a tab, and in a text alternative. */
import type { Text } from '#stats/language.ts';

export interface ChartKindWords {
  readonly tab: Text;
  readonly name: Text;
}

export const CHART_KIND_WORDS = {
  line: {
    tab: { en: 'Lines', es: 'Líneas' },
    name: { en: 'Line chart', es: 'Gráfico de líneas' },
  },
  bars: {
    tab: { en: 'Bars', es: 'Barras' },
    name: { en: 'Bar chart', es: 'Gráfico de barras' },
  },
  'number-line': {
    tab: { en: 'Dot plot', es: 'Puntos' },
    name: { en: 'Dot plot', es: 'Gráfico de puntos' },
  },
  envelope: {
    tab: { en: 'Range of sources', es: 'Franja de fuentes' },
    name: { en: 'Line chart', es: 'Gráfico de líneas' },
  },
} as const satisfies Readonly<Record<string, ChartKindWords>>;
