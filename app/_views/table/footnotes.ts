/**
 * The footnote marks of an answer, ‖1, ‖2 and so on: first its sources in order of appearance, then the notes
 * of its figures. The same text always has the same mark.
 */
import type { Source } from '#stats/model/catalogue.ts';
import type { Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';

export interface MarkedSource {
  readonly mark: number;
  readonly source: Source;
}

export interface MarkedNote {
  readonly mark: number;
  readonly text: string;
}

export interface Footnotes {
  readonly sources: readonly MarkedSource[];
  readonly notes: readonly MarkedNote[];
  /** Marks of the sources of a cell; several for a computed cell. */
  readonly ofSources: (cell: Pick<Cell, 'source' | 'editions'>) => readonly number[];
  readonly ofNotes: (cell: Pick<Cell, 'notes'>) => readonly number[];
}

/** The sources of a cell: its own, and those of the editions that went into it. */
function sourceIds(comparison: Comparison, cell: Pick<Cell, 'source' | 'editions'>): string[] {
  const editions = cell.editions.map(
    (id) => comparison.editions.find((edition) => edition.id === id)?.source,
  );
  return [...new Set([cell.source, ...editions])].filter(
    (id): id is string => id !== undefined && comparison.sources.some((source) => source.id === id),
  );
}

/** Numbers the sources and notes of an answer. */
export function footnotesOf(comparison: Comparison): Footnotes {
  const { language } = comparison;
  const ids = [...new Set(comparison.cells.flatMap((cell) => sourceIds(comparison, cell)))];
  const sources = ids.flatMap((id, i) => {
    const source = comparison.sources.find((candidate) => candidate.id === id);
    return source ? [{ mark: i + 1, source }] : [];
  });
  const texts = new Set(comparison.cells.flatMap((cell) => cell.notes.map((note) => note.text[language])));
  const notes = [...texts].map((text, i) => ({ mark: ids.length + i + 1, text }));
  const byText = new Map(notes.map((note) => [note.text, note.mark]));
  return {
    sources,
    notes,
    ofSources: (cell) => sourceIds(comparison, cell).map((id) => ids.indexOf(id) + 1),
    ofNotes: (cell) => cell.notes.flatMap((note) => byText.get(note.text[language]) ?? []),
  };
}
