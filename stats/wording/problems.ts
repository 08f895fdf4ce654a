/** The texts of problems with a query. */
import type { Text } from '../language.ts';

/** What a URL can name that does not exist; the Spanish has its article. */
export const NOT_FOUND_NAMES = {
  url: { en: 'URL', es: 'la URL' },
  format: { en: 'format', es: 'el formato' },
  release: { en: 'release', es: 'la edición' },
  indicator: { en: 'indicator', es: 'el indicador' },
  source: { en: 'source', es: 'la fuente' },
  area: { en: 'area', es: 'el lugar' },
  page: { en: 'page', es: 'la página' },
  font: { en: 'font', es: 'el tipo de letra' },
  observation: { en: 'figure', es: 'la cifra' },
  claim: { en: 'claim', es: 'la afirmación' },
} as const satisfies Readonly<Record<string, Text>>;

/** What to do about an answer with too many cells: the unit of `tooMany`. */
export const FEWER: Text = {
  en: 'cells; choose fewer areas, origins or years',
  es: 'celdas; elija menos zonas, orígenes o años',
};

/** "Did you mean ...?" Empty without a near name. */
const nearWords = (near: string | undefined): Text =>
  near === undefined ? { en: '', es: '' } : { en: ` Did you mean ${near}?`, es: ` ¿Quería decir ${near}?` };

/** Problems of any parameter. */
export const PROBLEM_TEXTS = {
  unknownValue: (parameter: string, value: string, near?: string): Text => ({
    en: `“${value}” is not a value of ${parameter}.${nearWords(near).en}`,
    es: `«${value}» no es un valor de ${parameter}.${nearWords(near).es}`,
  }),
  unknownParameter: (parameter: string, near?: string): Text => ({
    en: `There is no parameter “${parameter}”.${nearWords(near).en}`,
    es: `No existe el parámetro «${parameter}».${nearWords(near).es}`,
  }),
  repeated: (parameter: string): Text => ({
    en: `The parameter ${parameter} appears more than once. Join its values with ~.`,
    es: `El parámetro ${parameter} aparece más de una vez. Una sus valores con ~.`,
  }),
  tooMany: (parameter: string, most: number, unit: Text): Text => ({
    en: `${parameter} accepts at most ${most} ${unit.en}.`,
    es: `${parameter} admite como máximo ${most} ${unit.es}.`,
  }),
  tooLong: (most: number): Text => ({
    en: `The query is longer than ${most} bytes.`,
    es: `La consulta supera los ${most} bytes.`,
  }),
  notFound: (what: Text, value: string, near?: string): Text => ({
    en: `There is no ${what.en} “${value}”.${nearWords(near).en}`,
    es: `No existe ${what.es} «${value}».${nearWords(near).es}`,
  }),
  badEscape: {
    en: 'A percent sign is not followed by a valid UTF-8 escape.',
    es: 'Un signo de porcentaje no va seguido de una secuencia UTF-8 válida.',
  },
  controlCharacters: {
    en: 'A URL cannot contain control characters.',
    es: 'Una URL no puede contener caracteres de control.',
  },
} as const;

/** What a limit counts. */
export const UNITS_OF_LIMITS = {
  areas: { en: 'areas', es: 'zonas' },
  indicators: { en: 'indicators', es: 'indicadores' },
  periods: { en: 'periods', es: 'periodos' },
} as const satisfies Readonly<Record<string, Text>>;

/** Problems of one parameter. */
export const QUERY_PROBLEMS = {
  badTime: (text: string): Text => ({
    en: `“${text}” is not a valid value for time. Examples: 2019, 2015..2020, latest.`,
    es: `«${text}» no es un valor válido de time. Ejemplos: 2019, 2015..2020, latest.`,
  }),
  ambiguousYear: (year: string): Text => ({
    en: `${year} could be a calendar year or a US fiscal year. Add basis=, or write FY${year}.`,
    es: `${year} puede ser un año calendario o un año fiscal de EE. UU. Añada basis=, o escriba FY${year}.`,
  }),
  fiscalYear: (year: string): Text => ({
    en: `${year} is a US fiscal year, but this query is about calendar years.`,
    es: `${year} es un año fiscal de EE. UU., pero esta consulta trata de años calendario.`,
  }),
  endsBeforeStart: (from: string, to: string): Text => ({
    en: `time ends before it starts: ${from} to ${to}.`,
    es: `time termina antes de empezar: de ${from} a ${to}.`,
  }),
  coverage: {
    en: 'coverage is the minimum share that a group needs, above 0 and at most 1: of its members (0.8) or of their population (0.98:population).',
    es: 'coverage es la proporción mínima que necesita un grupo, más de 0 y como máximo 1: de sus miembros (0.8) o de la población de estos (0.98:population).',
  },
  coverageOfMembers: (indicator: string, share: string): Text => ({
    en: `${indicator} is not weighted by population, so coverage can only be a share of members: coverage=${share}.`,
    es: `${indicator} no se pondera por población, así que coverage solo puede ser una proporción de miembros: coverage=${share}.`,
  }),
  noDay: {
    en: 'asOf needs a day, written as year, month and day.',
    es: 'asOf necesita un día, escrito con año, mes y día.',
  },
  beforeFirst: (first: string): Text => ({
    en: `Nothing was published before ${first}, the day of the first release.`,
    es: `No se publicó nada antes del ${first}, el día de la primera edición.`,
  }),
  releaseAndDay: (release: string): Text => ({
    en: `This URL already names release ${release}, so it cannot also name a day. Remove asOf, or use latest in its place.`,
    es: `Esta URL ya nombra la edición ${release} y no puede nombrar además un día. Quite asOf, o ponga latest en lugar del número.`,
  }),
  notWithOthers: (source: string): Text => ({
    en: `${source} cannot be combined with other sources.`,
    es: `${source} no se puede combinar con otras fuentes.`,
  }),
  sameAs: (alias: string, name: string): Text => ({
    en: `${alias} means the same as ${name}. Remove one of the two.`,
    es: `${alias} significa lo mismo que ${name}. Quite uno de los dos.`,
  }),
  twoIndicators: {
    en: 'indicators= needs two or more indicators, joined by ~.',
    es: 'indicators= necesita dos o más indicadores, unidos por ~.',
  },
  notWeighted: (title: Text): Text => ({
    en: `weight= chooses the population that weights the rates of a group, but “${title.en}” is not weighted by population. Remove weight=.`,
    es: `weight= elige la población que pondera las tasas de un grupo, pero «${title.es}» no se pondera por población. Quite weight=.`,
  }),
  nothingToCombine: (axis: string): Text => ({
    en: `by= leaves out ${axis}, so areas must be combined: name at least two with country=, or use group=.`,
    es: `by= omite ${axis}, así que hay que combinar zonas: nombre al menos dos con country=, o use group=.`,
  }),
  noTotal: (axis: string): Text => ({
    en: `by= leaves out ${axis}, but no total is published for it and its parts do not add up. Keep ${axis} in by=, or choose one with ${axis}=.`,
    es: `by= omite ${axis}, pero no se publica ningún total y sus partes no se suman. Deje ${axis} en by=, o elija uno con ${axis}=.`,
  }),
} as const;
