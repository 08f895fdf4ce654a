/**
 * A picture for a report as a ZIP: in pixels, as SVG and as a page of PDF, with its caption, text alternative,
 * citation and pinned link, and the lines that put it into LaTeX and Markdown.
 */
import { DOCUMENT_WORDS } from '#app/_words/document.ts';
import type { Language } from '#stats/language.ts';
import type { Release } from '#stats/model/catalogue.ts';
import { withStop } from '#stats/text.ts';
import { formatApa } from '../citation/apa.ts';
import { formatBibtex } from '../citation/bibtex.ts';
import type { Citation } from '../citation/cited-work.ts';
import { linkTo, plainText } from '../markdown/text.ts';
import { zipBytes, type ZipEntry } from '../zip/zip-stream.ts';

export interface DocumentFigure {
  readonly language: Language;
  readonly release: Pick<Release, 'version' | 'date'>;
  readonly title: string;
  readonly subtitle: string;
  /** Everything that must stand with the figures, a sentence each. */
  readonly notes: readonly string[];
  readonly sources: readonly string[];
  readonly alternative: string;
  /** The pinned page. */
  readonly link: string;
  readonly citation: Citation;
  readonly png: Uint8Array;
  readonly svg: string;
  readonly pdf: Uint8Array;
}

/** The caption without the link. */
function captionOf({ title, subtitle, notes, sources, release, language }: DocumentFigure): string {
  const words = DOCUMENT_WORDS[language];
  const credit = sources.length === 1 ? words.source : words.sources;
  return [
    withStop(title),
    withStop(subtitle),
    ...notes.map(withStop),
    ...(sources.length > 0 ? [withStop(`${credit} ${sources.join('; ')}`)] : []),
    words.release(release.version, release.date),
  ].join(' ');
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '‖': '\\ensuremath{\\|}',
  '≈': '\\ensuremath{\\approx}',
  '−': '\\ensuremath{-}',
  '\u202f': '\\,',
  '\u00a0': '~',
};

/** A text for LaTeX with UTF-8, as it stands. @example latexText('5% of A&B') === '5\\% of A\\&B' */
export const latexText = (text: string): string =>
  text.replace(/[\\{}$&#%_^~‖≈−\u202f\u00a0]/g, (sign) => LATEX[sign] ?? sign);

/** An address within `\url`. */
const latexUrl = (address: string): string => `\\url{${address.replace(/[%#]/g, '\\$&')}}`;

function latexLines(figure: DocumentFigure): string {
  const { alternative, link, language, citation } = figure;
  return `% ${DOCUMENT_WORDS[language].packages} \\usepackage{graphicx} \\usepackage{url}
\\begin{figure}
  \\centering
  \\includegraphics[width=\\linewidth, alt={${latexText(alternative)}}]{figure.pdf}
  \\caption{${latexText(captionOf(figure))} \\protect${latexUrl(link)} \\cite{${citation.work.key}}}
  \\label{fig:${citation.work.key}}
\\end{figure}
`;
}

const markdownLines = (figure: DocumentFigure): string =>
  `![${plainText(figure.alternative)}](figure.png)\n\n${plainText(captionOf(figure))} ${linkTo(figure.link, figure.link)}\n`;

/** The archive. */
export function formatDocument(figure: DocumentFigure): Promise<Buffer> {
  const { language, release, alternative, link, citation, title } = figure;
  const words = DOCUMENT_WORDS[language];
  const contents: Readonly<Record<keyof typeof words.files, string | Uint8Array>> = {
    'figure.png': figure.png,
    'figure.svg': figure.svg,
    'figure.pdf': figure.pdf,
    'caption.txt': `${captionOf(figure)} ${link}\n`,
    'alt-text.txt': `${alternative}\n`,
    'citation.txt': formatApa(citation),
    'citation.bib': formatBibtex(citation),
    'link.txt': `${link}\n`,
    'figure.tex': latexLines(figure),
    'figure.md': markdownLines(figure),
  };
  const list = Object.entries(words.files).map(([name, meaning]) => `- ${name}: ${meaning}`);
  const readme = `${words.intro(title)}\n\n${list.join('\n')}\n`;
  const entries: ZipEntry[] = [
    { name: 'README.txt', pieces: [readme] },
    ...Object.entries(contents).map(([name, content]) => ({ name, pieces: [content] })),
  ];
  return zipBytes(entries, release.date);
}
