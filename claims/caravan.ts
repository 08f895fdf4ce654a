/** Claims about the caravans of 2018. */
import type { Claim } from '../stats/claims/claim.ts';

const size = (caravan: string, source: string, area = 'country=MEX'): string =>
  `caravan-size?breakdown=caravan=${caravan}&${area}&source=${source}`;
const caravans = (breakdown: string): string =>
  `caravans?breakdown=${breakdown}&country=MEX&origin=central-america-7&source=ntd-2018-11-09`;
const pace = (travel: string): string =>
  `caravan-daily-distance?breakdown=travel=${travel}&country=MEX&source=caravan-opinion-2018`;

export const CARAVAN_CLAIMS: readonly Claim[] = [
  {
    id: 'c11',
    document: 'wsws-2018-10-26',
    paragraph: 21,
    kind: 'conflict',
    statement: {
      en: 'How many people were in the caravan between 19 October and 14 November 2018.',
      es: 'Cuántas personas iban en la caravana entre el 19 de octubre y el 14 de noviembre de 2018.',
    },
    printed: { en: '7,000 and 14,000', es: '7000 y 14 000' },
    check: null,
    note: {
      en: 'Five figures in four documents within 26 days stand side by side and are never averaged. Main body: more than 4,000 on 19 October, 7,000 by 26 October, 4,000 to 5,000 on 9 November. Everyone on the road: about 14,000 on 26 October, nearly 10,000 on 14 November. 7,000 and 14,000 in one article count different people. No independent count is on file.',
      es: 'Cinco cifras de cuatro documentos en 26 días se muestran una junto a otra y nunca se promedian. Grupo principal: más de 4000 el 19 de octubre, 7000 hacia el 26 de octubre, de 4000 a 5000 el 9 de noviembre. Todos los que iban en camino: unos 14 000 el 26 de octubre, casi 10 000 el 14 de noviembre. Los 7000 y los 14 000 de un mismo artículo cuentan a personas distintas. No hay ningún recuento independiente.',
    },
  },
  {
    id: 'c33',
    document: 'migrant-crisis-2015',
    paragraph: 12,
    kind: 'comparison',
    statement: {
      en: 'Crossing Mexico means more than 2,000 miles, while the caravan in Chiapas had at least 1,000 left.',
      es: 'Cruzar México supone más de 2000 millas, mientras que a la caravana en Chiapas le quedaban al menos 1000.',
    },
    printed: { en: 'more than 2,000 and at least 1,000', es: 'más de 2000 y al menos 1000' },
    check: {
      terms: {
        a: 'distance-to-guatemala-border?breakdown=from=mapastepec&country=MEX&source=wsws-2018-10-26',
        b: 'distance-to-border?breakdown=from=mapastepec&country=MEX&source=wsws-2018-10-26',
      },
      expression: 'a + b',
      relation: 'more-than:2000',
    },
    note: {
      en: 'About 95 miles travelled and at least 1,000 to go are at least about 1,095: open above, so the two do not contradict each other and neither proves the other. Routes and end points differ.',
      es: 'Unas 95 millas recorridas y al menos 1000 por recorrer son al menos unas 1095: sin límite superior, así que no se contradicen ni se prueban. Las rutas y los extremos son distintos.',
    },
  },
  {
    id: 'c34',
    document: 'ntd-2018-11-09',
    paragraph: 4,
    kind: 'conflict',
    statement: {
      en: 'Three quarters of the main caravan were men; another document says mostly families with women and children.',
      es: 'Tres cuartas partes de la caravana principal eran hombres; otro documento dice que sobre todo familias con mujeres y menores.',
    },
    printed: { en: '75 percent; mostly families', es: '75 por ciento; sobre todo familias' },
    check: null,
    note: {
      en: '75 percent of 4,000 to 5,000 are 3,000 to 3,750 men and 1,000 to 1,250 others. The other document, two weeks earlier, gives no number, so the two stand side by side.',
      es: 'El 75 por ciento de 4000 a 5000 son de 3000 a 3750 hombres y de 1000 a 1250 personas más. El otro documento, dos semanas anterior, no da ningún número: se muestran uno junto al otro.',
    },
  },
  {
    id: 'c35',
    document: 'ntd-2018-11-09',
    paragraph: 7,
    kind: 'comparison',
    statement: {
      en: 'The caravans of early November 2018 together are the nearly 10,000 of another document.',
      es: 'Las caravanas de principios de noviembre de 2018 suman las casi 10 000 personas de otro documento.',
    },
    printed: { en: '4,000 to 5,000 and 4,000; nearly 10,000', es: 'de 4000 a 5000 y 4000; casi 10 000' },
    check: {
      terms: { a: `${size('first', 'ntd-2018-11-09')}`, b: size('second-and-third', 'ntd-2018-11-09') },
      expression: 'a + b',
      relation: 'less-than:10000',
    },
    note: {
      en: 'About 8,000 to 9,000 are below 10,000, so the two are compatible. They are five days apart, and the fourth caravan is not in the sum.',
      es: 'Unas 8000 a 9000 personas son menos de 10 000, así que son compatibles. Distan cinco días, y la cuarta caravana no está en la suma.',
    },
  },
  {
    id: 'c36',
    document: 'ntd-2018-11-09',
    paragraph: 6,
    kind: 'level',
    statement: {
      en: 'Four caravans entered Mexico; one stayed and three went on.',
      es: 'Entraron en México cuatro caravanas; una se quedó y tres siguieron.',
    },
    printed: { en: 'four; one; three', es: 'cuatro; una; tres' },
    check: {
      terms: { a: caravans('course=stayed'), b: caravans('course=went-on') },
      expression: 'a + b',
      relation: 'equals:4',
    },
    note: {
      en: 'Paragraph 7 speaks of two behind the first: one and two are three on the move, which agrees.',
      es: 'El párrafo 7 habla de dos detrás de la primera: una y dos son tres en camino, lo que concuerda.',
    },
  },
  {
    id: 'c41',
    document: 'wsws-2018-10-20',
    paragraph: 2,
    kind: 'conflict',
    statement: {
      en: 'The caravan left San Pedro Sula on the same day in two documents.',
      es: 'La caravana salió de San Pedro Sula el mismo día en dos documentos.',
    },
    printed: {
      en: 'last Friday (12 October); 13 October',
      es: 'el viernes pasado (12 de octubre); 13 de octubre',
    },
    check: {
      terms: {},
      given: {
        a: {
          value: 17817,
          text: {
            en: '13 October 2018, in the opinion piece',
            es: '13 de octubre de 2018, en la columna de opinión',
          },
        },
        b: {
          value: 17816,
          text: {
            en: '12 October 2018, the Friday before the article of 20 October',
            es: '12 de octubre de 2018, el viernes anterior al artículo del 20 de octubre',
          },
        },
      },
      expression: 'a - b',
      relation: 'equals:0',
    },
    note: {
      en: 'Dates are counted in days since 1970. The two documents are one day apart; which is right is not known.',
      es: 'Las fechas se cuentan en días desde 1970. Los dos documentos difieren en un día; no se sabe cuál acierta.',
    },
  },
  {
    id: 'c42',
    document: 'wsws-2018-10-26',
    paragraph: 10,
    kind: 'conflict',
    statement: {
      en: 'The day of the police action at the bridge between Guatemala and Mexico.',
      es: 'El día de la intervención policial en el puente entre Guatemala y México.',
    },
    printed: { en: 'last weekend; Friday', es: 'el fin de semana pasado; el viernes' },
    check: null,
    note: {
      en: 'One document says 20 to 21 October 2018, another Friday 19 October. There may have been two events, or the wording is loose; no dated record is on file.',
      es: 'Un documento dice 20 y 21 de octubre de 2018; otro, el viernes 19. Pudieron ser dos hechos, o una expresión imprecisa; no hay ningún registro con fecha.',
    },
  },
  {
    id: 'c47',
    document: 'caravan-opinion-2018',
    paragraph: 5,
    kind: 'change',
    statement: {
      en: 'The daily distance of the caravan grew once it got rides.',
      es: 'La distancia diaria de la caravana aumentó cuando consiguió transporte.',
    },
    printed: { en: 'from 30 to 200 miles', es: 'de 30 a 200 millas' },
    check: {
      terms: { a: pace('with-rides'), b: pace('before-rides') },
      expression: 'a / b',
      relation: 'more-than:1',
    },
    note: {
      en: 'The document prints no ratio; 200 miles a day are 6.7 times 30.',
      es: 'El documento no imprime ninguna proporción; 200 millas al día son 6,7 veces 30.',
    },
  },
];
