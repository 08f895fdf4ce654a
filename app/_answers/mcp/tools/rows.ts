/** The figures of an answer as an assistant reads them: each with its hedge in words. */
import { namesOf } from '#app/_charts/wording/series-name.ts';
import { seriesSentence } from '#app/_charts/wording/alt-text.ts';
import { comparisonFromJson, type ComparisonDocument } from '#app/_downloads/json.ts';
import { figureText } from '#stats/format/figure.ts';
import { gapReason } from '#stats/format/gap.ts';
import { unitShown } from '#stats/format/unit.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';

/** Rows and sentences of one answer; the others are in its files. */
const MOST_ROWS = 200;
const MOST_SENTENCES = 24;
/** A series with more figures is told by its first and its last. */
const MOST_TOLD = 2;

export interface FigureRow {
  readonly series: string;
  readonly area: string;
  readonly code: string;
  readonly period: string;
  /** With its hedge; the reason where there is no figure. */
  readonly figure: string;
  readonly qualifier: string | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly computed: string | null;
  readonly source: string;
  readonly locator: string | null;
  readonly notes: readonly string[];
}

export interface FiguresRead {
  readonly comparison: Comparison;
  readonly sentences: readonly string[];
  readonly rows: readonly FigureRow[];
  /** All rows of the answer, of which `rows` has the first. */
  readonly count: number;
  /** The row of a cell of the document, by its position. */
  readonly rowAt: (index: number) => FigureRow | null;
}

/** Reads the document of a data address. */
export function readFigures(document: ComparisonDocument): FiguresRead {
  const comparison = comparisonFromJson(document);
  const { language, indicator, cells } = comparison;
  const all = seriesOf(comparison);
  const names = namesOf(comparison, all, language);
  const unit = unitShown(comparison).label[language];
  const rowOf = (cell: Cell): FigureRow => ({
    series: names.whole({ key: cell, computed: cell.computed !== null }),
    area: names.part(cell, 'area') || cell.area,
    code: cell.area,
    period: names.period(cell),
    figure: cell.stated ? figureText(cell, indicator, language) : gapReason(cell, language),
    qualifier: cell.stated?.qualifier ?? null,
    value: cell.stated?.value ?? null,
    low: cell.stated?.low ?? null,
    high: cell.stated?.high ?? null,
    unit,
    computed: cell.computed,
    source: [names.citation(cell), names.credit(cell)].filter(Boolean).join(': '),
    locator: cell.locator,
    notes: cell.notes.map(({ text }) => text[language]),
  });
  const sentences = all
    .slice(0, MOST_SENTENCES)
    .map((series) => seriesSentence(comparison, series, names, MOST_TOLD, language));
  return {
    comparison,
    sentences,
    rows: cells.slice(0, MOST_ROWS).map(rowOf),
    count: cells.length,
    rowAt: (index) => {
      const cell = cells[index];
      return cell ? rowOf(cell) : null;
    },
  };
}
