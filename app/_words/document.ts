/** Texts of the archive for documents: a picture with what belongs beside it. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly source: string;
  readonly sources: string;
  readonly release: (version: string, date: string) => string;
  /** What each file is, by its name. */
  readonly files: Readonly<
    Record<
      | 'figure.png'
      | 'figure.svg'
      | 'figure.pdf'
      | 'caption.txt'
      | 'alt-text.txt'
      | 'citation.txt'
      | 'citation.bib'
      | 'link.txt'
      | 'figure.tex'
      | 'figure.md',
      string
    >
  >;
  readonly intro: (title: string) => string;
  readonly packages: string;
}

export const DOCUMENT_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    source: 'Source:',
    sources: 'Sources:',
    release: (version, date) => `Cotejo, release ${version} (${date}).`,
    files: {
      'figure.png': 'picture of 300 dots per inch, for Word, PowerPoint and Google Docs',
      'figure.svg': 'the same as lines and words, for web pages and for Word and PowerPoint since 2016',
      'figure.pdf': 'the same as a page with its fonts, for LaTeX and InDesign',
      'caption.txt': 'caption, with notes and sources',
      'alt-text.txt': 'text alternative for readers who do not see the picture',
      'citation.txt': 'citation as text (APA)',
      'citation.bib': 'citation for BibTeX',
      'link.txt': 'URL of the figures, in this release for good',
      'figure.tex': 'the lines for LaTeX',
      'figure.md': 'the lines for Markdown',
    },
    intro: (title) => `${title}\n\nWhat is in this archive:`,
    packages: 'Needs',
  },
  es: {
    source: 'Fuente:',
    sources: 'Fuentes:',
    release: (version, date) => `Cotejo, edición ${version} (${date}).`,
    files: {
      'figure.png': 'imagen de 300 puntos por pulgada, para Word, PowerPoint y Google Docs',
      'figure.svg': 'la misma como líneas y palabras, para páginas web y para Word y PowerPoint desde 2016',
      'figure.pdf': 'la misma como página con su letra, para LaTeX e InDesign',
      'caption.txt': 'pie de figura, con notas y fuentes',
      'alt-text.txt': 'texto alternativo para quien no ve la imagen',
      'citation.txt': 'cita como texto (APA)',
      'citation.bib': 'cita para BibTeX',
      'link.txt': 'URL de las cifras, en esta edición para siempre',
      'figure.tex': 'las líneas para LaTeX',
      'figure.md': 'las líneas para Markdown',
    },
    intro: (title) => `${title}\n\nQué hay en este archivo:`,
    packages: 'Necesita',
  },
};
