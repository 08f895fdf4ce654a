/** Claims about apprehensions, deaths and troops at the borders. Long because it is a list. */
import type { Claim } from '../stats/claims/claim.ts';

const REPORT = 'migrant-crisis-2015';
const SOUTHWEST = 'breakdown=border=southwest&country=USA&origin=_T';
const children = (year: string): string =>
  `uac-apprehensions?${SOUTHWEST}&source=cbp-sector-profiles&time=${year}`;
const families = (year: string, source = 'cbp-usbp-monthly'): string =>
  `family-unit-apprehensions?${SOUTHWEST}&source=${source}&time=${year}`;

/** The seven months of the report, added up from the months of OHSS at the south-west land border. */
const SEVEN_MONTHS = 'breakdown=border=southwest&country=USA&source=ohss-encounters-citizenship';
const notMexican = (months: string): string =>
  `border-encounters?${SEVEN_MONTHS}&origin=not-mexican&time=${months}`;
const northernTriangle = (months: string): string =>
  `border-encounters?${SEVEN_MONTHS}&origin=northern-triangle&time=${months}`;

export const BORDER_CLAIMS: readonly Claim[] = [
  {
    id: 'c01',
    document: REPORT,
    paragraph: 5,
    kind: 'change',
    statement: {
      en: 'Apprehensions of unaccompanied children rose by 77 percent in fiscal 2014.',
      es: 'Las detenciones de menores no acompañados aumentaron un 77 por ciento en el año fiscal 2014.',
    },
    printed: { en: '+77%', es: '+77 %' },
    check: {
      terms: {
        a: `uac-apprehensions?${SOUTHWEST}&source=migrant-crisis-2015&time=FY2014`,
        b: children('FY2013'),
      },
      expression: '(a / b - 1) * 100',
      relation: 'equals:77',
    },
    note: {
      en: 'The report does not print fiscal 2013. The figure is the Border Patrol’s own.',
      es: 'El informe no imprime el año fiscal 2013. La cifra es de la propia Patrulla Fronteriza.',
    },
  },
  {
    id: 'c02',
    document: REPORT,
    paragraph: 5,
    kind: 'change',
    statement: {
      en: 'Apprehensions of people in families rose by 361 percent in fiscal 2014.',
      es: 'Las detenciones de personas en familia aumentaron un 361 por ciento en el año fiscal 2014.',
    },
    printed: { en: '+361%', es: '+361 %' },
    check: {
      terms: {
        a: `family-unit-apprehensions?${SOUTHWEST}&source=migrant-crisis-2015&time=FY2014`,
        b: families('FY2013'),
      },
      expression: '(a / b - 1) * 100',
      relation: 'equals:361',
    },
    note: {
      en: 'It holds with the Border Patrol’s figures. The statistical office later counted again and has a rise of 418 percent, so the verdict depends on the vintage.',
      es: 'Se sostiene con las cifras de la Patrulla Fronteriza. La oficina estadística contó después de nuevo y da un aumento del 418 por ciento: el veredicto depende de la versión.',
    },
    alternatives: [
      {
        name: {
          en: 'as the statistical office OHSS counted later',
          es: 'según contó después la oficina estadística OHSS',
        },
        check: {
          terms: {
            a: families('FY2014', 'ohss-encounters-family-status-annual'),
            b: families('FY2013', 'ohss-encounters-family-status-annual'),
          },
          expression: '(a / b - 1) * 100',
          relation: 'equals:361',
        },
      },
    ],
  },
  {
    id: 'c09',
    document: REPORT,
    paragraph: 29,
    kind: 'comparison',
    statement: {
      en: 'From October 2014 to April 2015 Mexico apprehended more Central Americans than the United States apprehended people other than Mexicans.',
      es: 'De octubre de 2014 a abril de 2015 México detuvo a más centroamericanos que Estados Unidos a personas no mexicanas.',
    },
    printed: { en: 'more than 90,000 and just over 70,000', es: 'más de 90 000 y poco más de 70 000' },
    check: {
      terms: {
        a: 'mexico-apprehensions?country=MEX&origin=central-america-7&source=migrant-crisis-2015&time=2014-10/2015-04',
        b: notMexican('2014-10/2015-04'),
      },
      expression: 'a, b',
      relation: 'highest',
    },
    note: {
      en: 'From the report alone it is consistent, not proven: “just over 70,000” has no upper end. With the monthly figures of OHSS it holds. The two are not alike: Central Americans on one side, every nationality but Mexican on the other.',
      es: 'Solo con el informe es coherente, pero no está probado: «poco más de 70 000» no tiene límite superior. Con las cifras mensuales de OHSS se sostiene. No son lo mismo: centroamericanos de un lado, todas las nacionalidades menos la mexicana del otro.',
    },
    alternatives: [
      {
        name: { en: 'with the two printed figures alone', es: 'solo con las dos cifras impresas' },
        check: {
          terms: {
            a: 'mexico-apprehensions?country=MEX&origin=central-america-7&source=migrant-crisis-2015&time=2014-10/2015-04',
            b: 'us-otm-apprehensions?country=USA&origin=other-than-mexican&source=migrant-crisis-2015&time=2014-10/2015-04',
          },
          expression: 'a, b',
          relation: 'highest',
        },
      },
    ],
  },
  {
    id: 'c22',
    document: REPORT,
    paragraph: 14,
    kind: 'level',
    statement: {
      en: '307 people died crossing the border in fiscal 2014.',
      es: '307 personas murieron al cruzar la frontera en el año fiscal 2014.',
    },
    printed: { en: '307', es: '307' },
    check: {
      terms: {
        a: 'border-deaths?breakdown=border=southwest&country=USA&source=cbp-sector-profiles&time=FY2014',
      },
      expression: 'a',
      relation: 'equals:307',
    },
    note: {
      en: '307 is the figure as first published. The Border Patrol later raised it to 315.',
      es: '307 es la primera cifra publicada. La Patrulla Fronteriza la elevó después a 315.',
    },
    alternatives: [
      {
        name: { en: 'as revised later', es: 'según se revisó después' },
        check: {
          terms: {
            a: 'border-deaths?breakdown=border=southwest&country=USA&source=cbp-border-deaths&time=FY2014',
          },
          expression: 'a',
          relation: 'equals:307',
        },
      },
    ],
  },
  {
    id: 'c23',
    document: REPORT,
    paragraph: 29,
    kind: 'share',
    statement: {
      en: 'Most of the people other than Mexicans whom the United States apprehended were Central American.',
      es: 'La mayoría de las personas no mexicanas detenidas por Estados Unidos eran centroamericanas.',
    },
    printed: { en: 'majority, probably', es: 'probablemente la mayoría' },
    check: {
      terms: { a: northernTriangle('2014-10/2015-04'), b: notMexican('2014-10/2015-04') },
      expression: 'a / b * 100',
      relation: 'more-than:50',
    },
    note: {
      en: 'The three countries of the Northern Triangle alone are more than nine in ten. OHSS rounds each number to 10.',
      es: 'Solo los tres países del Triángulo Norte son más de nueve de cada diez. OHSS redondea cada número a 10.',
    },
  },
  {
    id: 'c24',
    document: REPORT,
    paragraph: 28,
    kind: 'change',
    statement: {
      en: 'Fewer migrants reached the US border after Plan Frontera Sur began.',
      es: 'Menos migrantes llegaron a la frontera de EE. UU. tras empezar el Plan Frontera Sur.',
    },
    printed: { en: 'reduction', es: 'reducción' },
    check: {
      terms: { a: notMexican('2014-10/2015-04'), b: notMexican('2013-10/2014-04') },
      expression: '(a / b - 1) * 100',
      relation: 'less-than:0',
    },
    note: {
      en: 'The fall holds, in people other than Mexicans and also in children and families. Its cause cannot be checked with these figures, and fiscal 2016 was higher again.',
      es: 'El descenso se sostiene, en personas no mexicanas y también en menores y familias. Su causa no se puede comprobar con estas cifras, y en el año fiscal 2016 volvieron a subir.',
    },
    alternatives: [
      {
        name: {
          en: 'unaccompanied children, fiscal 2015 against 2014',
          es: 'menores no acompañados, año fiscal 2015 frente a 2014',
        },
        check: {
          terms: { a: children('FY2015'), b: children('FY2014') },
          expression: '(a / b - 1) * 100',
          relation: 'less-than:0',
        },
      },
      {
        name: {
          en: 'people in families, fiscal 2015 against 2014',
          es: 'personas en familia, año fiscal 2015 frente a 2014',
        },
        check: {
          terms: { a: families('FY2015'), b: families('FY2014') },
          expression: '(a / b - 1) * 100',
          relation: 'less-than:0',
        },
      },
    ],
  },
  {
    id: 'c29',
    document: REPORT,
    paragraph: 2,
    kind: 'level',
    statement: {
      en: 'Tens of thousands of Central American women and children reached the US border in 2014.',
      es: 'Decenas de miles de mujeres y menores centroamericanos llegaron a la frontera de EE. UU. en 2014.',
    },
    printed: { en: 'tens of thousands', es: 'decenas de miles' },
    check: {
      terms: {
        a: 'uac-apprehensions?breakdown=border=southwest&country=USA&origin=northern-triangle&source=cbp-families-children-by-nationality&time=FY2014',
        b: 'family-unit-apprehensions?breakdown=border=southwest&country=USA&origin=northern-triangle&source=cbp-families-children-by-nationality&time=FY2014',
      },
      expression: 'a + b',
      relation: 'at-least:20000',
    },
    note: {
      en: 'It holds as a floor; in fact they were over a hundred thousand. Counted are children alone and people in families, of the Northern Triangle, in the fiscal year, and not women and children exactly.',
      es: 'Se sostiene como mínimo; en realidad fueron más de cien mil. Se cuentan menores solos y personas en familia, del Triángulo Norte y en el año fiscal, no exactamente mujeres y menores.',
    },
  },
  {
    id: 'c39',
    document: 'wsws-2018-10-20',
    paragraph: 11,
    kind: 'rank',
    statement: {
      en: 'The number of migrants at the US border was at a record in October 2018.',
      es: 'El número de migrantes en la frontera de EE. UU. batía récords en octubre de 2018.',
    },
    printed: { en: 'record numbers', es: 'cifras récord' },
    check: {
      terms: {
        a: `border-apprehensions?${SOUTHWEST}&source=cbp-southwest-apprehensions&time=FY2018`,
        b: `border-apprehensions?${SOUTHWEST}&source=cbp-southwest-apprehensions&time=FY2000`,
      },
      expression: 'a, b',
      relation: 'highest',
    },
    note: {
      en: 'All apprehensions of fiscal 2018 were a quarter of those of fiscal 2000. Only for people in families was it a record, since the file begins in fiscal 2013.',
      es: 'Todas las detenciones del año fiscal 2018 fueron una cuarta parte de las de 2000. Solo en personas en familia fue un récord, desde que empieza el archivo en 2013.',
    },
    alternatives: [
      {
        name: { en: 'people in families alone', es: 'solo personas en familia' },
        check: {
          terms: {
            a: families('FY2018'),
            b: families('FY2017'),
            c: families('FY2016'),
            d: families('FY2015'),
            e: families('FY2014'),
            f: families('FY2013'),
          },
          expression: 'a, b, c, d, e, f',
          relation: 'highest',
        },
      },
    ],
  },
  {
    id: 'c43',
    document: 'wsws-2018-10-26',
    paragraph: 4,
    kind: 'change',
    statement: {
      en: 'The number of US troops at the border grew between the plan of October and November 2018.',
      es: 'El número de militares de EE. UU. en la frontera creció entre el plan de octubre y noviembre de 2018.',
    },
    printed: { en: '800 to 1,000; 5,600', es: 'de 800 a 1000; 5600' },
    check: {
      terms: {
        a: 'border-troops?breakdown=status=deployed&country=USA&source=caravan-opinion-2018',
        b: 'border-troops?breakdown=status=planned&country=USA&source=wsws-2018-10-26',
      },
      expression: 'a / b',
      relation: 'more-than:1',
    },
    note: {
      en: 'A plan is set against a deployment, and the second document does not say that the troops were on active duty.',
      es: 'Se compara un plan con un despliegue, y el segundo documento no dice que los militares estuvieran en servicio activo.',
    },
  },
  {
    id: 'c45',
    document: 'wsws-2018-10-26',
    paragraph: 23,
    kind: 'rank',
    statement: {
      en: 'The Obama administration deported more people than any other.',
      es: 'El Gobierno de Obama deportó a más personas que ningún otro.',
    },
    printed: { en: 'more than any other', es: 'más que ningún otro' },
    check: null,
    note: {
      en: 'On file are the removals by Immigration and Customs Enforcement from FY2014 on (315,943 in that year). Those of earlier years and administrations, and returns, are not, and the answer depends on which of the two is counted.',
      es: 'Hay datos de las expulsiones del Servicio de Inmigración y Control de Aduanas desde el AF2014 (315 943 ese año). No los hay de años y gobiernos anteriores ni de los retornos, y la respuesta depende de cuál de los dos se cuente.',
    },
  },
];
