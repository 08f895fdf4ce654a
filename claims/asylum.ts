/** Claims about asylum and refugees. */
import type { Claim } from '../stats/claims/claim.ts';

const REPORT = 'migrant-crisis-2015';
const GRANTED =
  'basis=us-fiscal-year&breakdown=authority=courts&country=USA&definition=of-petitions&source=migrant-crisis-2015&time=FY2014';
const programme = (stage: string): string =>
  `cam-applications?breakdown=stage=${stage}&country=USA&origin=northern-triangle&source=migrant-crisis-2015`;
const applications = (year: string): string =>
  `asylum-applications?breakdown=authority=courts;application=new&country=USA&definition=persons&origin=northern-triangle&source=unhcr-asylum-applications&time=${year}`;
const decisions = (country: string, breakdown: string): string =>
  `asylum-decisions?breakdown=${breakdown}&country=${country}&definition=persons&origin=northern-triangle&source=unhcr-asylum-decisions&time=2015`;
const MEXICO = 'level=first-instance;procedure=government';
const COURTS = 'authority=courts;procedure=government';

export const ASYLUM_CLAIMS: readonly Claim[] = [
  {
    id: 'c03',
    document: REPORT,
    paragraph: 35,
    kind: 'share',
    statement: {
      en: 'Courts granted 3.6 percent of the asylum petitions from the Northern Triangle in fiscal 2014.',
      es: 'Los tribunales concedieron el 3,6 por ciento de las peticiones de asilo del Triángulo Norte en el año fiscal 2014.',
    },
    printed: { en: '3.6%', es: '3,6 %' },
    check: {
      terms: { a: `asylum-grant-share?${GRANTED}&origin=northern-triangle` },
      expression: 'a * 100',
      relation: 'equals:3.6',
    },
    note: {
      en: '510 of 13,847 is 3.68 percent, which rounds to 3.7. The printed figure was cut off, not rounded.',
      es: '510 de 13 847 es el 3,68 por ciento, que se redondea a 3,7. La cifra impresa se truncó, no se redondeó.',
    },
  },
  {
    id: 'c10',
    document: REPORT,
    paragraph: 19,
    kind: 'share',
    statement: {
      en: 'Only 11 of the 4,600 who applied to the programme for Central American minors had been approved.',
      es: 'Solo 11 de los 4600 solicitantes del programa para menores centroamericanos habían sido aprobados.',
    },
    printed: {
      en: 'only 11 of 4,600; a mere 90 interviewed',
      es: 'solo 11 de 4600; apenas 90 entrevistados',
    },
    check: {
      terms: { a: programme('approved'), b: programme('applied') },
      expression: 'a / b * 100',
      relation: 'less-than:1',
    },
    note: {
      en: 'It is 0.24 percent of the applications; “only” is read as less than 1 percent. Of the 90 who were interviewed it is 12 percent.',
      es: 'Es el 0,24 por ciento de las solicitudes; «solo» se entiende como menos del 1 por ciento. De los 90 entrevistados es el 12 por ciento.',
    },
    alternatives: [
      {
        name: { en: 'of those interviewed', es: 'de los entrevistados' },
        check: {
          terms: { a: programme('approved'), b: programme('interviewed') },
          expression: 'a / b * 100',
          relation: 'less-than:1',
        },
      },
    ],
  },
  {
    id: 'c12',
    document: REPORT,
    paragraph: 35,
    kind: 'comparison',
    statement: {
      en: 'The share granted to the Northern Triangle is much lower than the average of more than 20 percent.',
      es: 'La proporción concedida al Triángulo Norte es mucho menor que la media, superior al 20 por ciento.',
    },
    printed: { en: 'much lower', es: 'mucho menor' },
    check: {
      terms: {
        a: `asylum-grant-share?${GRANTED}&origin=northern-triangle`,
        b: `asylum-grant-share?${GRANTED}&origin=_T`,
      },
      expression: 'a / b',
      relation: 'less-than:0.5',
    },
    note: {
      en: 'It is less than a fifth of the average; “much lower” is read as less than half.',
      es: 'Es menos de la quinta parte de la media; «mucho menor» se entiende como menos de la mitad.',
    },
  },
  {
    id: 'c25',
    document: REPORT,
    paragraph: 6,
    kind: 'change',
    statement: {
      en: 'Asylum claims by Central Americans rose sharply from 2008.',
      es: 'Las solicitudes de asilo de centroamericanos aumentaron mucho desde 2008.',
    },
    printed: { en: 'dramatic increase', es: 'aumento drástico' },
    check: {
      terms: { a: applications('2014'), b: applications('2008') },
      expression: 'a / b',
      relation: 'at-least:2',
    },
    note: {
      en: 'People in US courts only: the file counts other authorities in cases, and the two are never added. “Sharply” is read as at least double.',
      es: 'Solo personas en los tribunales de EE. UU.: el archivo cuenta las de otras autoridades por casos, y no se suman. «Mucho» se entiende como al menos el doble.',
    },
  },
  {
    id: 'c26',
    document: REPORT,
    paragraph: 36,
    kind: 'comparison',
    statement: {
      en: 'Mexico grants a larger share of the asylum claims of Central Americans than the United States.',
      es: 'México concede una proporción mayor de las solicitudes de asilo de centroamericanos que Estados Unidos.',
    },
    printed: { en: 'higher', es: 'mayor' },
    check: {
      terms: {
        a: decisions('MEX', `${MEXICO};outcome=recognized`),
        b: decisions('MEX', MEXICO),
        c: decisions('USA', `${COURTS};outcome=recognized`),
        d: decisions('USA', COURTS),
      },
      expression: 'a / b, c / d',
      relation: 'highest',
    },
    note: {
      en: 'UNHCR’s file has no Mexican row for 2014. In 2015 it holds, of all outcomes, with US courts.',
      es: 'El archivo de ACNUR no tiene datos de México para 2014. En 2015 se sostiene, sobre todos los resultados y con los tribunales de EE. UU.',
    },
  },
  {
    id: 'c27',
    document: REPORT,
    paragraph: 36,
    kind: 'share',
    statement: {
      en: 'Mexico turns down most people who ask for asylum.',
      es: 'México rechaza a la mayoría de quienes piden asilo.',
    },
    printed: { en: 'most', es: 'la mayoría' },
    check: {
      terms: {
        a: decisions('MEX', `${MEXICO};outcome=rejected`),
        b: decisions('MEX', MEXICO),
        c: decisions('MEX', `${MEXICO};outcome=otherwise-closed`),
      },
      expression: 'a / (b - c) * 100',
      relation: 'more-than:50',
    },
    note: {
      en: 'There is no Mexican row for 2014. In 2015 it holds of the claims that were decided, and not of all outcomes.',
      es: 'No hay datos de México para 2014. En 2015 se sostiene sobre las solicitudes resueltas, no sobre todos los resultados.',
    },
    alternatives: [
      {
        name: {
          en: 'of all outcomes, closed cases included',
          es: 'sobre todos los resultados, con los casos cerrados',
        },
        check: {
          terms: { a: decisions('MEX', `${MEXICO};outcome=rejected`), b: decisions('MEX', MEXICO) },
          expression: 'a / b * 100',
          relation: 'more-than:50',
        },
      },
    ],
  },
  {
    id: 'c30',
    document: REPORT,
    paragraph: 19,
    kind: 'conflict',
    statement: {
      en: 'The programme for Central American minors had run for more than a year when 90 had been interviewed.',
      es: 'El programa para menores centroamericanos llevaba más de un año cuando se había entrevistado a 90.',
    },
    printed: { en: 'more than a year', es: 'más de un año' },
    check: {
      terms: {},
      given: {
        a: {
          value: 16723,
          text: {
            en: '15 October 2015, the date of the article cited',
            es: '15 de octubre de 2015, la fecha del artículo citado',
          },
        },
        b: {
          value: 16405,
          text: {
            en: '1 December 2014, when applications opened (source outside the report)',
            es: '1 de diciembre de 2014, cuando se abrieron las solicitudes (fuente ajena al informe)',
          },
        },
      },
      expression: 'a - b',
      relation: 'more-than:365',
    },
    note: {
      en: 'Dates are counted in days since 1970. The count is of 318 days after the opening, so it is older than the sentence says.',
      es: 'Las fechas se cuentan en días desde 1970. El recuento es de 318 días después de la apertura: es más antiguo de lo que dice la frase.',
    },
  },
  {
    id: 'c37',
    document: 'ntd-2018-11-09',
    paragraph: 15,
    kind: 'share',
    statement: {
      en: 'Half of those who plead credible fear at the border do not file an asylum claim.',
      es: 'La mitad de quienes alegan temor creíble en la frontera no presenta solicitud de asilo.',
    },
    printed: { en: 'half', es: 'la mitad' },
    check: null,
    note: {
      en: 'No series that follows fear claims to their asylum applications is on file, and the period is not stated.',
      es: 'No hay ninguna serie que siga los alegatos de temor hasta su solicitud de asilo, y no consta el periodo.',
    },
  },
];
