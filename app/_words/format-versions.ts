/**
 * How the answers of older URLs changed with the format version, for the page Releases. The figures of
 * published releases never change; these are corrections to how an answer is computed from them.
 */
import type { Language } from '#stats/language.ts';

interface FormatVersions {
  readonly title: string;
  readonly lead: string;
  readonly versions: readonly { readonly title: string; readonly changes: readonly string[] }[];
}

const en: FormatVersions = {
  title: 'How answers are made',
  lead: 'The figures of a release never change. Sometimes we correct how an answer is made from them; that applies to all releases at once, and the format version increases. Each answer then says what is listed here differently.',
  versions: [
    {
      title: 'Format version 5, November 2026',
      changes: [
        'A comparison of two indicators without a pair has no verdict in JSON and Markdown, as on the page. Before, it could be called comparable, although nothing was compared.',
        'A note of the whole group names no member, even where one member has the same note.',
        'Members whose population comes from another source are named in the order of the group.',
        'With the latest or the earliest period of each series, a rank or a share is among the figures shown, and no others.',
        'In the data package of several indicators, each table has a record set of its own in the Croissant metadata. Before, all had one id.',
      ],
    },
    {
      title: 'Drawing version 3, November 2026',
      changes: [
        'Only images and embeds change. The data are as before, to the byte.',
        'An embed is about 450 pixels high and has a drawing for each width of its frame, from a phone to a wide column. Before, it had two, and its height depended on the question.',
        'In an embed, numbers, notes with sources, and the pinned address are folded; one line names the sources. On paper, notes, sources and address stand below the chart.',
        'Rows in an embed are lower and do not repeat their sources, which are in the fold with the numbers. Of more than twelve rows, those with a colour and the highest are drawn, and the embed says so.',
        'A drawing of some series has a title and a text alternative of its own, never those of all.',
        'Where an interval has no room beside its number at the end of a line, it is drawn and not written.',
      ],
    },
    {
      title: 'Drawing version 2, November 2026',
      changes: [
        'Only images, embeds and the title of the Markdown text change. The data are as before, to the byte.',
        'Months are drawn as lines. Up to 24 months of one series are bars.',
        'A title does not leave out the peak between the first and the last figure.',
        'Without a chosen source, the preferred source is drawn, in a band from the lowest to the highest figure of all. Before, every source had its own line.',
        'Among more than twelve lines, those with a colour and the three highest are labelled. The others are grey, and their names stand below the axis.',
        'An open end (“at least”, “more than”) is a tick of one height. Before, it was an arrow of up to 96 pixels. A series of minimums is a dashed line.',
        'Figures of different definitions never share an axis, and bars that Cotejo added up are paler than published ones.',
        'Several groups, breakdowns or sources in one chart have different colours.',
      ],
    },
    {
      title: 'Format version 4, November 2026',
      changes: [
        'Every area, origin, breakdown, definition and source that a question names has a row: a figure, or a gap with its reason and the last period available. Before, those without figures were left out.',
        'The latest period (time=latest) is that of each series. For one period that all series have, there is time=latest-common.',
        'A sum has no single value if cells that its source rounded to zero may add more than a quarter to it. It is an interval instead, such as “at most 60”.',
        'A sum of rounded figures shows its interval wherever that is wider than its last digit.',
        'A member of a group without a known population counts as missing. Before, the whole group had no rate. The coverage can be asked for as a share of the population.',
        'A change or an index of a group compares the same members, or there is none. A rolling mean over other members has a note.',
        'A doubt about a figure is a note beside it, and no longer prevents changes and indices. A declared change of definition still does.',
        'Whether a conclusion depends on the source is checked with all available sources, not only with those shown. Nothing is called comparable with fewer than two figures.',
        'US fiscal years before 1977 run from July to June.',
        'A rank with nothing to compare is a gap. Before, it was “1st of 1”.',
        'A figure other than zero never prints as 0. Shares and rates of fewer than 20 cases are in no title if there are others, and carry a note. So do rates of fewer than 100,000 people.',
        'A note on one member of a group names that member. Notes that differ only in a number are one sentence.',
        'A complete CSV (csvType=full) has all bases and definitions.',
        'CSV and JSON have new columns at the end of each row: the last period available, who compiled the source, and whether the coverage is a bound.',
      ],
    },
  ],
};

