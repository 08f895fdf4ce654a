/** The page that documents the URLs of data and embeds. */
import type { Language } from '#stats/language.ts';
import type { Prose } from './prose.ts';

export const ADDRESSES: Record<Language, Prose> = {
  en: {
    title: 'Data and URLs',
    lead: 'One query, several formats. The page, the data file, the image and the embed share one URL; only the path and the extension change.',
    sections: [
      {
        title: 'Formats',
        paragraphs: [
          'A URL that names a release always returns the same figures. `latest` instead of the number redirects to the newest release.',
        ],
        items: [
          '`/indicators/homicide-rate?country=HND~SLV`: the page; `release=1.0.0` pins it',
          '`/data/1.0.0/homicide-rate.csv?country=HND~SLV`: a table, one row per figure; long tables are streamed',
          '`/data/1.0.0/homicide-rate.csv?excel=yes&lang=es`: a CSV that Excel opens with a double click, here with `;` and decimal comma; months are written `2014-M10`, so that they stay text',
          '`/data/1.0.0/homicide-rate.json?country=HND~SLV`: the same rows with sources and names',
          '`/data/1.0.0/homicide-rate.svg?country=HND~SLV`: the chart as an image',
          '`/data/1.0.0/homicide-rate.md?country=HND~SLV`: the answer as text (Markdown), for people and assistants; `/llms.txt` introduces the site to an assistant',
          '`/data/1.0.0/homicide-rate.xlsx?country=HND~SLV`: an Excel workbook with data, codebook, sources, notes, licences and citation; up to 100,000 rows',
          "`/data/1.0.0/homicide-rate.parquet?csvType=full`: Parquet; in DuckDB: `select Code, period, value, low, high, qualifier from 'https://…/data/1.0.0/homicide-rate.parquet?csvType=full'`",
          '`/data/1.0.0/homicide-rate.sdmx.csv`: SDMX-CSV 2.1; fiscal years and other spans are time ranges (`2013-10-01/P1Y`)',
          '`/data/1.0.0/homicide-rate.zip`: a data package to deposit, with codebook, citation, licences and hashes; up to 100,000 rows',
          '`/data/codebook.json`: what every column and code means, in both languages',
          '`/data/1.0.0/homicide-rate.columns.json`: the rows as compact JSON; `.jsonstat.json`: a JSON-stat 2.0 cube. In R: `rjstat::fromJSONstat("https://…/data/1.0.0/homicide-rate.jsonstat.json")`',
          '`/data/1.0.0/homicide-rate.bib`: how to cite the answer, with its sources; also `.ris`, `.csl.json`, `.cff` and `.apa.txt`; `/data/1.0.0/citation.bib` for a whole release',
          '`/embed/1.0.0/homicide-rate?country=HND~SLV`: a page for an `iframe`, without scripts',
          '`/data/1.0.0/compare.csv?indicators=homicide-rate~population&time=2014`: two indicators, one row per pair; also as `.json`, `.svg` and the page `/compare`',
          '`/data/releases.json`, `/data/1.0.0/indicators.json`: what is available',
        ],
      },
      {
        title: 'Parameters',
        paragraphs: [
          'Join several values with `~`. Use each parameter once. Unknown parameters and values are refused with a list of the accepted ones; nothing is ignored.',
        ],
        items: [
          '`country=HND~SLV`: countries (ISO 3166-1 alpha-3) and cities (UN/LOCODE), in the order you want them',
          '`group=northern-triangle`: groups, as published and as computed from their members',
          '`origin=`: nationality or country of origin, if the indicator has one',
          '`breakdown=`: the parts of a figure, for example `stage=applied`',
          '`definition=`: the counting rule; for shares, the denominator',
          '`source=`: one or more sources; without it, all of them separately; `source=preferred`: for each area, the first source that has figures',
          '`time=2000..2014`, `time=FY2014`, `time=latest`: periods; `time=2014-10/2015-04` is a single period of seven months',
          '`basis=us-fiscal-year`: kinds of period',
          '`by=area~source`: the dimensions to keep separate; the others are combined',
          '`coverage=0.8`: the minimum share of members that a group needs; `coverage=0.98:population`: of their population',
          '`members=today`: use the group’s members on the day of the release for every period; the default (`members=of-the-day`) uses the members on the first day of each period',
          '`weight=world-bank-population`: for rates, the population used to weight a group; the indicator names the default',
          '`indicators=a~b`: two or more indicators at `/compare`; a parameter for only one of them carries its number (`breakdown.2=border=southwest`), and `place.2=origin` matches people by origin with the places of the other indicator',
          '`transform=`: converts the figures: `per-capita`, `per-capita:origin`, `index:2010`, `change`, `change-percent`, `share-of-total`, `rolling-mean:3`, `rank`; see the page Method for the rules',
          '`transform=rank:time`: the rank of each period within its own series',
          '`transform=ratio:area=MEX`: each figure divided by another one, equal to it except for what is named: `area`, `time`, `origin`, `breakdown`, `definition`, `source` or `indicator`; join several with `~` (`ratio:area=MEX~time=2012`)',
          '`transform=share-of:origin=_T`: each figure as a part of a published whole that contains it, by `area`, `origin` or `breakdown`',
          '`lang=es`: Spanish, for data and embeds; Spanish pages start with `/es`',
          '`tab=table`: on pages, the view that is shown',
          'From Our World in Data: `country=HND+SLV`, `year=2014`, `stackMode=relative` (the share of the total), `facet=none`, `yScale=linear`; the canonical URL uses our names',
        ],
      },
      {
        title: 'Embedding',
        paragraphs: [
          'Every indicator page offers the code to paste. The embed is plain HTML with the chart, the source line and the release. It needs no script and prints well.',
        ],
      },
    ],
  },
  es: {
    title: 'Datos y URL',
    lead: 'Una consulta, varios formatos. La página, el archivo de datos, la imagen y la inserción comparten una URL; solo cambian la ruta y la extensión.',
    sections: [
      {
        title: 'Formatos',
        paragraphs: [
          'Una URL que nombra una edición devuelve siempre las mismas cifras. Con `latest` en lugar del número se llega a la edición más reciente.',
        ],
        items: [
          '`/es/indicators/homicide-rate?country=HND~SLV`: la página; `release=1.0.0` la fija',
          '`/data/1.0.0/homicide-rate.csv?country=HND~SLV`: una tabla, una fila por cifra; las largas se envían por partes',
          '`/data/1.0.0/homicide-rate.csv?excel=yes&lang=es`: un CSV que Excel abre con doble clic, con `;` y coma decimal; los meses se escriben `2014-M10`, para que sigan siendo texto',
          '`/data/1.0.0/homicide-rate.json?country=HND~SLV`: las mismas filas, con fuentes y nombres',
          '`/data/1.0.0/homicide-rate.svg?country=HND~SLV`: el gráfico como imagen',
          '`/data/1.0.0/homicide-rate.md?country=HND~SLV&lang=es`: la respuesta como texto (Markdown), para personas y asistentes; `/llms.txt?lang=es` presenta el sitio a un asistente',
          '`/data/1.0.0/homicide-rate.xlsx?country=HND~SLV&lang=es`: un libro de Excel con datos, diccionario, fuentes, notas, licencias y cita; hasta 100 000 filas',
          "`/data/1.0.0/homicide-rate.parquet?csvType=full`: Parquet; en DuckDB: `select Code, period, value, low, high, qualifier from 'https://…/data/1.0.0/homicide-rate.parquet?csvType=full'`",
          '`/data/1.0.0/homicide-rate.sdmx.csv`: SDMX-CSV 2.1; los años fiscales y otros periodos son intervalos (`2013-10-01/P1Y`)',
          '`/data/1.0.0/homicide-rate.zip?lang=es`: un paquete de datos para depositar, con diccionario, cita, licencias y huellas; hasta 100 000 filas',
          '`/data/codebook.json`: qué significa cada columna y cada código, en los dos idiomas',
          '`/data/1.0.0/homicide-rate.columns.json`: las filas como JSON compacto; `.jsonstat.json`: un cubo JSON-stat 2.0. En R: `rjstat::fromJSONstat("https://…/data/1.0.0/homicide-rate.jsonstat.json")`',
          '`/data/1.0.0/homicide-rate.bib?lang=es`: cómo citar la respuesta, con sus fuentes; también `.ris`, `.csl.json`, `.cff` y `.apa.txt`; `/data/1.0.0/citation.bib` para una edición entera',
          '`/embed/1.0.0/homicide-rate?country=HND~SLV`: una página para un `iframe`, sin scripts',
          '`/data/1.0.0/compare.csv?indicators=homicide-rate~population&time=2014`: dos indicadores, una fila por par; también `.json`, `.svg` y la página `/compare`',
          '`/data/releases.json`, `/data/1.0.0/indicators.json`: lo que se puede pedir',
        ],
      },
      {
        title: 'Parámetros',
        paragraphs: [
          'Varios valores se unen con `~`. Cada parámetro aparece una sola vez. Los parámetros y valores desconocidos se rechazan con la lista de los admitidos; no se pasa nada por alto.',
        ],
        items: [
          '`country=HND~SLV`: países (ISO 3166-1 alfa-3) y ciudades (UN/LOCODE), en el orden deseado',
          '`group=northern-triangle`: grupos, tal como se publican y calculados a partir de sus miembros',
          '`origin=`: nacionalidad o país de origen, si el indicador los tiene',
          '`breakdown=`: las partes de una cifra, por ejemplo `stage=applied`',
          '`definition=`: la regla de recuento; en las proporciones, el denominador',
          '`source=`: una o varias fuentes; sin él, todas, cada una por su lado; `source=preferred`: en cada zona, la primera que tenga cifras',
          '`time=2000..2014`, `time=FY2014`, `time=latest`: periodos; `time=2014-10/2015-04` es un solo periodo, esos siete meses juntos',
          '`basis=us-fiscal-year`: tipos de periodo',
          '`by=area~source`: las dimensiones que se mantienen separadas; las demás se combinan',
          '`coverage=0.8`: proporción mínima de miembros que exige un valor de grupo; `coverage=0.98:population`: de su población',
          '`members=today`: los grupos tienen en todos los periodos los miembros del día de la edición; sin él, los del primer día de cada periodo (`members=of-the-day`)',
          '`weight=world-bank-population`: en las tasas, la fuente de la población que pondera un grupo; sin él, la que nombra el indicador',
          '`indicators=a~b`: dos indicadores o más en `/compare`; lo que se pide a uno solo lleva su número, `breakdown.2=border=southwest`, y `place.2=origin` coteja a las personas por su origen con los lugares del otro',
          '`transform=`: convierte las cifras: `per-capita`, `per-capita:origin`, `index:2010`, `change`, `change-percent`, `share-of-total`, `rolling-mean:3`, `rank`; las reglas están en la página Método',
          '`transform=rank:time`: la posición de cada periodo dentro de su propia serie',
          '`transform=ratio:area=MEX`: cada cifra dividida entre otra, igual a ella salvo en lo que se nombra: `area`, `time`, `origin`, `breakdown`, `definition`, `source` o `indicator`, varios unidos por `~` (`ratio:area=MEX~time=2012`)',
          '`transform=share-of:origin=_T`: cada cifra como parte de un total publicado que la contiene, por `area`, `origin` o `breakdown`',
          '`lang=es`: español, en datos e inserciones; las páginas en español están bajo `/es`',
          '`tab=table`: en las páginas, la vista que se muestra',
          'De Our World in Data: `country=HND+SLV`, `year=2014`, `stackMode=relative` (la parte del total), `facet=none`, `yScale=linear`; la dirección canónica lleva nuestros nombres',
        ],
      },
      {
        title: 'Insertar',
        paragraphs: [
          'Cada página de indicador da el código que hay que pegar. La inserción es HTML sencillo con el gráfico, la línea de fuentes y la edición; no necesita scripts y se imprime.',
        ],
      },
    ],
  },
};
