/** Claims about kidnapping, deportation, justice, aid and poverty. */
import type { Claim } from '../stats/claims/claim.ts';

const REPORT = 'migrant-crisis-2015';

export const OTHER_CLAIMS: readonly Claim[] = [
  {
    id: 'c21',
    document: REPORT,
    paragraph: 13,
    kind: 'level',
    statement: {
      en: 'More than 20,000 migrants are kidnapped in Mexico each year.',
      es: 'Cada año se secuestra en México a más de 20 000 migrantes.',
    },
    printed: { en: 'more than 20,000', es: 'más de 20 000' },
    check: null,
    note: {
      en: 'No annual count is on file. The human rights commission reported 11,333 victims in six months, as told by the press; doubled they are 22,666, but those of its earlier report, 9,758, give 19,516. That is an extrapolation, not a count.',
      es: 'No hay ningún recuento anual. La comisión de derechos humanos informó de 11 333 víctimas en seis meses, según la prensa; el doble son 22 666, pero con las 9758 de su informe anterior son 19 516. Es una extrapolación, no un recuento.',
    },
  },
  {
    id: 'c28',
    document: REPORT,
    paragraph: 23,
    kind: 'comparison',
    statement: {
      en: 'Most deported children now come from Mexico, not from the United States.',
      es: 'La mayoría de los menores deportados llegan ahora desde México, no desde Estados Unidos.',
    },
    printed: { en: 'most', es: 'la mayoría' },
    check: null,
    note: {
      en: 'The report gives no figure. Mexico returned 36,921 children in 2015; how many the United States deported, none of the files says. Guatemala counts its returned children by country from 2020 on only.',
      es: 'El informe no da ninguna cifra. México devolvió a 36 921 menores en 2015; cuántos deportó Estados Unidos no consta en ningún archivo. Guatemala cuenta a sus menores retornados por país solo desde 2020.',
    },
  },
  {
    id: 'c31',
    document: REPORT,
    paragraph: 26,
    kind: 'conflict',
    statement: {
      en: 'Three of 32 Mexican states applied the new justice system fully as of 2014.',
      es: 'En 2014, tres de las 32 entidades de México aplicaban plenamente el nuevo sistema de justicia.',
    },
    printed: { en: 'as of 2014', es: 'en 2014' },
    check: null,
    note: {
      en: '3 of 32 are 9.4 percent and 9 of 32 are 28.1 percent, but the study cited is of February 2013, so it cannot describe 2014. No count of 2014 is on file.',
      es: '3 de 32 son el 9,4 por ciento y 9 de 32 el 28,1 por ciento, pero el estudio citado es de febrero de 2013 y no puede describir 2014. No hay ningún recuento de 2014.',
    },
  },
  {
    id: 'c32',
    document: REPORT,
    paragraph: 37,
    kind: 'level',
    statement: {
      en: 'Palenque lies less than 100 miles from the Guatemalan border.',
      es: 'Palenque está a menos de 100 millas de la frontera con Guatemala.',
    },
    printed: { en: 'less than 100 miles', es: 'menos de 100 millas' },
    check: null,
    note: {
      en: 'No distances or coordinates are on file that do not come from the report itself.',
      es: 'No hay distancias ni coordenadas que no procedan del propio informe.',
    },
  },
  {
    id: 'c38',
    document: 'wsws-2018-10-20',
    paragraph: 17,
    kind: 'change',
    statement: {
      en: 'US funding of the Honduran police and military tripled under Obama.',
      es: 'La financiación de EE. UU. a la policía y el ejército de Honduras se triplicó con Obama.',
    },
    printed: {
      en: 'tripled, to over $350 million a year',
      es: 'se triplicó, hasta más de 350 millones de dólares al año',
    },
    check: null,
    note: {
      en: 'Only the end is given, more than 350 million dollars a year. A third of it would be more than 116.7 million at the start, but no second figure is on file.',
      es: 'Solo se da el final, más de 350 millones de dólares al año. Un tercio serían más de 116,7 millones al principio, pero no hay una segunda cifra.',
    },
  },
  {
    id: 'c40',
    document: 'wsws-2018-10-20',
    paragraph: 16,
    kind: 'level',
    statement: {
      en: 'Two thirds of Hondurans live in poverty.',
      es: 'Dos tercios de los hondureños viven en la pobreza.',
    },
    printed: { en: 'two thirds', es: 'dos tercios' },
    check: null,
    note: {
      en: 'Neither the poverty line nor the year is stated. By the national line the file has 50.4 percent for 2018, well below two thirds; the surveys that other lines would need are not on file.',
      es: 'No consta ni la línea de pobreza ni el año. Con la línea nacional el archivo tiene el 50,4 por ciento para 2018, muy por debajo de dos tercios; faltan las encuestas de otras líneas.',
    },
  },
  {
    id: 'c44',
    document: 'wsws-2018-10-26',
    paragraph: 32,
    kind: 'change',
    statement: {
      en: 'Poverty and extreme poverty in Honduras rose by 13.2 and 26.3 percent in the two years after the coup.',
      es: 'La pobreza y la pobreza extrema en Honduras aumentaron un 13,2 y un 26,3 por ciento en los dos años posteriores al golpe.',
    },
    printed: { en: '+13.2% and +26.3%', es: '+13,2 % y +26,3 %' },
    check: null,
    note: {
      en: 'The levels at both ends are missing, and percent must not be taken for percentage points. Extreme poverty rose twice as fast.',
      es: 'Faltan los niveles de los dos extremos, y no hay que confundir porcentajes con puntos. La pobreza extrema subió el doble de rápido.',
    },
  },
];