const es: FormatVersions = {
  title: 'Cómo se elaboran las respuestas',
  lead: 'Las cifras de una edición no cambian nunca. A veces corregimos cómo se elabora una respuesta a partir de ellas; la corrección vale para todas las ediciones a la vez y sube la versión del formato. Desde entonces, las respuestas difieren en lo que aquí se enumera.',
  versions: [
    {
      title: 'Versión 5 del formato, noviembre de 2026',
      changes: [
        'Una comparación de dos indicadores sin ningún par no lleva veredicto en JSON ni en Markdown, como tampoco en la página. Antes podía llamarse comparable, aunque no se comparaba nada.',
        'Una nota de todo el grupo no nombra a ningún miembro, aunque uno de ellos tenga la misma nota.',
        'Los miembros cuya población procede de otra fuente se nombran en el orden del grupo.',
        'Si se muestra el último o el primer periodo de cada serie, un rango o una proporción se calcula solo entre las cifras mostradas.',
        'En el paquete de datos de varios indicadores, cada tabla tiene su propio conjunto de registros en los metadatos de Croissant. Antes todas tenían un mismo identificador.',
      ],
    },
    {
      title: 'Versión 3 de los dibujos, noviembre de 2026',
      changes: [
        'Solo cambian las imágenes y los gráficos insertados. Los datos son los mismos, byte por byte.',
        'Un gráfico insertado mide unos 450 píxeles de alto y tiene un dibujo para cada ancho del marco, desde el teléfono hasta la columna ancha. Antes tenía dos, y su altura dependía de la consulta.',
        'En un gráfico insertado se pliegan las cifras, las notas con las fuentes y la dirección fija; una línea nombra las fuentes. En papel, notas, fuentes y dirección figuran debajo del gráfico.',
        'Las filas de un gráfico insertado son más bajas y no repiten sus fuentes, que están con las cifras. Si hay más de doce filas, se dibujan las que tienen color y las más altas, y el gráfico lo dice.',
        'Un dibujo de algunas series tiene título y texto alternativo propios, nunca los de todas.',
        'Si al final de una línea no cabe el intervalo junto a su cifra, se dibuja y no se escribe.',
      ],
    },
    {
      title: 'Versión 2 de los dibujos, noviembre de 2026',
      changes: [
        'Solo cambian las imágenes, los gráficos insertados y el título del texto en Markdown. Los datos son los mismos, byte por byte.',
        'Los meses se dibujan como líneas. Hasta 24 meses de una sola serie son barras.',
        'El título no omite el máximo entre la primera y la última cifra.',
        'Si no se elige fuente, se dibuja la preferida, dentro de una franja que va de la menor a la mayor cifra de todas. Antes cada fuente tenía su línea.',
        'Si hay más de doce líneas, llevan nombre las que tienen color y las tres más altas. Las demás son grises y sus nombres figuran bajo el eje.',
        'Un extremo abierto («al menos», «más de») es una marca de altura fija. Antes era una flecha de hasta 96 píxeles. Una serie de mínimos es una línea discontinua.',
        'Las cifras de definiciones distintas nunca comparten eje, y las barras que Cotejo sumó son más claras que las publicadas.',
        'Varios grupos, desgloses o fuentes de un mismo gráfico tienen colores distintos.',
      ],
    },
    {
      title: 'Versión 4 del formato, noviembre de 2026',
      changes: [
        'Cada zona, origen, desglose, definición y fuente que nombra una consulta tiene una fila: una cifra, o un hueco con su motivo y el último periodo disponible. Antes se omitía lo que no tenía cifras.',
        'El último periodo (time=latest) es el de cada serie. Para un mismo periodo que tengan todas existe time=latest-common.',
        'Una suma no tiene valor único si las celdas que su fuente redondeó a cero pueden añadirle más de la cuarta parte. Es entonces un intervalo, como «60 como máximo».',
        'Una suma de cifras redondeadas muestra su intervalo cuando este es más ancho que su último dígito.',
        'Un miembro de un grupo cuya población no se conoce cuenta como ausente. Antes dejaba sin tasa a todo el grupo. La cobertura puede pedirse como proporción de la población.',
        'La variación y el índice de un grupo comparan a los mismos miembros o no se dan. Una media móvil con otros miembros lleva una nota.',
        'Una duda sobre una cifra es una nota a su lado y ya no impide variaciones ni índices. Un cambio de definición declarado sí los impide.',
        'Si una conclusión depende de la fuente se comprueba con todas las fuentes disponibles, no solo con las que se muestran. Con menos de dos cifras nada se llama comparable.',
        'Los años fiscales de EE. UU. anteriores a 1977 van de julio a junio.',
        'Una posición sin nada con que compararse es un hueco. Antes era «1.º de 1».',
        'Una cifra distinta de cero nunca se escribe 0. Las proporciones y tasas de menos de 20 casos no encabezan ningún título si hay otras y llevan una nota. También la llevan las tasas de menos de 100 000 personas.',
        'La nota sobre un miembro de un grupo nombra a ese miembro. Las notas que solo difieren en un número son una sola frase.',
        'Un CSV completo (csvType=full) tiene todas las bases y definiciones.',
        'CSV y JSON tienen columnas nuevas al final de cada fila: el último periodo disponible, quién compiló la fuente y si la cobertura es una cota.',
      ],
    },
  ],
};

const WORDS: Readonly<Record<Language, FormatVersions>> = { en, es };

/** The texts in a language. */
export const formatVersionsIn = (language: Language): FormatVersions => WORDS[language];
