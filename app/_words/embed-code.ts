/** Texts of the page that offers the code of an embed. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly choices: string;
  readonly follow: string;
  readonly pinned: (version: string) => string;
  readonly latest: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  readonly show: string;
  readonly shows: Readonly<Record<'chart' | 'table' | 'notes' | 'table~notes', string>>;
  readonly width: string;
  readonly full: string;
  readonly apply: string;
  readonly code: string;
  readonly copy: string;
  readonly copied: string;
  readonly listener: string;
  readonly listenerHelp: string;
  readonly preview: string;
  /** Of a frame that is much higher than others. */
  readonly tall: (pixels: string) => string;
  readonly asLines: (pixels: string) => string;
}

export const EMBED_CODE_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Embed this chart',
    lead: 'Paste the code into a report. Where frames are not allowed, it leaves a picture with its text and its address.',
    choices: 'What the embed is like',
    follow: 'Release',
    pinned: (version) => `always ${version}`,
    latest: 'always the newest',
    language: 'Language',
    theme: 'Colours',
    themes: { auto: 'as the reader has set', light: 'light', dark: 'dark' },
    show: 'Shown',
    shows: {
      chart: 'chart',
      table: 'chart and numbers',
      notes: 'chart and notes',
      'table~notes': 'chart, numbers and notes',
    },
    width: 'Width',
    full: 'as wide as the column',
    apply: 'Show',
    code: 'Code',
    copy: 'Copy',
    copied: 'Copied',
    listener: 'With a script',
    listenerHelp:
      'If the site may run a script, add these two lines once per page: the frame then grows when a reader opens the numbers.',
    preview: 'The embed as it will be',
    tall: (pixels) => `This chart needs a frame of ${pixels} pixels; most need about 450.`,
    asLines: (pixels) => `As lines it needs ${pixels}`,
  },
  es: {
    title: 'Insertar este gráfico',
    lead: 'Pegue el código en un informe. Donde no se admiten marcos, queda una imagen con su texto y su dirección.',
    choices: 'Cómo será el gráfico insertado',
    follow: 'Edición',
    pinned: (version) => `siempre la ${version}`,
    latest: 'siempre la más reciente',
    language: 'Idioma',
    theme: 'Colores',
    themes: { auto: 'los que prefiera el lector', light: 'claros', dark: 'oscuros' },
    show: 'Contenido',
    shows: {
      chart: 'gráfico',
      table: 'gráfico y cifras',
      notes: 'gráfico y notas',
      'table~notes': 'gráfico, cifras y notas',
    },
    width: 'Ancho',
    full: 'el de la columna',
    apply: 'Mostrar',
    code: 'Código',
    copy: 'Copiar',
    copied: 'Copiado',
    listener: 'Con un script',
    listenerHelp:
      'Si el sitio puede ejecutar un script, añada estas dos líneas una vez por página: el marco crece cuando el lector abre las cifras.',
    preview: 'El gráfico tal como quedará',
    tall: (pixels) => `Este gráfico necesita un marco de ${pixels} píxeles; a la mayoría le bastan unos 450.`,
    asLines: (pixels) => `Como líneas necesita ${pixels}`,
  },
};
