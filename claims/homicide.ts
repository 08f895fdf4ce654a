/** Claims about homicide. Statements are in our own words; figures are found by the questions of `check`. Long because it is a list. */
import type { Claim } from '../stats/claims/claim.ts';

const REPORT = 'migrant-crisis-2015';
const AS_PRINTED = 'source=migrant-crisis-2015&time=2014';
const rate = (search: string): string => `homicide-rate?${search}`;

/** The rank of every country, of which a claim takes one. */
const RANKS = rate('source=owid-homicide-rate&time=2014&transform=rank');

const UNODC_2014 = {
  en: 'with UNODC’s figures of 2014 for both countries',
  es: 'con las cifras de la UNODC de 2014 para los dos países',
};

export const HOMICIDE_CLAIMS: readonly Claim[] = [
  {
    id: 'c04',
    document: REPORT,
    paragraph: 10,
    kind: 'ratio',
    statement: {
      en: 'El Salvador’s murder rate is at least three times Mexico’s.',
      es: 'La tasa de homicidios de El Salvador es al menos el triple de la de México.',
    },
    printed: { en: 'three times', es: 'tres veces' },
    check: {
      terms: { a: rate(`country=SLV&${AS_PRINTED}`), b: rate(`country=MEX&${AS_PRINTED}`) },
      expression: 'a / b',
      relation: 'at-least:3',
    },
    note: {
      en: 'As a floor, 2.84 falls short of three; rounded to a whole number it is three. The report gives no year for Mexico’s 21.5, which is UNODC’s figure for 2012.',
      es: 'Como mínimo, 2,84 no llega a tres; redondeado a un número entero sí lo es. El informe no da el año del 21,5 de México, que es la cifra de la UNODC para 2012.',
    },
    alternatives: [
      {
        name: UNODC_2014,
        check: {
          terms: {
            a: rate('country=SLV&source=unodc-gsh-2019&time=2014'),
            b: rate('country=MEX&source=unodc-gsh-2019&time=2014'),
          },
          expression: 'a / b',
          relation: 'at-least:3',
        },
      },
    ],
  },
  {
    id: 'c05',
    document: REPORT,
    paragraph: 10,
    kind: 'ratio',
    statement: {
      en: 'Honduras’s murder rate is at least three times Mexico’s.',
      es: 'La tasa de homicidios de Honduras es al menos el triple de la de México.',
    },
    printed: { en: 'three times', es: 'tres veces' },
    check: {
      terms: { a: rate(`country=HND&${AS_PRINTED}`), b: rate(`country=MEX&${AS_PRINTED}`) },
      expression: 'a / b',
      relation: 'at-least:3',
    },
    note: {
      en: 'It holds with the printed figures, and by more with Mexico’s figures of 2014.',
      es: 'Se sostiene con las cifras impresas, y con más holgura con las de México de 2014.',
    },
  },
  {
    id: 'c06',
    document: REPORT,
    paragraph: 9,
    kind: 'ratio',
    statement: {
      en: 'The murder rate of Guatemala City is almost double that of Guatemala.',
      es: 'La tasa de homicidios de la Ciudad de Guatemala es casi el doble de la de Guatemala.',
    },
    printed: { en: 'almost double', es: 'casi el doble' },
    check: {
      terms: { a: rate(`country=GTGUA&${AS_PRINTED}`), b: rate(`country=GTM&${AS_PRINTED}`) },
      expression: 'a / b',
      relation: 'nearly:2',
    },
    note: {
      en: 'The city’s rate is more than double the national one, not almost double.',
      es: 'La tasa de la ciudad es más del doble de la nacional, no casi el doble.',
    },
  },
  {
    id: 'c07',
    document: REPORT,
    paragraph: 8,
    kind: 'rank',
    statement: {
      en: 'San Pedro Sula was the deadliest city in the world in 2014.',
      es: 'San Pedro Sula fue la ciudad con más homicidios del mundo en 2014.',
    },
    printed: { en: 'deadliest in the world', es: 'la más mortífera del mundo' },
    check: {
      terms: {
        a: rate(`country=HNSAP&${AS_PRINTED}`),
        b: rate(`country=SVSAL&${AS_PRINTED}`),
        c: rate(`country=HNTGU&${AS_PRINTED}`),
        d: rate(`country=GTGUA&${AS_PRINTED}`),
      },
      expression: 'a, b, c, d',
      relation: 'highest',
    },
    note: {
      en: 'It is the highest of the four cities on file. The cities of the rest of the world are not on file.',
      es: 'Es la más alta de las cuatro ciudades disponibles. No hay datos de las ciudades del resto del mundo.',
    },
  },
  {
    id: 'c08',
    document: REPORT,
    paragraph: 9,
    kind: 'rank',
    statement: {
      en: 'Guatemala has the lowest murder rate of the three countries of the Northern Triangle.',
      es: 'Guatemala tiene la tasa de homicidios más baja de los tres países del Triángulo Norte.',
    },
    printed: { en: 'safest of the three', es: 'el más seguro de los tres' },
    check: {
      terms: {
        a: rate(`country=GTM&${AS_PRINTED}`),
        b: rate(`country=SLV&${AS_PRINTED}`),
        c: rate(`country=HND&${AS_PRINTED}`),
      },
      expression: 'a, b, c',
      relation: 'lowest',
    },
    note: {
      en: 'The report gives no year for the Guatemalan figure; 2014 is assumed.',
      es: 'El informe no da el año de la cifra guatemalteca; se supone 2014.',
    },
  },
  {
    id: 'c13',
    document: REPORT,
    paragraph: 9,
    kind: 'change',
    statement: {
      en: 'El Salvador’s murder rate of 2015 was heading for twice that of 2014.',
      es: 'La tasa de homicidios de El Salvador iba camino de duplicarse en 2015 respecto de 2014.',
    },
    printed: { en: 'well on the way to double', es: 'bien encaminada a duplicarse' },
    check: {
      terms: {
        a: rate('country=SLV&source=unodc-gsh-2019&time=2015'),
        b: rate('country=SLV&source=unodc-gsh-2019&time=2014'),
      },
      expression: 'a / b',
      relation: 'at-least:2.0',
    },
    note: {
      en: 'The report gives no rate for 2015. UNODC later gave one: a steep rise, but short of double.',
      es: 'El informe no da la tasa de 2015. La UNODC la publicó después: una subida fuerte, pero sin llegar al doble.',
    },
  },
  {
    id: 'c14',
    document: REPORT,
    paragraph: 9,
    kind: 'rank',
    statement: {
      en: '27 August 2015 was the day with the most homicides in El Salvador that year.',
      es: 'El 27 de agosto de 2015 fue el día con más homicidios de ese año en El Salvador.',
    },
    printed: { en: 'deadliest day', es: 'el día más mortífero' },
    check: null,
    note: {
      en: 'Only one daily figure is on file, 51 homicides on that day; the other days of the year are missing.',
      es: 'Solo hay una cifra diaria, 51 homicidios ese día; faltan los demás días del año.',
    },
  },
  {
    id: 'c15',
    document: REPORT,
    paragraph: 9,
    kind: 'comparison',
    statement: {
      en: 'El Salvador had more murders a day in 2015 than at the worst of its civil war.',
      es: 'El Salvador tuvo en 2015 más homicidios al día que en lo peor de su guerra civil.',
    },
    printed: { en: 'more', es: 'más' },
    check: null,
    note: {
      en: 'Neither level is given: a daily number for 2015 and one for the 1980s are missing.',
      es: 'No se da ninguno de los dos niveles: faltan el número diario de 2015 y el de los años ochenta.',
    },
  },
  {
    id: 'c16',
    document: REPORT,
    paragraph: 9,
    kind: 'change',
    statement: {
      en: 'Honduras’s murder rate fell between 2012 and 2014.',
      es: 'La tasa de homicidios de Honduras bajó entre 2012 y 2014.',
    },
    printed: { en: 'decrease', es: 'descenso' },
    check: {
      terms: {
        a: rate(`country=HND&${AS_PRINTED}`),
        b: rate('country=HND&source=migrant-crisis-2015&time=2012'),
      },
      expression: '(a / b - 1) * 100',
      relation: 'less-than:0',
    },
    note: {
      en: 'It holds in the printed figures and in every UNODC vintage. The report doubts that the two years can be compared.',
      es: 'Se sostiene en las cifras impresas y en todas las versiones de la UNODC. El informe duda de que los dos años sean comparables.',
    },
  },
  {
    id: 'c17',
    document: REPORT,
    paragraph: 8,
    kind: 'rank',
    statement: {
      en: 'Honduras and El Salvador were the two countries with the highest murder rates in 2014.',
      es: 'Honduras y El Salvador eran los dos países con las tasas de homicidios más altas en 2014.',
    },
    printed: { en: 'vie for first place', es: 'se disputan el primer puesto' },
    check: {
      terms: {
        a: `${RANKS}#HND`,
        b: `${RANKS}#SLV`,
      },
      expression: 'max(a, b)',
      relation: 'at-most:2',
    },
    note: {
      en: 'In UNODC’s figures, Honduras 65.0 and El Salvador 63.6 come first, Venezuela third with 62.9: it holds narrowly.',
      es: 'En las cifras de la UNODC van primero Honduras, 65,0, y El Salvador, 63,6; Venezuela es tercera con 62,9: se sostiene por poco.',
    },
  },
  {
    id: 'c18',
    document: REPORT,
    paragraph: 10,
    kind: 'level',
    statement: {
      en: 'The murder rate of the United States is about 4.',
      es: 'La tasa de homicidios de Estados Unidos ronda los 4.',
    },
    printed: { en: 'around 4', es: 'alrededor de 4' },
    check: {
      terms: { a: rate('country=USA&source=owid-homicide-rate&time=2014') },
      expression: 'a',
      relation: 'about:4',
    },
    note: {
      en: 'The year is not stated. UNODC’s files give 4.38 to 4.5 for 2014.',
      es: 'No consta el año. Los archivos de la UNODC dan de 4,38 a 4,5 para 2014.',
    },
  },
  {
    id: 'c19',
    document: REPORT,
    paragraph: 10,
    kind: 'level',
    statement: {
      en: 'Canada’s murder rate is below 2.',
      es: 'La tasa de homicidios de Canadá es inferior a 2.',
    },
    printed: { en: 'under 2', es: 'menos de 2' },
    check: {
      terms: { a: rate('country=CAN&source=owid-homicide-rate&time=2014') },
      expression: 'a',
      relation: 'less-than:2',
    },
    note: {
      en: 'Every source on file gives less than 2 for 2014.',
      es: 'Todas las fuentes disponibles dan menos de 2 para 2014.',
    },
  },
  {
    id: 'c20',
    document: REPORT,
    paragraph: 10,
    kind: 'level',
    statement: { en: 'Mexico’s murder rate is 21.5.', es: 'La tasa de homicidios de México es 21,5.' },
    printed: { en: '21.5', es: '21,5' },
    check: {
      terms: { a: rate('country=MEX&source=owid-homicide-rate&time=2014') },
      expression: 'a',
      relation: 'equals:21.5',
    },
    note: {
      en: 'Read as 2014 it fails. 21.5 is UNODC’s figure for 2012.',
      es: 'Leída como 2014, no se sostiene. 21,5 es la cifra de la UNODC para 2012.',
    },
    alternatives: [
      {
        name: {
          en: 'read as 2012, in UNODC’s study of 2013',
          es: 'leída como 2012, en el estudio de la UNODC de 2013',
        },
        check: {
          terms: { a: rate('country=MEX&source=unodc-gsh-2013&time=2012') },
          expression: 'a',
          relation: 'equals:21.5',
        },
      },
    ],
  },
  {
    id: 'c46',
    document: 'caravan-opinion-2018',
    paragraph: 1,
    kind: 'rank',
    statement: {
      en: 'San Pedro Sula was the crime capital of the world for two years running.',
      es: 'San Pedro Sula fue la capital mundial del crimen dos años seguidos.',
    },
    printed: { en: 'two years running', es: 'dos años seguidos' },
    check: {
      terms: {},
      given: {
        a: {
          value: 111.03,
          text: {
            en: 'San Pedro Sula’s rate of 2015 in the city list printed by the press',
            es: 'la tasa de San Pedro Sula en 2015 en la lista de ciudades publicada en la prensa',
          },
        },
        b: {
          value: 119.87,
          text: {
            en: 'the first city of that list',
            es: 'la primera ciudad de esa lista',
          },
        },
      },
      expression: 'a, b',
      relation: 'highest',
    },
    note: {
      en: 'In the lists printed by the press it was first from 2012 to 2014, second in 2015 and 47 in 2018, so not in the years before this text. It names no years, and crime is more than homicide. The lists may not be redistributed.',
      es: 'En las listas de la prensa fue primera de 2012 a 2014, segunda en 2015 y 47.ª en 2018, así que no en los años previos a este texto. No dice qué años, y el crimen es más que el homicidio. Las listas no se pueden redistribuir.',
    },
  },
];
