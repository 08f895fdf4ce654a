/** The evidence of one computed figure as a document, and what went in as rows. */
import type { CellEvidence } from '#stats/evidence/evidence.ts';
import type { Cell } from '#stats/model/observation.ts';
import { cellId, formatObservationId, isObservation } from '#stats/model/observation-id.ts';
import { formatQuery } from '#stats/query/query.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { figureSentence } from '../sentence/sentence.ts';
import type { EvidenceRow } from './rows.ts';

const figureFields = (cell: Cell): EvidenceRow => ({
  qualifier: cell.stated?.qualifier ?? null,
  value: cell.stated?.value ?? null,
  low: cell.stated?.low ?? null,
  high: cell.stated?.high ?? null,
  interval_kind: cell.intervalKind,
  numerator: cell.numerator,
  denominator: cell.denominator,
});

const subjectFields = (cell: Cell): EvidenceRow => ({
  indicator: cell.indicator,
  source: cell.source,
  area: cell.area,
  counterpart: cell.counterpart,
  breakdown: cell.breakdown,
  definition: cell.definition,
  period: formatPeriod(cell.period),
});

/** The permanent id of a published figure; a computed one has none. */
const permanentId = (cell: Cell): string | null => (isObservation(cell) ? formatObservationId(cell) : null);

/** One row for each figure that went in, with its weight. */
export const cellEvidenceRows = ({ inputs }: CellEvidence): readonly EvidenceRow[] =>
  inputs.map(({ role, cell, weight }) => ({
    role,
    id: permanentId(cell),
    ...subjectFields(cell),
    ...figureFields(cell),
    weight: weight?.stated?.value ?? null,
    weight_id: weight ? permanentId(weight) : null,
    locator: cell.locator,
  }));

export function cellEvidenceDocument(evidence: CellEvidence): object {
  const { comparison, cell, inputsAnswer, inputsQuery, inputs, count, again } = evidence;
  const { indicator, query, release, language } = comparison;
  return {
    format: 'cotejo-evidence',
    version: 1,
    release: release.version,
    cell: cellId(cell),
    question: formatQuery(query, indicator),
    title: indicator.title[language],
    sentence: figureSentence(cell, comparison),
    rule: { computed: cell.computed, transform: query.transform },
    ...subjectFields(cell),
    ...figureFields(cell),
    coverage: cell.coverage,
    notes: cell.notes.map(({ text }) => text[language]),
    computed_again: again && { agrees: again.agrees, ...again.stated },
    inputs_question: formatQuery(inputsQuery, inputsAnswer.indicator),
    inputs_count: count,
    inputs: inputs.length === 0 ? [] : cellEvidenceRows(evidence),
  };
}
