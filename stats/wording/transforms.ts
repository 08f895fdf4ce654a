/**
 * Texts about transforms: their names, rules and examples for the method page, and why one makes no sense for
 * an indicator.
 */
import type { Text } from '../language.ts';

interface TransformWords {
  readonly name: Text;
  /** What is computed, what happens to the hedge, and when there is no figure. */
  readonly rule: Text;
  /** One case, with figures of the founding documents if possible. A test computes it. */
  readonly example: Text;
}

export const REFUSALS = {
  'already-per-head': {
    en: 'This is already a rate.',
    es: 'Ya es una tasa.',
  },
  'already-a-part': {
    en: 'This is already a share of a total.',
    es: 'Ya es una proporción de un total.',
  },
  'rates-do-not-add': {
    en: 'Rates do not add up to a total.',
    es: 'Las tasas no suman un total.',
  },
  'nothing-to-add': {
    en: 'These figures cannot be added up: they are prices, distances, durations or changes.',
    es: 'Estas cifras no se pueden sumar: son precios, distancias, plazos o variaciones.',
  },
  'may-be-negative': {
    en: 'These figures can be negative or zero, so percentages of one another make no sense.',
    es: 'Estas cifras pueden ser negativas o cero, así que no tiene sentido expresar una como porcentaje de otra.',
  },
  'already-a-change': {
    en: 'This is already a change.',
    es: 'Ya es una variación.',
  },
  'not-years': {
    en: 'This needs whole calendar or fiscal years.',
    es: 'Necesita años calendario o fiscales completos.',
  },
  'no-sequence': {
    en: 'This needs consecutive whole years or months.',
    es: 'Necesita años o meses completos y consecutivos.',
  },
  'months-per-head': {
    en: 'Population is given per year, so months cannot be divided by it.',
    es: 'La población se da por año, así que los meses no se pueden dividir entre ella.',
  },
  'unlike-measures': {
    en: 'Counts are divided by counts, rates by rates and shares by shares. Figures that cannot be added, such as prices or distances, are divided only by figures in the same unit.',
    es: 'Los recuentos se dividen entre recuentos, las tasas entre tasas y las proporciones entre proporciones. Las cifras que no se suman, como precios o distancias, solo se dividen entre cifras de la misma unidad.',
  },
  'no-origin': {
    en: 'These figures have no country of origin, so there is no population to divide by.',
    es: 'Estas cifras no tienen país de origen, así que no hay población entre la que dividirlas.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const TRANSFORM_WORDS = {
  'per-capita': {
    name: { en: 'Per capita', es: 'Por habitante' },
    rule: {
      en: 'Divides a count or an estimate by a population and says which one: that of the area or that of the country of origin. A fiscal year uses the population of the calendar year in which it ends. Months are not divided, and without a population there is no figure.',
      es: 'Divide un recuento o una estimación entre una población e indica cuál: la de la zona o la del país de origen. Un año fiscal usa la población del año calendario en que termina. Los meses no se dividen, y sin población no hay cifra.',
    },
    example: {
      en: '68,541 apprehensions in fiscal year 2014 and the 319,257,560 people of the United States in 2014 give 21.5 per 100,000.',
      es: '68\u202f541 aprehensiones del año fiscal 2014 y los 319\u202f257\u202f560 habitantes de Estados Unidos en 2014 dan 21,5 por cada 100\u202f000.',
    },
  },
  index: {
    name: { en: 'Index', es: 'Índice' },
    rule: {
      en: 'Divides each figure by that of a base year, which is exactly 100. A range stays a range. If the figure of the base year may be zero, the index has no upper end; if it is zero, there is no index.',
      es: 'Divide cada cifra entre la de un año base, que vale exactamente 100. Un intervalo sigue siendo un intervalo. Si la cifra del año base puede ser cero, el índice no tiene límite superior; si es cero, no hay índice.',
    },
    example: {
      en: '61.1 in 2014 and 103 in 2015, with 2014 = 100, give 168.6.',
      es: '61,1 en 2014 y 103 en 2015, con 2014 = 100, dan 168,6.',
    },
  },
  change: {
    name: { en: 'Change from the year before', es: 'Variación respecto del año anterior' },
    rule: {
      en: 'The figure minus that of the year before, in the same unit; for shares, in percentage points. It is never computed across a change in the counting method, and without the year before there is no figure.',
      es: 'La cifra menos la del año anterior, en la misma unidad; en las proporciones, en puntos porcentuales. Nunca se calcula a través de un cambio en la forma de contar, y sin el año anterior no hay cifra.',
    },
    example: {
      en: '38,759 apprehensions in fiscal year 2013 and 68,541 in 2014 give +29,782.',
      es: '38\u202f759 aprehensiones en el año fiscal 2013 y 68\u202f541 en 2014 dan +29\u202f782.',
    },
  },
  'change-percent': {
    name: { en: 'Percent change', es: 'Variación porcentual' },
    rule: {
      en: 'The change from the year before, as a percentage of the year before. For shares this is percent, not percentage points. If the year before may be zero, the change has no upper end; if it is zero, there is no figure.',
      es: 'La variación respecto del año anterior, como porcentaje de la cifra de ese año. En las proporciones se trata de porcentaje, no de puntos porcentuales. Si la cifra del año anterior puede ser cero, la variación no tiene límite superior; si es cero, no hay cifra.',
    },
    example: {
      en: '38,759 apprehensions in fiscal year 2013 and 68,541 in 2014 give +76.8%.',
      es: '38\u202f759 aprehensiones en el año fiscal 2013 y 68\u202f541 en 2014 dan +76,8%.',
    },
  },
  'share-of-total': {
    name: { en: 'Share of the total', es: 'Parte del total' },
    rule: {
      en: 'Divides each figure by the sum of all figures shown together. Its lowest share assumes the highest figures of the others, and its highest share their lowest. Every part must have a figure, and none may lie inside another: countries go with countries, cities with cities, groups with groups.',
      es: 'Divide cada cifra entre la suma de todas las que se muestran juntas. Su parte mínima supone las cifras más altas de las demás, y su parte máxima, las más bajas. Todas las partes deben tener cifra, y ninguna puede estar dentro de otra: los países van con los países, las ciudades con las ciudades y los grupos con los grupos.',
    },
    example: {
      en: '4,000 to 5,000 beside 1,000 is 80.0% to 83.3% of both together.',
      es: 'De 4000 a 5000 junto a 1000 es de 80,0% a 83,3% de las dos juntas.',
    },
  },
  'rolling-mean': {
    name: { en: 'Rolling mean', es: 'Media móvil' },
    rule: {
      en: 'The average of the periods up to this one. For rates and shares it is the sum of the numerators divided by the sum of the denominators; if those are not published, there is no figure. If a period of the window is missing, it is named and there is no figure.',
      es: 'La media de los periodos hasta este. En las tasas y proporciones es la suma de los numeradores entre la suma de los denominadores; si no se publican, no hay cifra. Si falta un periodo de la ventana, se nombra y no hay cifra.',
    },
    example: {
      en: '300, 360 and 330 in three years give an average of 330.',
      es: '300, 360 y 330 en tres años dan una media de 330.',
    },
  },
  rank: {
    name: { en: 'Rank', es: 'Posición' },
    rule: {
      en: 'The position counted from the highest figure. If intervals overlap, the rank is a range from the best to the worst possible position. Equal figures share the better rank. Areas without a figure have no rank. Countries are ranked with countries, cities with cities and groups with groups, separately for each source. Over time (`rank:time`), each period is ranked among the periods of its own series that are shown, as long as the counting method did not change between them. A figure with nothing beside it has no rank.',
      es: 'La posición contada desde la cifra más alta. Si los intervalos se solapan, la posición es un intervalo, de la mejor a la peor posible. Las cifras iguales comparten la mejor posición. Las zonas sin cifra no tienen posición. Los países se ordenan con países, las ciudades con ciudades y los grupos con grupos, por separado para cada fuente. En el tiempo (`rank:time`), cada periodo se ordena entre los periodos de su propia serie que se muestran, siempre que la forma de contar no haya cambiado entre ellos. Una cifra sin otra con la que compararse no tiene posición.',
    },
    example: {
      en: '4,000 to 5,000 beside 4,500 and 7,000 is 2nd to 3rd of\u00a03.',
      es: 'De 4000 a 5000 junto a 4500 y 7000 va del 2.º al 3.º de\u00a03.',
    },
  },
  ratio: {
    name: { en: 'Ratio', es: 'Razón' },
    rule: {
      en: 'Divides each figure by another that you name: that of another area, period, origin, part, definition, source or indicator, and the same in everything else. The lowest ratio is the low end divided by the high end of the divisor, and the highest is the reverse. A figure divided by itself is exactly 1. If the divisor is missing or zero, there is no figure; if it may be zero, the ratio has no upper end. There is no ratio between two periods if the counting method changed between them.',
      es: 'Divide cada cifra entre otra que usted nombra: la de otra zona, periodo, origen, parte, definición, fuente o indicador, igual en todo lo demás. La razón más baja es el extremo inferior entre el superior del divisor, y la más alta, al revés. Una cifra dividida entre sí misma es exactamente 1. Si el divisor falta o es cero, no hay cifra; si puede ser cero, la razón no tiene límite superior. Entre dos periodos no hay razón si entre ellos cambió la forma de contar.',
    },
    example: {
      en: '61.1 in El Salvador and 21.5 in Mexico give 2.84 times.',
      es: '61,1 en El Salvador y 21,5 en México dan 2,84 veces.',
    },
  },
  'share-of': {
    name: { en: 'Part of a whole', es: 'Parte de un total' },
    rule: {
      en: 'Each figure as a part of a published whole that contains it: a city of its country, a member of its group, one nationality of all, one part of the total. The whole is the part plus the rest, so a part is never more than 100%. A figure that is not inside that whole has no share of it.',
      es: 'Cada cifra como parte de un total publicado que la contiene: una ciudad de su país, un miembro de su grupo, una nacionalidad de todas, una parte del total. El total es la parte más el resto, así que una parte nunca supera el 100%. Una cifra que no está dentro de ese total no tiene parte en él.',
    },
    example: {
      en: '4,000 to 5,000 of 10,000 in all is 40.0% to 50.0%.',
      es: 'De 4000 a 5000, de un total de 10\u202f000, es de 40,0% a 50,0%.',
    },
  },
} as const satisfies Readonly<Record<string, TransformWords>>;

/** Problems with an argument of `transform=`. */
export const TRANSFORM_PROBLEMS = {
  indexBase: {
    en: 'index needs a base year, which is set to 100: index:2010.',
    es: 'index necesita un año base, que vale 100: index:2010.',
  },
  noArgument: (id: string): Text => ({
    en: `${id} takes no argument.`,
    es: `${id} no lleva argumento.`,
  }),
  perCapita: {
    en: 'The population is that of the area (per-capita) or of the country of origin (per-capita:origin).',
    es: 'La población es la de la zona (per-capita) o la del país de origen (per-capita:origin).',
  },
  rollingMean: (least: number, most: number): Text => ({
    en: `rolling-mean needs a number of periods from ${least} to ${most}: rolling-mean:3.`,
    es: `rolling-mean necesita un número de periodos de ${least} a ${most}: rolling-mean:3.`,
  }),
  along: (id: string): Text => ({
    en: `The argument of ${id} is one dimension; without it, ${id} covers everything that is shown.`,
    es: `El argumento de ${id} es una dimensión; sin él, ${id} abarca todo lo que se muestra.`,
  }),
  rankOfOnePeriod: (period: string): Text => {
    const several = `time=earliest..${period === 'earliest' ? 'latest' : period}`;
    return {
      en: `rank:time ranks the periods that time= asks for, and ${period} is only one. Ask for several: ${several}.`,
      es: `rank:time ordena los periodos que pide time=, y ${period} es uno solo. Pida varios: ${several}.`,
    };
  },
} as const;

/** Problems with a divisor of `ratio:` or a whole of `share-of:`. */
export const DIVISOR_PROBLEMS = {
  parts: (parts: readonly string[], forms: readonly string[]): Text => ({
    en: `Name the divisor by one or more of ${parts.join(', ')}, each once, joined by ~: ${forms.join(', ')}.`,
    es: `Nombre el divisor con uno o más de ${parts.join(', ')}, una vez cada uno, unidos por ~: ${forms.join(', ')}.`,
  }),
  none: (forms: readonly string[]): Text => ({
    en: `The divisor is missing: ${forms.join(', ')}.`,
    es: `Falta el divisor: ${forms.join(', ')}.`,
  }),
  sameIndicator: (id: string): Text => ({
    en: `${id} is already the indicator of the question: leave indicator= out.`,
    es: `${id} ya es el indicador de la consulta: omita indicator=.`,
  }),
  period: (text: string): Text => ({
    en: `${text} is not a period. Name one: ratio:time=2013, ratio:time=FY2013, ratio:time=2013-10.`,
    es: `${text} no es un periodo. Nombre uno: ratio:time=2013, ratio:time=FY2013, ratio:time=2013-10.`,
  }),
} as const;
