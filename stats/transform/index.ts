/**
 * The transforms: what may be made of series before they are shown, each with its name, its rule and an example
 * as the method page says them. The engine applies these functions to the rows of its one statement; a test holds
 * the sentences of the examples to them.
 */
import type { Text } from '../language.ts';
import type { TransformId } from '../model/query.ts';

export interface Transform {
  readonly name: Text;
  /** The rule in sentences: what is done, what becomes of the hedge, when there is no figure. */
  readonly rule: Text;
  /** One case of it, with figures of the documents where they have one. */
  readonly example: Text;
}

export const TRANSFORMS: Readonly<Record<TransformId, Transform>> = {
  'per-capita': {
    name: { en: 'Per capita', es: 'Por habitante' },
    rule: {
      en: 'A count or an estimate is divided by a population, and it is said whose: that of the area or that of the country of origin. A fiscal year takes the population of the calendar year in which it ends. Months are not divided, and where the population is not on file there is no figure.',
      es: 'Un recuento o una estimación se divide entre una población, y se dice de quién: la del lugar o la del país de origen. A un año fiscal le toca la población del año calendario en que termina. Los meses no se dividen, y donde la población no consta no hay cifra.',
    },
    example: {
      en: '68,541 apprehensions of fiscal year 2014 and the 319,257,560 people of the United States in 2014 make 21.5 for every 100,000.',
      es: '68\u202f541 aprehensiones del año fiscal 2014 y los 319\u202f257\u202f560 habitantes de Estados Unidos en 2014 dan 21,5 por cada 100\u202f000.',
    },
  },
  index: {
    name: { en: 'Index', es: 'Índice' },
    rule: {
      en: 'Each figure is divided by that of a base year, which is exactly 100. A range stays a range. If the figure of the base year may be zero, the index has no upper end; if it is zero, there is no index.',
      es: 'Cada cifra se divide entre la de un año base, que vale exactamente 100. Un intervalo sigue siendo un intervalo. Si la cifra del año base puede ser cero, el índice no tiene límite superior; si es cero, no hay índice.',
    },
    example: {
      en: '61.1 in 2014 and 103 in 2015, with 2014 = 100, make 168.6.',
      es: '61,1 en 2014 y 103 en 2015, con 2014 = 100, dan 168,6.',
    },
  },
  change: {
    name: { en: 'Change on the year before', es: 'Cambio frente al año anterior' },
    rule: {
      en: 'The figure less that of the year before, in the same unit; for shares, in percentage points. It is never taken across a change in the way of counting, and without the year before there is no figure.',
      es: 'La cifra menos la del año anterior, en la misma unidad; en las proporciones, en puntos porcentuales. Nunca se calcula si entre medias cambió la forma de contar, y sin el año anterior no hay cifra.',
    },
    example: {
      en: '38,759 apprehensions in fiscal year 2013 and 68,541 in 2014 make +29,782.',
      es: '38\u202f759 aprehensiones en el año fiscal 2013 y 68\u202f541 en 2014 dan +29\u202f782.',
    },
  },
  'change-percent': {
    name: { en: 'Change in percent', es: 'Cambio porcentual' },
    rule: {
      en: 'The change on the year before, as a percentage of the year before. For shares it is percent, not percentage points. If the year before may be zero, the change has no upper end; if it is zero, there is none.',
      es: 'El cambio frente al año anterior, como porcentaje de ese año. En las proporciones es un por ciento, no puntos porcentuales. Si la cifra del año anterior puede ser cero, el cambio no tiene límite superior; si es cero, no lo hay.',
    },
    example: {
      en: '38,759 apprehensions in fiscal year 2013 and 68,541 in 2014 make +76.8%.',
      es: '38\u202f759 aprehensiones en el año fiscal 2013 y 68\u202f541 en 2014 dan +76,8%.',
    },
  },
  'share-of-total': {
    name: { en: 'Share of the total', es: 'Parte del total' },
    rule: {
      en: 'Each figure is divided by the sum of all that are shown together. Its lowest share goes with the highest figures of the others, and its highest share with their lowest. Every part must have a figure, and none may lie inside another: countries go with countries, cities with cities, groups with groups.',
      es: 'Cada cifra se divide entre la suma de todas las que se muestran juntas. Su parte mínima va con las cifras más altas de las demás, y su parte máxima con las más bajas. Todas deben tener cifra, y ninguna puede estar dentro de otra: los países van con los países, las ciudades con las ciudades y los grupos con los grupos.',
    },
    example: {
      en: '4,000 to 5,000 beside 1,000 is 80.0% to 83.3% of both together.',
      es: 'De 4000 a 5000 junto a 1000 es de 80,0% a 83,3% de las dos juntas.',
    },
  },
  'rolling-mean': {
    name: { en: 'Rolling mean', es: 'Media móvil' },
    rule: {
      en: 'The mean of the periods up to this one. Of rates and shares it is the sum of the numerators over the sum of the denominators; where those are not published there is no figure. If a period of the window is missing, it is named and there is no figure.',
      es: 'La media de los periodos hasta este. En las tasas y proporciones es la suma de los numeradores entre la suma de los denominadores; si no se publican, no hay cifra. Si falta un periodo de la ventana, se nombra y no hay cifra.',
    },
    example: {
      en: '300, 360 and 330 in three years make a mean of 330.',
      es: '300, 360 y 330 en tres años dan una media de 330.',
    },
  },
  rank: {
    name: { en: 'Rank', es: 'Posición' },
    rule: {
      en: 'The place from the greatest figure down. Where hedges overlap it is a span, from the best to the worst place they allow. Equal figures share the better place. Those without a figure have no place. Only countries are ranked with countries, cities with cities and groups with groups, each source by itself. Over time (rank:time) each period is ranked among the others of its own series that are asked for, as far as the way of counting did not change between them. A figure with nothing beside it has no place: to be the 1st of 1 says nothing.',
      es: 'La posición contando desde la cifra más alta. Donde los intervalos se cruzan es un tramo, de la mejor a la peor posición posible. Las cifras iguales comparten la mejor. Las que no tienen cifra no tienen posición. Solo se ordenan países con países, ciudades con ciudades y grupos con grupos, y cada fuente por separado. En el tiempo (rank:time) cada periodo se ordena entre los demás de su propia serie que se piden, siempre que entre medias no cambiara la forma de contar. Una cifra sin otra al lado no tiene posición: ser la 1.ª de 1 no dice nada.',
    },
    example: {
      en: '4,000 to 5,000 beside 4,500 and 7,000 is 2nd to 3rd of\u00a03.',
      es: 'De 4000 a 5000 junto a 4500 y 7000 va del 2.º al 3.º de\u00a03.',
    },
  },
  ratio: {
    name: { en: 'Ratio', es: 'Razón' },
    rule: {
      en: 'Each figure is divided by another that is named: that of another area, period, origin, part, definition, source or indicator, and the same as its own in all else. The lowest ratio is the low end over the high end of the divisor, the highest the other way round. A figure over itself is exactly 1. Without the divisor there is no figure, nor where it is zero; where it may be zero, the ratio has no upper end. Between two periods the way of counting must not have changed.',
      es: 'Cada cifra se divide entre otra que se nombra: la de otro lugar, periodo, origen, parte, definición, fuente o indicador, igual a la suya en todo lo demás. La razón más baja es el extremo inferior entre el superior del divisor; la más alta, al revés. Una cifra entre sí misma es exactamente 1. Sin el divisor no hay cifra, ni tampoco si es cero; si puede ser cero, la razón no tiene límite superior. Entre dos periodos no debe haber cambiado la forma de contar.',
    },
    example: {
      en: '61.1 in El Salvador and 21.5 in Mexico make 2.84 times.',
      es: '61,1 en El Salvador y 21,5 en México dan 2,84 veces.',
    },
  },
  'share-of': {
    name: { en: 'Part of a whole', es: 'Parte de un total' },
    rule: {
      en: 'Each figure as a part of a published whole that contains it: a city of its country, a member of its group, a nationality of all, a part of the total. The whole is the part and the rest, so the part is never more than all of it. A figure that does not lie in that whole has no share of it.',
      es: 'Cada cifra como parte de un total publicado que la contiene: una ciudad de su país, un miembro de su grupo, una nacionalidad de todas, una parte del total. El total es la parte más el resto, así que la parte nunca lo supera. Una cifra que no está dentro de ese total no tiene parte en él.',
    },
    example: {
      en: '4,000 to 5,000 of 10,000 in all is 40.0% to 50.0%.',
      es: 'De 4000 a 5000, de un total de 10\u202f000, es de 40,0% a 50,0%.',
    },
  },
};
