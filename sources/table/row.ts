/** One row of a source's own table: its codes, its period, its numbers with their hedge, its notes. */
import type { Indicator } from '#stats/model/catalogue.ts';
import { STORED_GAPS, type StoredGap } from '#stats/model/gap.ts';
import { ALL, INTERVAL_KINDS, type IntervalKind, NONE, type Observation } from '#stats/model/observation.ts';
import { parsePeriod, PERIOD_STATUSES, YEAR_BASES, type Period } from '#stats/time/period.ts';
import { breakdownProblem } from '../metadata/breakdown.ts';
import { parseOneOf, type Cells, type CellFault, type Say, type TableContext } from './cells.ts';
import { readFigure } from './figure.ts';
import { suggest } from '../validation/nearest.ts';

const FORMS =
  '2014, FY2014, 2014-10, 2018-10-19, 2014-10/2015-04, 2008-01-01/.., ../2015-10-15, annual@2015-11 or unstated@2018-10-20';

function readPeriod(cells: Cells, indicator: Indicator, say: Say): Period | null {
  const period = parsePeriod(cells.period);
  if (!period) {
    say('period', `is not a period; write it as ${FORMS}`);
    return null;
  }
  if (!indicator.bases.includes(period.basis)) {
    const bases = indicator.bases.join(', ');
    say(
      'period',
      `is of basis ${period.basis}, which ${indicator.id} has not (${bases}); add it to its bases or correct the period`,
    );
  }
  return period;
}

function checkCodes(cells: Cells, indicator: Indicator, context: TableContext, say: Say): void {
  const { areas, dimensions } = context.catalogue;
  const codes = areas.map((a) => a.code);
  for (const column of ['area', 'counterpart'] as const) {
    if (!codes.includes(cells[column])) {
      const hint = suggest(cells[column], codes, 'add it to catalogue/areas.yaml or correct the code');
      say(column, `is not a known area; ${hint}`);
    }
  }
  if (cells.area === NONE) say('area', 'is not a place; name the area that the figure is about');
  if (indicator.counterpartRole && cells.counterpart === NONE) {
    say('counterpart', `is empty, but ${indicator.id} has a second area; write its code, or ${ALL} for all`);
  }
  if (!indicator.counterpartRole && cells.counterpart !== NONE) {
    say('counterpart', `is a second area, but ${indicator.id} has none; write ${NONE}`);
  }
  const breakdown = breakdownProblem(cells.breakdown, dimensions);
  if (breakdown) say('breakdown', breakdown);
  const definitions = indicator.definitions.map((d) => d.code);
  if (!definitions.includes(cells.definition)) {
    const hint = suggest(cells.definition, definitions, `expected one of ${definitions.join(', ')}`);
    say('definition', `is not a definition of ${indicator.id}; ${hint}`);
  }
  if (!indicator.sources.includes(context.source)) {
    say('indicator', `does not list ${context.source} among its sources; add it to the indicator's file`);
  }
}

/** An interval kind stands beside an interval, and nowhere else. */
function checkIntervalKind(cells: Cells, intervalKind: IntervalKind, say: Say): void {
  const hasEnds = cells.low !== '' || cells.high !== '';
  if (hasEnds === (intervalKind === 'none')) {
    say(
      'interval_kind',
      hasEnds ? 'stands beside low or high; say what the interval is' : 'has no low or high; write none',
    );
  }
}

/** The locator and the note: each where it is needed, and the note in both languages. */
function checkWords(cells: Cells, say: Say): void {
  if (cells.gap === '' && cells.locator === '')
    say('locator', 'is empty; give the location of the figure in the source');
  if ((cells.note === '') !== (cells.note_es === '')) {
    const missing = cells.note === '' ? 'note' : 'note_es';
    say(missing, `is empty; write the note in ${missing === 'note' ? 'English' : 'Spanish'} too`);
  }
  if (cells.note_mandatory !== '' && cells.note_mandatory !== 'yes')
    say('note_mandatory', 'must be yes or empty');
  if (cells.note_mandatory === 'yes' && cells.note === '')
    say('note_mandatory', 'has no note; write one or leave it empty');
}

/** Reads a row. The observation is null where a fault leaves nothing to read on with. */
export function readRow(
  cells: Cells,
  context: TableContext,
): { observation: Observation | null; faults: readonly CellFault[] } {
  const faults: CellFault[] = [];
  const say: Say = (column, problem) => void faults.push({ column, problem });
  const indicator = context.catalogue.indicators.find((i) => i.id === cells.indicator);
  if (!indicator) {
    const ids = context.catalogue.indicators.map((i) => i.id);
    say(
      'indicator',
      `is not a known indicator; ${suggest(cells.indicator, ids, 'add its file to catalogue/indicators')}`,
    );
    return { observation: null, faults };
  }
  checkCodes(cells, indicator, context, say);
  const period = readPeriod(cells, indicator, say);
  const periodStatus = parseOneOf(cells, 'period_status', PERIOD_STATUSES, say);
  const ofBasis = cells.of_basis === '' ? null : parseOneOf(cells, 'of_basis', YEAR_BASES, say);
  if (cells.of_basis !== '' && period && period.basis !== 'interval') {
    say('of_basis', 'applies only to intervals; leave it empty');
  }
  const gap: StoredGap | null = cells.gap === '' ? null : parseOneOf(cells, 'gap', STORED_GAPS, say);
  const figure = readFigure(cells, indicator, say);
  const intervalKind = parseOneOf(cells, 'interval_kind', INTERVAL_KINDS, say);
  if (intervalKind) checkIntervalKind(cells, intervalKind, say);
  checkWords(cells, say);
  if (!period || !periodStatus || !intervalKind || faults.length > 0) return { observation: null, faults };
  const observation: Observation = {
    indicator: indicator.id,
    source: context.source,
    area: cells.area,
    counterpart: cells.counterpart,
    breakdown: cells.breakdown,
    definition: cells.definition,
    basis: period.basis,
    period,
    periodStatus,
    ofBasis,
    edition: context.edition,
    stated: figure?.stated ?? null,
    intervalKind,
    numerator: figure?.numerator ?? null,
    denominator: figure?.denominator ?? null,
    gap,
    attributedTo: cells.attributed_to || null,
    locator: cells.locator || null,
    printed: cells.printed || null,
    note:
      cells.note === ''
        ? null
        : { text: { en: cells.note, es: cells.note_es }, mandatory: cells.note_mandatory === 'yes' },
  };
  return { observation, faults };
}
