/** What the kinds of chart are called: on a tab, and in a text alternative. */
import type { Text } from '#stats/language.ts';

export interface ChartKindWords {
  readonly tab: Text;
  readonly name: Text;
  /** What an answer needs for it: said where the kind is not offered. */
  readonly needs: Text;
}

export const CHART_KIND_WORDS = {
  line: {
    tab: { en: 'Lines', es: 'Líneas' },
    name: { en: 'Line chart', es: 'Gráfico de líneas' },
    needs: {
      en: 'Lines need three years or months of one series.',
      es: 'Las líneas requieren tres años o meses de una serie.',
    },
  },
  bars: {
    tab: { en: 'Bars', es: 'Barras' },
    name: { en: 'Bar chart', es: 'Gráfico de barras' },
    needs: {
      en: 'Bars need at most six series of amounts, with at most 40 years or months each.',
      es: 'Las barras requieren un máximo de seis series de cantidades, con 40 años o meses cada una.',
    },
  },
  'number-line': {
    tab: { en: 'Dot plot', es: 'Puntos' },
    name: { en: 'Dot plot', es: 'Gráfico de puntos' },
    needs: {
      en: 'A dot plot shows at most 80 figures.',
      es: 'Un gráfico de puntos muestra un máximo de 80 cifras.',
    },
  },
  envelope: {
    tab: { en: 'Range of sources', es: 'Franja de fuentes' },
    name: { en: 'Line chart', es: 'Gráfico de líneas' },
    needs: {
      en: 'A range needs two sources with figures for the same periods.',
      es: 'Una franja requiere dos fuentes con cifras de los mismos periodos.',
    },
  },
  'small-multiples': {
    tab: { en: 'Small multiples', es: 'Paneles' },
    name: { en: 'Small multiples', es: 'Paneles pequeños' },
    needs: {
      en: 'Small multiples need from two to 24 lines.',
      es: 'Los paneles requieren de dos a 24 líneas.',
    },
  },
  'log-line': {
    tab: { en: 'Log scale', es: 'Escala logarítmica' },
    name: {
      en: 'Line chart with a logarithmic scale',
      es: 'Gráfico de líneas con escala logarítmica',
    },
    needs: {
      en: 'A log scale needs lines of figures above zero that differ at least tenfold.',
      es: 'La escala logarítmica requiere líneas de cifras mayores que cero, con diferencias de al menos diez veces.',
    },
  },
  'heat-table': {
    tab: { en: 'Heat table', es: 'Tabla de calor' },
    name: { en: 'Table with shaded cells', es: 'Tabla de celdas sombreadas' },
    needs: {
      en: 'A heat table needs from two to 60 series, with at most 40 years or months.',
      es: 'Una tabla de calor requiere de dos a 60 series, con un máximo de 40 años o meses.',
    },
  },
  slope: {
    tab: { en: 'Slope', es: 'Pendientes' },
    name: { en: 'Slope chart', es: 'Gráfico de pendientes' },
    needs: {
      en: 'A slope chart needs from two to 24 series with figures for the same two dates.',
      es: 'Un gráfico de pendientes requiere de dos a 24 series con cifras de las mismas dos fechas.',
    },
  },
  dumbbell: {
    tab: { en: 'Two sources', es: 'Dos fuentes' },
    name: { en: 'Dumbbell chart', es: 'Gráfico de pares' },
    needs: {
      en: 'It needs two sources with figures for the same places and period.',
      es: 'Requiere dos fuentes con cifras de los mismos lugares y el mismo periodo.',
    },
  },
  map: {
    tab: { en: 'Map', es: 'Mapa' },
    name: { en: 'Map', es: 'Mapa' },
    needs: {
      en: 'A map needs one figure each of at least two countries in one year.',
      es: 'Un mapa requiere una sola cifra de al menos dos países en un mismo año.',
    },
  },
  'flow-matrix': {
    tab: { en: 'Origins and destinations', es: 'Orígenes y destinos' },
    name: { en: 'Table of origins by destinations', es: 'Tabla de orígenes y destinos' },
    needs: {
      en: 'It needs counts of at least two origins in at least two places, in one period.',
      es: 'Requiere recuentos de al menos dos orígenes en al menos dos lugares, en un mismo periodo.',
    },
  },
  sankey: {
    tab: { en: 'Flows', es: 'Flujos' },
    name: { en: 'Flow chart', es: 'Gráfico de flujos' },
    needs: {
      en: 'Flows need counts that can be added up, of at least two origins in at least two places, in one period.',
      es: 'Los flujos requieren recuentos que se puedan sumar, de al menos dos orígenes en al menos dos lugares, en un mismo periodo.',
    },
  },
} as const satisfies Readonly<Record<string, ChartKindWords>>;
