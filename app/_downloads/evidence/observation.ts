/** The evidence of one published figure as a document, and its states as rows. */
import type { DatedState, ObservationEvidence } from '#stats/evidence/evidence.ts';
import { formatObservationId } from '#stats/model/observation-id.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { encodeValue } from '#stats/query-string.ts';
import { figureSentence } from '../sentence/sentence.ts';
import type { EvidenceRow } from './rows.ts';

const stateFields = (state: DatedState): EvidenceRow => ({
  since_release: state.since,
  until_release: state.until,
  qualifier: state.stated?.qualifier ?? null,
  value: state.stated?.value ?? null,
  low: state.stated?.low ?? null,
  high: state.stated?.high ?? null,
  interval_kind: state.intervalKind,
  numerator: state.numerator,
  denominator: state.denominator,
  gap: state.gap,
  period_start: state.period.start,
  period_end: state.period.end,
  period_status: state.periodStatus,
  edition: state.edition,
  vintage: state.file?.vintage ?? null,
  sha256: state.file?.sha256 ?? null,
  attributed_to: state.attributedTo,
  locator: state.locator,
  printed: state.printed,
});

const keyFields = ({ key }: ObservationEvidence): EvidenceRow => ({
  id: formatObservationId(key),
  indicator: key.indicator,
  source: key.source,
  area: key.area,
  counterpart: key.counterpart,
  breakdown: key.breakdown,
  definition: key.definition,
  basis: key.basis,
  period: formatPeriod(key.period),
});

/** One row for each state, the oldest first. */
export const observationRows = (evidence: ObservationEvidence): readonly EvidenceRow[] =>
  evidence.states.map((state) => ({ ...keyFields(evidence), ...stateFields(state) }));

/** Everything that the page of a figure says. */
export function observationDocument(evidence: ObservationEvidence, origin: string): object {
  const { key, states, source, release, comparison, current } = evidence;
  const { language, indicator, cells } = comparison;
  const id = formatObservationId(key);
  const period = formatPeriod(key.period);
  const samePeriod = cells.filter((cell) => formatPeriod(cell.period) === period && cell.stated !== null);
  const own = samePeriod.find((cell) => cell.computed === null && cell.source === key.source);
  return {
    format: 'cotejo-observation',
    version: 1,
    ...keyFields(evidence),
    page: `${origin}${language === 'es' ? '/es' : ''}/observations/${encodeValue(id)}?release=${release.version}`,
    release: release.version,
    title: indicator.title[language],
    unit: indicator.unit.label[language],
    sentence: own ? figureSentence(own, comparison) : null,
    note: current.note?.text[language] ?? null,
    published_by: {
      title: source.title[language],
      kind: source.kind,
      publisher: source.publisher,
      producer: source.producer ?? null,
      compiler: source.compiler ?? null,
      url: source.url ?? null,
      licence: source.licence,
    },
    states: states.map(stateFields),
    other_sources: samePeriod
      .filter((cell) => cell !== own)
      .map((cell) => ({
        source: cell.source,
        computed: cell.computed,
        qualifier: cell.stated?.qualifier ?? null,
        value: cell.stated?.value ?? null,
        low: cell.stated?.low ?? null,
        high: cell.stated?.high ?? null,
        id: cell.computed === null ? formatObservationId(cell) : null,
      })),
  };
}
