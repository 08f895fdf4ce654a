/** Texts about sums of months: notes, and the rules for the method page. */
import type { Text } from '../language.ts';

/** The rules about sums of months, for the method page. */
export const MONTH_RULES: Readonly<
  Record<'years' | 'printed' | 'missing' | 'zeros' | 'members' | 'partial' | 'provisional', Text>
> = {
  years: {
    en: 'If a source publishes months, both calendar years and US fiscal years are sums of twelve months. Without months we never convert one kind of year into the other.',
    es: 'Si una fuente publica meses, tanto los años calendario como los fiscales de EE. UU. son sumas de doce meses. Sin meses, nunca convertimos un tipo de año en el otro.',
  },
  printed: {
    en: 'If a source prints the year, we show the printed year and do not calculate a second one. Its months are added up only if you ask for them as one interval, such as October 2013 to September 2014.',
    es: 'Si una fuente imprime el año, mostramos el año impreso y no calculamos otro. Sus meses se suman solo si se piden como un intervalo, por ejemplo de octubre de 2013 a septiembre de 2014.',
  },
  missing: {
    en: 'If a month has no figure, the year has none either, and the month is named.',
    es: 'Si un mes no tiene cifra, tampoco la tiene su año, y se nombra el mes.',
  },
  zeros: {
    en: 'A month that is missing from a table counts as zero only if the source omits zeros from its tables. If the source rounds to 10, such a zero stands for 0 to 5. If the zeros of a sum may add more than a quarter of what was printed, the sum has no single value: at most 60, or 5 to 70.',
    es: 'Un mes que falta en una tabla cuenta como cero solo si la fuente omite los ceros en sus tablas. Si la fuente redondea a la decena, ese cero equivale a un valor de 0 a 5. Si los ceros de una suma pueden añadir más de la cuarta parte de lo impreso, la suma no tiene un valor único: como máximo 60, o de 5 a 70.',
  },
  members: {
    en: 'For a group, we first add up the months of each member. A member without all its months counts as missing, and the months are named. A member that does not appear in a table that omits zeros had none.',
    es: 'En un grupo sumamos primero los meses de cada miembro. Un miembro sin todos sus meses cuenta como ausente, y se nombran los meses. Un miembro que no aparece en una tabla que omite los ceros no tuvo ninguno.',
  },
  partial: {
    en: 'Several months of a year form a period of their own. We compare them with the same months of another year and never join them to whole years.',
    es: 'Varios meses de un año forman un periodo aparte. Se comparan con los mismos meses de otro año y nunca se unen a años completos.',
  },
  provisional: {
    en: 'A year that contains a provisional month is provisional.',
    es: 'Un año que contiene un mes provisional es provisional.',
  },
};

/** The note on a figure with a month that may still change. */
export const PROVISIONAL_WORDS: Text = {
  en: 'Provisional: the source says that some of these months may still change.',
  es: 'Provisional: la fuente advierte que algunos de estos meses aún pueden cambiar.',
};
