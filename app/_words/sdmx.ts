/** Words of the SDMX interface: concepts and codes that only SDMX has, and what its messages say. */
import type { Text } from '#stats/language.ts';

export const SDMX_WORDS = {
  agency: { en: 'Cotejo', es: 'Cotejo' },
  concepts: { en: 'Concepts of Cotejo', es: 'Conceptos de Cotejo' },
  frequency: { en: 'Frequency', es: 'Frecuencia' },
  time: { en: 'Period', es: 'Periodo' },
  value: { en: 'The number; shares from 0 to 1', es: 'El número; proporciones de 0 a 1' },
  status: { en: 'Status of the observation', es: 'Estado de la observación' },
  areas: { en: 'Areas', es: 'Zonas' },
  sources: { en: 'Sources', es: 'Fuentes' },
  qualifiers: { en: 'Hedges', es: 'Matices' },
  intervals: { en: 'Kinds of interval', es: 'Tipos de intervalo' },
  gaps: { en: 'Why there is no number', es: 'Por qué no hay número' },
  periodStatuses: { en: 'Whether the period is stated', es: 'Si consta el periodo' },
  breakdowns: { en: 'Breakdowns', es: 'Desgloses' },
  definitions: { en: 'Definitions', es: 'Definiciones' },
  total: { en: 'Total', es: 'Total' },
  exact: { en: 'exact', es: 'exacto' },
  range: { en: 'from … to …', es: 'de … a …' },
  available: (title: Text): Text => ({
    en: `What is available of: ${title.en}`,
    es: `Lo que hay de: ${title.es}`,
  }),
  untimed: (count: number, csv: string): string =>
    `${count} figures are left out because SDMX has no form for their period (not stated, or open); they are in ${csv}`,
} as const;

export const FREQUENCY_WORDS: Readonly<Record<string, Text>> = {
  A: { en: 'Annual', es: 'Anual' },
  M: { en: 'Monthly', es: 'Mensual' },
  D: { en: 'Daily', es: 'Diaria' },
  _O: { en: 'Other', es: 'Otra' },
  _U: { en: 'Unspecified', es: 'Sin especificar' },
};

export const OBSERVATION_STATUS_WORDS: Readonly<Record<string, Text>> = {
  A: { en: 'Normal value', es: 'Valor normal' },
  E: { en: 'Estimated value', es: 'Valor estimado' },
  M: { en: 'Missing value; data cannot exist', es: 'Sin valor; el dato no puede existir' },
  O: { en: 'No single value', es: 'Sin un valor único' },
  Q: { en: 'Missing value; suppressed', es: 'Sin valor; omitido' },
};

/** Parameters of the interface in the OpenAPI document, which is in English only. */
export const SDMX_PARAMETER_WORDS = {
  flow: 'A dataflow: the id of an indicator, or `COTEJO,id,release`. Without a release, redirects to the newest.',
  key: 'Codes of FREQ.REF_AREA.COUNTERPART_AREA.BREAKDOWN.DEFINITION.SOURCE; a place may be empty or have several codes joined by `+`. `all` is everything.',
  version: 'The number of a release, or `latest`, which redirects to the newest.',
  id: 'The id of a structure, or `all`. Flows and data structures have the ids of indicators.',
  startPeriod: 'A year, a month, a day, or a reporting period such as `2014-Q1`.',
  endPeriod: 'The same; included.',
  updatedAfter: 'Only what was published on this day or after it.',
  firstNObservations: 'The first so many observations of each series.',
  lastNObservations: 'The last so many observations of each series.',
} as const;

/** Problems of an SDMX request. */
export const SDMX_PROBLEMS = {
  resource: {
    en: 'This service has dataflow, datastructure, codelist, conceptscheme, availableconstraint and data.',
    es: 'Este servicio tiene dataflow, datastructure, codelist, conceptscheme, availableconstraint y data.',
  },
  notHere: (what: string): Text => ({
    en: `This service does not have ${what}.`,
    es: `Este servicio no tiene ${what}.`,
  }),
  key: (dimensions: string): Text => ({
    en: `A key has a place for each of ${dimensions}, separated by dots; a place may be empty, or have several codes joined by +.`,
    es: `Una clave tiene un lugar para cada una de ${dimensions}, separados por puntos; un lugar puede quedar vacío o llevar varios códigos unidos por +.`,
  }),
  period: {
    en: 'A period is a year, a month, a day, or a reporting period such as 2014-Q1.',
    es: 'Un periodo es un año, un mes, un día o un periodo de notificación como 2014-Q1.',
  },
  moment: {
    en: 'updatedAfter is a day, or a time of a day.',
    es: 'updatedAfter es un día o una hora de un día.',
  },
  count: { en: 'A whole number of 1 or more is needed.', es: 'Se necesita un número entero de 1 o más.' },
  noResults: { en: 'No results found.', es: 'No se encontró nada.' },
  format: {
    en: 'Data are sent as generic or structure-specific SDMX-ML 2.1, as SDMX-CSV 1.0 and as SDMX-JSON 1.0; structures as SDMX-ML 2.1.',
    es: 'Los datos se envían como SDMX-ML 2.1 genérico o específico, SDMX-CSV 1.0 y SDMX-JSON 1.0; las estructuras, como SDMX-ML 2.1.',
  },
} as const;
