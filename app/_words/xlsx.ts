/** Names of the sheets of a workbook, and the heads of their columns. */
import type { Language } from '#stats/language.ts';

interface Words {
  readonly sheets: Readonly<
    Record<'data' | 'parts' | 'codebook' | 'sources' | 'notes' | 'licence' | 'citation', string>
  >;
  readonly codebook: readonly [column: string, code: string, type: string, english: string, spanish: string];
  readonly sources: readonly string[];
  readonly notes: readonly [subject: string, text: string];
  readonly licence: readonly [source: string, licence: string, url: string, redistribute: string];
  readonly citation: readonly [style: string, text: string];
  readonly definition: string;
  readonly verdict: string;
  readonly release: string;
  readonly note: string;
}

export const XLSX_WORDS: Readonly<Record<Language, Words>> = {
  en: {
    sheets: {
      data: 'Data',
      parts: 'Parts',
      codebook: 'Codebook',
      sources: 'Sources',
      notes: 'Notes',
      licence: 'Licence',
      citation: 'Citation',
    },
    codebook: ['Column', 'Code', 'Type', 'English', 'Spanish'],
    sources: [
      'Source',
      'Title',
      'Author',
      'Publisher',
      'Published',
      'URL',
      'Kind',
      'Note',
      'Editions',
      'SHA-256',
    ],
    notes: ['About', 'Note'],
    licence: ['Source', 'Licence', 'URL', 'May be redistributed'],
    citation: ['Style', 'Citation'],
    definition: 'Definition',
    verdict: 'Comparability',
    release: 'Release',
    note: 'Note of a figure',
  },
  es: {
    sheets: {
      data: 'Datos',
      parts: 'Partes',
      codebook: 'Diccionario',
      sources: 'Fuentes',
      notes: 'Notas',
      licence: 'Licencia',
      citation: 'Cita',
    },
    codebook: ['Columna', 'Código', 'Tipo', 'Inglés', 'Español'],
    sources: [
      'Fuente',
      'Título',
      'Autoría',
      'Editor',
      'Publicado',
      'URL',
      'Tipo',
      'Nota',
      'Versiones',
      'SHA-256',
    ],
    notes: ['Sobre', 'Nota'],
    licence: ['Fuente', 'Licencia', 'URL', 'Se puede redistribuir'],
    citation: ['Estilo', 'Cita'],
    definition: 'Definición',
    verdict: 'Comparabilidad',
    release: 'Edición',
    note: 'Nota de una cifra',
  },
};
