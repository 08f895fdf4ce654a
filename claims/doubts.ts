/** The register of doubts, the newest first. A doubt changes no figure: it stands beside it. */
import type { Doubt } from '../stats/claims/doubt.ts';

const US = {
  en: 'Cotejo, from comparing sources',
  es: 'Cotejo, al comparar fuentes',
};

export const DOUBTS: readonly Doubt[] = [
  {
    id: 'mexico-21-5',
    figures: ['homicide-rate~migrant-crisis-2015~MEX~2014'],
    title: { en: 'Mexico’s 21.5 is of another year', es: 'El 21,5 de México es de otro año' },
    reason: {
      en: 'The report gives no year, and 2014 is only assumed. 21.5 is UNODC’s figure for 2012; for 2014 its files have 16.1 to 16.7.',
      es: 'El informe no da el año, y 2014 solo se supone. 21,5 es la cifra de la UNODC para 2012; para 2014 sus archivos tienen de 16,1 a 16,7.',
    },
    status: 'confirmed',
    reporter: US,
    date: '2026-11-30',
  },
  {
    id: 'honduras-92',
    figures: ['homicide-rate~migrant-crisis-2015~HND~2012'],
    title: {
      en: 'Honduras’s 92 may be the figure of 2011',
      es: 'El 92 de Honduras puede ser la cifra de 2011',
    },
    reason: {
      en: 'UNODC never published 92 for 2012: 90.4 in 2014, then 84.3, 83.0 and 82.3. For 2011 it published 91.6 and 91.4. The source of 92 is not stated.',
      es: 'La UNODC nunca publicó 92 para 2012: 90,4 en 2014, después 84,3, 83,0 y 82,3. Para 2011 publicó 91,6 y 91,4. No consta la fuente del 92.',
    },
    status: 'open',
    reporter: US,
    date: '2026-11-30',
  },
  {
    id: 'justice-reform-date',
    figures: [
      'justice-reform-states~migrant-crisis-2015~MEX~_Z~stage=fully-operating~main~2014',
      'justice-reform-states~migrant-crisis-2015~MEX~_Z~stage=partially-adopted~main~2014',
    ],
    title: {
      en: 'A count of 2014 from a study of 2013',
      es: 'Un recuento de 2014 tomado de un estudio de 2013',
    },
    reason: {
      en: 'The report says “as of 2014”, but the study that it cites is of February 2013.',
      es: 'El informe dice «en 2014», pero el estudio que cita es de febrero de 2013.',
    },
    status: 'open',
    reporter: US,
    date: '2026-11-30',
  },
  {
    id: 'cam-more-than-a-year',
    figures: [
      'cam-applications~migrant-crisis-2015~USA~northern-triangle~stage=applied~main~.._2015-10-15',
      'cam-applications~migrant-crisis-2015~USA~northern-triangle~stage=interviewed~main~.._2015-10-15',
      'cam-applications~migrant-crisis-2015~USA~northern-triangle~stage=approved~main~.._2015-10-15',
    ],
    title: { en: 'The count is older than the sentence', es: 'El recuento es anterior a la frase' },
    reason: {
      en: 'The sentence speaks of more than a year, but the article cited came 318 days after applications opened.',
      es: 'La frase habla de más de un año, pero el artículo citado salió 318 días después de abrirse las solicitudes.',
    },
    status: 'confirmed',
    reporter: US,
    date: '2026-11-30',
  },
  {
    id: 'kidnappings-doubled',
    figures: ['migrant-kidnappings~migrant-crisis-2015~MEX~_T~_T~main~annual@2015-11'],
    title: { en: 'Kidnappings a year, from six months', es: 'Secuestros al año, a partir de seis meses' },
    reason: {
      en: 'No annual count stands behind it: six months with 11,333 victims were doubled. Another six months had 9,758.',
      es: 'No hay detrás ningún recuento anual: se duplicaron seis meses con 11 333 víctimas. Otros seis meses tuvieron 9758.',
    },
    status: 'open',
    reporter: US,
    date: '2026-11-30',
  },
  {
    id: 'granted-3-6',
    figures: [
      'asylum-grant-share~migrant-crisis-2015~USA~northern-triangle~authority=courts~of-petitions~FY2014',
    ],
    title: { en: 'Printed 3.6 percent, computed 3.7', es: 'Impreso 3,6 por ciento, calculado 3,7' },
    reason: {
      en: 'The report prints 510 of 13,847 and 3.6 percent. The quotient is 3.68: the printed figure was cut off. The value kept here is the quotient.',
      es: 'El informe imprime 510 de 13 847 y 3,6 por ciento. El cociente es 3,68: la cifra impresa se truncó. Aquí se guarda el cociente.',
    },
    status: 'settled',
    reporter: US,
    date: '2026-11-30',
  },
];
