/** The method in words: how figures are kept, combined and compared. */
import { PAIR_RULES } from '#stats/pairing/pairs.ts';
import { REASON_CODES, REASONS } from '#stats/comparability/reasons.ts';
import { DEPENDENCE_RULE } from '#stats/sources/dependence.ts';
import { ENVELOPE_RULE } from '#stats/sources/range.ts';
import type { Language } from '#stats/language.ts';
import { MEMBER_RULES } from '#stats/query/membership.ts';
import { MONTH_RULES } from '#stats/aggregate/months.ts';
import { TRANSFORMS } from '#stats/transform/index.ts';
import { WEIGHT_RULE } from '#stats/query/weight.ts';
import type { Prose } from './prose.ts';

/** Each transform with its rule and an example, as the code that does it says them. */
const transforms = (language: Language): readonly string[] =>
  Object.values(TRANSFORMS).map(
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
    lead: 'How figures are kept, added up and set side by side, and when they are not.',
    sections: [
      {
        title: 'A figure keeps its hedge',
        paragraphs: [
          'A source that prints “more than 20,000” has not said 20,000. The figure is kept as an interval that is open above, and its word is printed before the number on every page, in every chart and file.',
        ],
        items: [
          'about 4: a value whose width the source does not claim',
          'more than, at least, just over: open above',
          'less than, at most: open below, down to zero where nothing less is possible',
          'nearly 10,000: just below; how far below is not known',
          '4,000 to 5,000: both ends, and no middle',
        ],
      },
      {
        title: 'Sums',
        paragraphs: [
          'Lower ends are added to lower ends and upper to upper. If one part is “more than”, so is the sum; if one is “about”, the sum is about. A sum has a single value only where every part has one. The word of the sum follows from the result by one table.',
          'Origins or parts that `by=` leaves out are taken together: the published total is given, and the sum of the declared parts beside it. Where there is neither, the question is refused.',
        ],
      },
      {
        title: 'Counts',
        paragraphs: [
          'Counts are added over areas, origins, declared parts and disjoint periods of one kind. An area and a city inside it are never added. What was not declared additive, such as a price or a distance, is not added.',
        ],
      },
      {
        title: 'Rates',
        paragraphs: [
          'The rate of a group is weighted by population: the sum of rate times population, divided by the population of the same areas. A plain mean of rates is never formed. The population that was used is named in the margin.',
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
          'The share of a group is a ratio of sums, never a mean of percentages. What a share is divided by is part of its definition: shares of petitions, of cases decided on the merits and of all cases closed never stand on one line. Where only a percentage is published, no group value is given.',
        ],
      },
      {
        title: 'Months and years',
        paragraphs: months('en'),
      },
      {
        title: 'Gaps',
        paragraphs: [
          'An empty cell says why it is empty: not published, suppressed, a member missing, no population to weight by, only a percentage published, not to be added, areas that overlap. A missing member is never taken as zero, and a line is never drawn across a gap.',
        ],
      },
      {
        title: 'Coverage',
        paragraphs: [
          'A group value says how many of its members went into it and what share of the population they hold. All members are needed unless the address lowers the threshold with `coverage=`, of members (`0.8`) or of their people (`0.98:population`), and then page, picture and embed say so. Members that have together less than 0.1% of the population may be missing all the same; they are named. A member whose population is not on file goes into no mean and counts as missing; the share of the population is then a bound, and says so. A chart says of every figure that we computed by which rule, and of how many members, parts or months.',
        ],
      },
      {
        title: 'Periods',
        paragraphs: [
          'A calendar year, a US fiscal year (October to September, named for the year in which it ends), a month, a day and a total up to a date are different things and are not put on one line unasked. A year that a source does not print but its context suggests is marked with a question mark: `2014?`.',
        ],
      },
      {
        title: 'What is made of figures',
        paragraphs: [
          'With `transform=`, or the list “Show as”, figures are shown as something else. Only what makes sense for an indicator is offered; anything else is refused, and it is said why. A hedge goes through every step: the true result always lies inside what is shown. Such a figure is our arithmetic and says so.',
        ],
        items: transforms('en'),
      },
      {
        title: 'Sources side by side',
        paragraphs: [
          'Where two sources speak of the same thing, both are shown. They are not averaged, and one is not silently preferred; whoever asks for `source=preferred` gets for each area the first source that has figures, named. A document that repeats the figure of another is marked secondary.',
          ENVELOPE_RULE.en,
          DEPENDENCE_RULE.en,
        ],
      },
      {
        title: 'What may be compared',
        paragraphs: [
          'Every answer carries a verdict on its own figures: comparable, comparable with notes, or not comparable, with the reasons. Programs find the same in the JSON, as codes.',
        ],
        items: comparability('en'),
      },
      {
        title: 'Two indicators side by side',
        paragraphs: [
          ...pairing('en'),
          'Whether two indicators go together is told by their rank correlation (Spearman): whether the order of places is the same in both. It is given from five places on, and says nothing of cause.',
        ],
      },
      {
        title: 'Releases',
        paragraphs: [
          'Data are published in numbered releases. The number has three parts: the first changes when something goes, the second when something is added or revised by its source, the third when we correct a mistake of our own. An address that names a release gives the same figures for as long as the site stands. Its bytes change only with the format of the files: then the format version rises, which the ETag carries, and the changelog says what changed.',
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
          'Los extremos inferiores se suman entre sí, y los superiores también. Si una parte es «más de», lo es la suma; si una es «unos», también. La suma tiene un valor único solo cuando lo tienen todas sus partes. La palabra se deduce del resultado con una sola tabla.',
          'Los orígenes o las partes que `by=` omite se toman en conjunto: se da el total publicado y, al lado, la suma de las partes declaradas. Donde no hay ni lo uno ni lo otro, la pregunta se rechaza.',
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
          'La tasa de un grupo se pondera por población: la suma de tasa por población, dividida entre la población de esas mismas zonas. Nunca se hace la media simple de las tasas. El margen nombra la población utilizada.',
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
          'La proporción de un grupo es un cociente de sumas, nunca una media de porcentajes. Aquello entre lo que se divide forma parte de la definición: las proporciones sobre solicitudes, sobre casos resueltos en cuanto al fondo y sobre casos cerrados no comparten línea. Si solo se publica el porcentaje, no hay valor de grupo.',
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
          'El valor de un grupo dice cuántos de sus miembros entraron en él y qué parte de la población reúnen. Se exigen todos, salvo que la dirección rebaje el umbral con `coverage=`, de los miembros (`0.8`) o de su población (`0.98:population`); entonces lo dicen la página, la imagen y el gráfico insertado. Aun así pueden faltar miembros que en conjunto tengan menos del 0,1% de la población; se nombran. Un miembro cuya población no consta no entra en ninguna media y cuenta como ausente; la proporción de la población es entonces una cota, y se dice. Un gráfico dice de cada cifra que calculamos con qué regla, y de cuántos miembros, partes o meses.',
        ],
      },
      {
        title: 'Periodos',
        paragraphs: [
          'Un año calendario, un año fiscal de EE. UU. (de octubre a septiembre, con el nombre del año en que termina), un mes, un día y un total hasta una fecha son cosas distintas y no comparten línea si nadie lo pide. Un año que la fuente no imprime pero el contexto sugiere lleva un signo de interrogación: `2014?`.',
        ],
      },
      {
        title: 'Lo que se hace con las cifras',
        paragraphs: [
          'Con `transform=`, o con la lista «Mostrar como», las cifras se muestran de otra forma. Solo se ofrece lo que tiene sentido para cada indicador; lo demás se rechaza, y se dice por qué. El matiz pasa por todos los pasos: el resultado verdadero está siempre dentro de lo que se muestra. Una cifra así es cálculo nuestro, y lo dice.',
        ],
        items: transforms('es'),
      },
      {
        title: 'Fuentes lado a lado',
        paragraphs: [
          'Cuando dos fuentes hablan de lo mismo, se muestran las dos. No se promedian ni se prefiere una en silencio; quien pide `source=preferred` recibe en cada zona la primera fuente que tenga cifras, con su nombre. Un documento que repite la cifra de otro se marca como secundario.',
          ENVELOPE_RULE.es,
          DEPENDENCE_RULE.es,
        ],
      },
      {
        title: 'Qué se puede comparar',
        paragraphs: [
          'Cada respuesta lleva un veredicto sobre sus propias cifras: comparable, comparable con notas o no comparable, con los motivos. Los programas lo encuentran en el JSON, en códigos.',
        ],
        items: comparability('es'),
      },
      {
        title: 'Dos indicadores lado a lado',
        paragraphs: [
          ...pairing('es'),
          'Si dos indicadores van juntos lo dice su correlación de rangos (Spearman): si el orden de los lugares es el mismo en ambos. Se da a partir de cinco lugares y no dice nada de la causa.',
        ],
      },
      {
        title: 'Ediciones',
        paragraphs: [
          'Los datos se publican en ediciones numeradas. El número tiene tres partes: cambia la primera cuando algo desaparece, la segunda cuando algo se añade o su fuente lo revisa, la tercera cuando corregimos un error nuestro. Una dirección que nombra una edición da las mismas cifras mientras exista el sitio. Sus bytes solo cambian con el formato de los archivos: entonces sube la versión del formato, que va en el ETag, y el registro de cambios dice qué cambió.',
        ],
      },
    ],
  },
};
