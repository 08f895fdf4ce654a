/** The method in words: how figures are kept, combined and compared. */
import { TRANSFORM_WORDS } from '#stats/wording/transforms.ts';
import { MONTH_RULES } from '#stats/wording/months.ts';
import { COVERAGE_RULE, MEMBER_RULES, WEIGHT_RULE } from '#stats/wording/groups.ts';
import { DEPENDENCE_RULE, ENVELOPE_RULE } from '#stats/wording/sources.ts';
import { PAIR_RULES } from '#stats/wording/pairs.ts';
import { REASON_CODES, REASONS } from '#stats/comparability/reasons.ts';
import type { Language } from '#stats/language.ts';
import type { Prose } from './prose.ts';

/** Each transform with its rule and an example, as the code that does it says them. */
const transforms = (language: Language): readonly string[] =>
  Object.values(TRANSFORM_WORDS).map(
    ({ name, rule, example }) => `${name[language]}: ${rule[language]} ${example[language]}`,
  );

/** The rules of months, as the code that adds them says them. */
const months = (language: Language): readonly string[] =>
  Object.values(MONTH_RULES).map((rule) => rule[language]);

/** Whose members a group has, as the code that combines them says it. */
const members = (language: Language): readonly string[] =>
  Object.values(MEMBER_RULES).map((rule) => rule[language]);

/** Each rule of the verdict on comparability, once: some reasons share one. */
const comparability = (language: Language): readonly string[] => [
  ...new Set(REASON_CODES.map((code) => REASONS[code].rule[language])),
];

const pairing = (language: Language): readonly string[] => PAIR_RULES.map((rule) => rule[language]);

