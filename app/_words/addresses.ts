/** The addresses of data and embeds, in words. */
import type { Language } from '#stats/language.ts';
import type { Prose } from './prose.ts';

export const ADDRESSES: Record<Language, Prose> = {
  en: {
    title: 'Data and addresses',
    lead: 'One question, many endings. The page, the file, the picture and the embed of a question differ only in their address.',
    sections: [
      {
        title: 'Endings',
        paragraphs: [
          'An address that names a release never changes what it gives. `latest` in the place of the number leads on to the newest release.',
        ],
        items: [
          '`/indicators/homicide-rate?country=HND~SLV`: the page; `release=1.0.0` pins it',
          '`/data/1.0.0/homicide-rate.csv?country=HND~SLV`: a table, one row per figure; a long one is sent while it is made',
          '`/data/1.0.0/homicide-rate.json?country=HND~SLV`: the same rows, with sources and names',
          '`/data/1.0.0/homicide-rate.svg?country=HND~SLV`: the chart as a picture',
          '`/embed/1.0.0/homicide-rate?country=HND~SLV`: a page for an `iframe`, without scripts',
          '`/data/1.0.0/compare.csv?indicators=homicide-rate~population&time=2014`: two indicators, one row a pair; `.json`, `.svg` and the page `/compare` too',
          '`/data/releases.json`, `/data/1.0.0/indicators.json`: what there is to ask for',
        ],
      },
      {
        title: 'Parameters',
        paragraphs: [
          'Values are joined by `~`. A parameter stands once. What is not understood is refused with a list of what is; nothing is ignored.',
        ],
        items: [
          '`country=HND~SLV`: countries (ISO 3166-1 alpha-3) and cities (UN/LOCODE), in the order you want them',
          '`group=northern-triangle`: groups, as published and as computed from their members',
          '`origin=`: nationality or country of origin, where an indicator has one',
          '`breakdown=`: the parts of a figure, for example `stage=applied`',
          '`definition=`: ways of counting; for shares, what is divided by',
          '`source=`: one or more sources; without it all, each on its own; `source=preferred`: for each area the first that has figures',
          '`time=2000..2014`, `time=FY2014`, `time=latest`: periods; `time=2014-10/2015-04` is one period, those seven months together',
          '`basis=us-fiscal-year`: kinds of period',
          '`by=area~source`: the axes kept apart; the others are combined',
          '`coverage=0.8`: least share of members that a group value needs',
          '`members=today`: groups have the members of the day of the release in every period; without it those of the first day of each period (`members=of-the-day`)',
          '`weight=world-bank-population`: for rates, the source of the population that weighs a group; without it the one that the indicator names',
          '`indicators=a~b`: two indicators or more at `/compare`; what only one of them is asked carries its number, `breakdown.2=border=southwest`, and `place.2=origin` lays people by their origin beside the places of the other',
          '`transform=`: what is made of the figures: `per-capita`, `per-capita:origin`, `index:2010`, `change`, `change-percent`, `share-of-total`, `rolling-mean:3`, `rank`; the page Method has the rules',
          '`transform=rank:time`: each period among those that are asked for',
          '`transform=ratio:area=MEX`: each figure divided by another, which is the same but for what is named: `area`, `time`, `origin`, `breakdown`, `definition`, `source` or `indicator`, several joined by `~` (`ratio:area=MEX~time=2012`); `share-of:origin=_T`: the part of a whole that contains it, by `area`, `origin` or `breakdown`',
          '`lang=es`: Spanish, on data and embeds; pages in Spanish stand under `/es`',
          '`tab=table`: on pages, the face that is shown',
          'From Our World in Data: `country=HND+SLV`, `year=2014`, `stackMode=relative` (the share of the total), `facet=none`, `yScale=linear`; the canonical address has our names',
        ],
      },
      {
        title: 'Embedding',
        paragraphs: [
          'Every indicator page gives the code to paste. The embed is plain HTML with the chart, the source line and the release; it needs no script and works in print.',
        ],
      },
    ],
  },
  es: {
    title: 'Datos y direcciones',
    lead: 'Una consulta, muchas terminaciones. La página, el archivo, la imagen y la inserción de una consulta se distinguen solo por su dirección.',
    sections: [
      {
        title: 'Terminaciones',
        paragraphs: [
          'Una dirección que nombra una edición da siempre lo mismo. `latest` en lugar del número lleva a la edición más reciente.',
        ],
        items: [
          '`/es/indicators/homicide-rate?country=HND~SLV`: la página; `release=1.0.0` la fija',
          '`/data/1.0.0/homicide-rate.csv?country=HND~SLV`: una tabla, una fila por cifra; si es larga, se envía mientras se hace',
          '`/data/1.0.0/homicide-rate.json?country=HND~SLV`: las mismas filas, con fuentes y nombres',
          '`/data/1.0.0/homicide-rate.svg?country=HND~SLV`: el gráfico como imagen',
          '`/embed/1.0.0/homicide-rate?country=HND~SLV`: una página para un `iframe`, sin scripts',
          '`/data/1.0.0/compare.csv?indicators=homicide-rate~population&time=2014`: dos indicadores, una fila por par; también `.json`, `.svg` y la página `/compare`',
          '`/data/releases.json`, `/data/1.0.0/indicators.json`: lo que se puede pedir',
        ],
      },
      {
        title: 'Parámetros',
        paragraphs: [
          'Los valores se unen con `~`. Cada parámetro aparece una sola vez. Lo que no se entiende se rechaza con la lista de lo que sí; nada se pasa por alto.',
        ],
        items: [
          '`country=HND~SLV`: países (ISO 3166-1 alfa-3) y ciudades (UN/LOCODE), en el orden deseado',
          '`group=northern-triangle`: grupos, tal como se publican y calculados a partir de sus miembros',
          '`origin=`: nacionalidad o país de origen, si el indicador los tiene',
          '`breakdown=`: las partes de una cifra, por ejemplo `stage=applied`',
          '`definition=`: formas de contar; en las proporciones, entre qué se divide',
          '`source=`: una o varias fuentes; sin él, todas, cada una por su lado; `source=preferred`: en cada zona, la primera que tenga cifras',
          '`time=2000..2014`, `time=FY2014`, `time=latest`: periodos; `time=2014-10/2015-04` es un solo periodo, esos siete meses juntos',
          '`basis=us-fiscal-year`: tipos de periodo',
          '`by=area~source`: los ejes que se mantienen separados; los demás se combinan',
          '`coverage=0.8`: proporción mínima de miembros que exige un valor de grupo',
          '`members=today`: los grupos tienen en todos los periodos los miembros del día de la edición; sin él, los del primer día de cada periodo (`members=of-the-day`)',
          '`weight=world-bank-population`: en las tasas, la fuente de la población que pondera un grupo; sin él, la que nombra el indicador',
          '`indicators=a~b`: dos indicadores o más en `/compare`; lo que se pide a uno solo lleva su número, `breakdown.2=border=southwest`, y `place.2=origin` coteja a las personas por su origen con los lugares del otro',
          '`transform=`: lo que se hace con las cifras: `per-capita`, `per-capita:origin`, `index:2010`, `change`, `change-percent`, `share-of-total`, `rolling-mean:3`, `rank`; las reglas están en la página Método',
          '`transform=rank:time`: cada periodo entre los que se piden',
          '`transform=ratio:area=MEX`: cada cifra dividida entre otra, igual a ella salvo en lo que se nombra: `area`, `time`, `origin`, `breakdown`, `definition`, `source` o `indicator`, varios unidos por `~` (`ratio:area=MEX~time=2012`); `share-of:origin=_T`: la parte de un total que la contiene, por `area`, `origin` o `breakdown`',
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
