/**
 * The transforms: what may be made of series before they are shown, each with its name and its rule as the
 * method page says it. Postgres does the same in one statement; it is held to these functions.
 */
import type { Text } from '../language.ts';
import type { TransformId } from './legality.ts';

export interface Transform {
  readonly name: Text;
  /** The rule in sentences: what is done, what becomes of the hedge, when there is no figure. */
  readonly rule: Text;
}

export const TRANSFORMS: Readonly<Record<TransformId, Transform>> = {
  'per-capita': {
    name: { en: 'Per capita', es: 'Por habitante' },
    rule: {
      en: 'A count or an estimate is divided by a population, and it is said whose: that of the area or that of the country of origin. A fiscal year takes the population of the calendar year in which it ends. Months are not divided, and where the population is not on file there is no figure.',
      es: 'Un recuento o una estimación se divide entre una población, y se dice de quién: la del lugar o la del país de origen. A un año fiscal le toca la población del año calendario en que termina. Los meses no se dividen, y donde la población no consta no hay cifra.',
    },
  },
  index: {
    name: { en: 'Index', es: 'Índice' },
    rule: {
      en: 'Each figure is divided by that of a base year, which is exactly 100. A range stays a range. If the figure of the base year may be zero, the index has no upper end; if it is zero, there is no index.',
      es: 'Cada cifra se divide entre la de un año base, que vale exactamente 100. Un intervalo sigue siendo un intervalo. Si la cifra del año base puede ser cero, el índice no tiene límite superior; si es cero, no hay índice.',
    },
  },
  change: {
    name: { en: 'Change on the year before', es: 'Cambio frente al año anterior' },
    rule: {
      en: 'The figure less that of the year before, in the same unit; for shares, in percentage points. It is never taken across a change in the way of counting, and without the year before there is no figure.',
      es: 'La cifra menos la del año anterior, en la misma unidad; en las proporciones, en puntos porcentuales. Nunca se calcula si entre medias cambió la forma de contar, y sin el año anterior no hay cifra.',
    },
  },
  'change-percent': {
    name: { en: 'Change in percent', es: 'Cambio porcentual' },
    rule: {
      en: 'The change on the year before, as a percentage of the year before. For shares it is percent, not percentage points. If the year before may be zero, the change has no upper end; if it is zero, there is none.',
      es: 'El cambio frente al año anterior, como porcentaje de ese año. En las proporciones es un por ciento, no puntos porcentuales. Si la cifra del año anterior puede ser cero, el cambio no tiene límite superior; si es cero, no lo hay.',
    },
  },
  'share-of-total': {
    name: { en: 'Share of the total', es: 'Parte del total' },
    rule: {
      en: 'Each figure is divided by the sum of all that are shown together. Its lowest share goes with the highest figures of the others, and its highest share with their lowest. Every part must have a figure, and none may lie inside another.',
      es: 'Cada cifra se divide entre la suma de todas las que se muestran juntas. Su parte mínima va con las cifras más altas de las demás, y su parte máxima con las más bajas. Todas deben tener cifra, y ninguna puede estar dentro de otra.',
    },
  },
  'rolling-mean': {
    name: { en: 'Rolling mean', es: 'Media móvil' },
    rule: {
      en: 'The mean of the periods up to this one. Of rates and shares it is the sum of the numerators over the sum of the denominators; where those are not published there is no figure. If a period of the window is missing, it is named and there is no figure.',
      es: 'La media de los periodos hasta este. En las tasas y proporciones es la suma de los numeradores entre la suma de los denominadores; si no se publican, no hay cifra. Si falta un periodo de la ventana, se nombra y no hay cifra.',
    },
  },
  rank: {
    name: { en: 'Rank', es: 'Posición' },
    rule: {
      en: 'The place from the greatest figure down. Where hedges overlap it is a span, from the best to the worst place they allow. Equal figures share the better place. Those without a figure have no place and are named.',
      es: 'La posición contando desde la cifra más alta. Donde los intervalos se cruzan es un tramo, de la mejor a la peor posición posible. Las cifras iguales comparten la mejor. Las que no tienen cifra no tienen posición y se nombran.',
    },
  },
};