export const METHOD: Record<Language, Prose> = {
  en: {
    title: 'Method',
    lead: 'How we store, combine and compare figures, and when we refuse to.',
    sections: [
      {
        title: 'A figure keeps its hedge',
        paragraphs: [
          'A source that prints “more than 20,000” has not said 20,000. We store such a figure as an interval with no upper end, and print its qualifier before the number on every page and in every chart and file.',
        ],
        items: [
          'about 4: a value whose precision the source does not state',
          'more than, at least, just over: no upper end',
          'less than, at most: no lower end, or zero where the figure cannot be negative',
          'nearly 10,000: just below; how far below is unknown',
          '4,000 to 5,000: both ends, and no value in between',
        ],
      },
      {
        title: 'Sums',
        paragraphs: [
          'Lower ends are added to lower ends, and upper ends to upper ends. If one part is “more than”, so is the sum; if one part is “about”, the sum is “about”. A sum has a single value only if every part has one. One table decides the qualifier of a sum from its ends.',
          'If `by=` leaves out origins or parts, they are combined: you get the published total and, beside it, the sum of the declared parts. If neither exists, the request is refused.',
        ],
      },
      {
        title: 'Counts',
        paragraphs: [
          'Counts can be added over areas, origins, declared parts and periods of one kind that do not overlap. We never add an area to a city inside it. Figures that are not declared additive, such as prices or distances, are never added.',
        ],
      },
      {
        title: 'Rates',
        paragraphs: [
          'The rate of a group is weighted by population: the sum of rate times population, divided by the population of the same areas. We never take a simple average of rates. The page names the population used. Levels, such as an index or a wage, are never added up; a group has their weighted mean only if a weight is declared for them.',
          WEIGHT_RULE.en,
        ],
      },
      {
        title: 'Groups',
        paragraphs: members('en'),
      },
      {
        title: 'Shares',
        paragraphs: [
          'The share of a group is a ratio of sums, never an average of percentages. The denominator is part of the definition: shares of petitions, of cases decided on the merits and of all closed cases are never drawn as one line. If only a percentage is published, the group has no value.',
        ],
      },
      {
        title: 'Months and years',
        paragraphs: months('en'),
      },
      {
        title: 'Gaps',
        paragraphs: [
          'An empty cell says why it is empty: not published, suppressed, a member missing, no population to weight by, only a percentage published, not additive, or overlapping areas. A missing member never counts as zero, and no line is drawn across a gap.',
        ],
      },
      {
        title: 'Coverage',
        paragraphs: [
          `A group’s figure says how many of its members it includes and what share of the population they cover. ${COVERAGE_RULE.en} A member whose population is not on file goes into no mean and counts as missing; the share of the population is then a bound, and we say so. For every figure that we calculated, a chart names the rule and the number of members, parts or months.`,
          'A note that a source makes on one member stays with the figure of the group and names that member. Notes that differ only in a number become one sentence with all the numbers.',
        ],
      },
      {
        title: 'Periods',
        paragraphs: [
          'A calendar year, a US fiscal year (October to September, named after the year in which it ends; before FY1977, July to June), a month, a day and a total up to a date are different things. We do not mix them on one line unless you ask. July to September 1976 lies in no fiscal year: it is a period of its own, and we compute no change from FY1976 to FY1977. If a source does not print the year but its context suggests one, we mark the year with a question mark: `2014?`.',
        ],
      },
      {
        title: 'Transformations',
        paragraphs: [
          '`transform=`, or the list “Show as”, converts figures: to an index, a change, a rate per person and so on. Only transformations that make sense for the indicator are offered; others are refused with the reason. Hedges are carried through every step, so the true result always lies inside the interval shown. Transformed figures are marked as calculated by Cotejo.',
        ],
        items: transforms('en'),
      },
      {
        title: 'Sources side by side',
        paragraphs: [
          'If two sources cover the same thing, we show both. We do not average them or silently prefer one. With `source=preferred` you get, for each area, the first source that has figures, and its name. A document that repeats somebody else’s figure is marked as secondary.',
          ENVELOPE_RULE.en,
          DEPENDENCE_RULE.en,
        ],
      },
      {
        title: 'What can be compared',
        paragraphs: [
          'Every answer says whether its figures are comparable, comparable with notes, or not comparable, and gives the reasons. The JSON contains the same verdict and reasons as codes.',
        ],
        items: comparability('en'),
      },
      {
        title: 'Two indicators side by side',
        paragraphs: [
          ...pairing('en'),
          'Spearman’s rank correlation measures whether two indicators rank places in the same order. It is computed for five places or more, and says nothing about cause.',
        ],
      },
      {
        title: 'Releases',
        paragraphs: [
          'Data are published in numbered releases. The number has three parts: the first changes when something is removed, the second when something is added or its source revises it, and the third when we correct our own mistake. A URL that names a release always returns the same figures. Its bytes change only when the file format changes; the format version, which is part of the ETag, then increases and the changelog lists the differences.',
        ],
      },
    ],
  },
  es: {
    title: 'Método',
    lead: 'Cómo se guardan, se suman y se ponen lado a lado las cifras, y cuándo no.',
    sections: [
      {
        title: 'La cifra conserva su matiz',
        paragraphs: [
          'Quien escribe «más de 20 000» no ha dicho 20 000. La cifra se guarda como un intervalo abierto por arriba, y su palabra va delante del número en cada página, cada gráfico y cada archivo.',
        ],
        items: [
          'unos 4: un valor cuya amplitud la fuente no afirma',
          'más de, al menos, poco más de: abierto por arriba',
          'menos de, como máximo: abierto por abajo, hasta cero donde no cabe menos',
          'casi 10 000: algo por debajo, sin saber cuánto',
          'de 4000 a 5000: los dos extremos, y ningún punto medio',
        ],
      },
      {
        title: 'Sumas',
        paragraphs: [
          'Los extremos inferiores se suman entre sí, y los superiores también. Si una parte es «más de», lo es la suma; si una es «unos», también. La suma tiene un valor único solo si lo tienen todas sus partes. Una sola tabla decide el matiz de la suma a partir de sus extremos.',
          'Si `by=` omite los orígenes o las partes, se combinan: se da el total publicado y, al lado, la suma de las partes declaradas. Si no hay ni lo uno ni lo otro, la consulta se rechaza.',
        ],
      },
      {
        title: 'Recuentos',
        paragraphs: [
          'Los recuentos se suman por zonas, orígenes, partes declaradas y periodos disjuntos de un mismo tipo. Nunca se suma una zona con una ciudad que está dentro de ella. Lo que no se ha declarado sumable, como un precio o una distancia, no se suma.',
        ],
      },
      {
        title: 'Tasas',
        paragraphs: [
          'La tasa de un grupo se pondera por población: la suma de tasa por población, dividida entre la población de esas mismas zonas. Nunca se hace la media simple de las tasas. La página nombra la población utilizada. Los niveles, como un índice o un salario, nunca se suman; un grupo solo tiene su media ponderada si se declara con qué se pondera.',
          WEIGHT_RULE.es,
        ],
      },
      {
        title: 'Grupos',
        paragraphs: members('es'),
      },
      {
        title: 'Proporciones',
        paragraphs: [
          'La proporción de un grupo es un cociente de sumas, nunca una media de porcentajes. El denominador forma parte de la definición: las proporciones sobre solicitudes, sobre casos resueltos en cuanto al fondo y sobre casos cerrados nunca se dibujan en una misma línea. Si solo se publica el porcentaje, el grupo no tiene valor.',
        ],
      },
      {
        title: 'Meses y años',
        paragraphs: months('es'),
      },
      {
        title: 'Huecos',
        paragraphs: [
          'Una celda vacía dice por qué lo está: no publicado, omitido, falta un miembro, sin población para ponderar, solo se publica el porcentaje, no se puede sumar, las zonas se solapan. Un miembro que falta nunca cuenta como cero, y ninguna línea salta un hueco.',
        ],
      },
      {
        title: 'Cobertura',
        paragraphs: [
          `La cifra de un grupo dice cuántos de sus miembros incluye y qué parte de la población cubren. ${COVERAGE_RULE.es} Un miembro cuya población no consta no entra en ninguna media y cuenta como ausente; la proporción de la población es entonces una cota, y así se indica. En cada cifra calculada, el gráfico nombra la regla y el número de miembros, partes o meses.`,
          'La nota de una fuente sobre un miembro acompaña a la cifra del grupo y nombra a ese miembro. Las notas que solo difieren en un número forman una sola frase con todos los números.',
        ],
      },
      {
        title: 'Periodos',
        paragraphs: [
          'Un año calendario, un año fiscal de EE. UU. (de octubre a septiembre, con el nombre del año en que termina; antes del de 1977, de julio a junio), un mes, un día y un total hasta una fecha son cosas distintas. No las mezclamos en una línea si no se pide. De julio a septiembre de 1976 no hay año fiscal: es un periodo aparte, y no calculamos ninguna variación entre los años fiscales 1976 y 1977. Si la fuente no imprime el año pero el contexto lo sugiere, lleva un signo de interrogación: `2014?`.',
        ],
      },
      {
        title: 'Transformaciones',
        paragraphs: [
          '`transform=`, o la lista «Mostrar como», convierte las cifras en un índice, una variación, una tasa por habitante, etc. Solo se ofrecen las transformaciones que tienen sentido para el indicador; las demás se rechazan con su motivo. El matiz se conserva en todos los pasos, de modo que el resultado verdadero está siempre dentro del intervalo mostrado. Las cifras transformadas se marcan como calculadas por Cotejo.',
        ],
        items: transforms('es'),
      },
      {
        title: 'Fuentes lado a lado',
        paragraphs: [
          'Si dos fuentes tratan de lo mismo, se muestran las dos. No se promedian ni se prefiere una en silencio. Con `source=preferred` se obtiene, en cada zona, la primera fuente que tenga cifras, con su nombre. Un documento que repite la cifra de otro se marca como secundario.',
          ENVELOPE_RULE.es,
          DEPENDENCE_RULE.es,
        ],
      },
      {
        title: 'Qué se puede comparar',
        paragraphs: [
          'Cada respuesta dice si sus cifras son comparables, comparables con notas o no comparables, y por qué. El JSON contiene el mismo veredicto y los motivos en forma de códigos.',
        ],
        items: comparability('es'),
      },
      {
        title: 'Dos indicadores lado a lado',
        paragraphs: [
          ...pairing('es'),
          'La correlación de rangos de Spearman mide si dos indicadores ordenan los lugares de la misma manera. Se calcula a partir de cinco lugares y no dice nada de la causa.',
        ],
      },
      {
        title: 'Ediciones',
        paragraphs: [
          'Los datos se publican en ediciones numeradas. El número tiene tres partes: cambia la primera cuando algo desaparece, la segunda cuando algo se añade o su fuente lo revisa, la tercera cuando corregimos un error nuestro. Una URL que nombra una edición devuelve siempre las mismas cifras. Sus bytes solo cambian cuando cambia el formato del archivo; entonces sube la versión del formato, que forma parte del ETag, y el registro de cambios enumera las diferencias.',
        ],
      },
    ],
  },
};
