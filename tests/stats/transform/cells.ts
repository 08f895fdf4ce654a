/** Cells for tests, containing only what a test is about. */
import type { Qualifier } from '#stats/uncertainty/hedge.ts';
import type { Stated } from '#stats/uncertainty/hedge.ts';
import type { Cell } from '#stats/model/observation.ts';
import { parsePeriod } from '#stats/time/period.ts';

/** A figure in short form: `5`, `about 5`, `more-than 5`, `4..5`, `5 (4..6)`, or a gap: `-` . */
function stated(text: string): Stated | null {
  if (text === '-') return null;
  const spans = /^(?:(about) )?(-?[\d.]+?)\.\.(-?[\d.]+)$/.exec(text);
  if (spans) {
    const qualifier = spans[1] ? 'about' : 'range';
    return { qualifier, value: null, low: Number(spans[2]), high: Number(spans[3]) };
  }
  const [, word = 'exact', number = ''] = /^(?:([a-z-]+) )?(-?[\d.]+)$/.exec(text) ?? [];
  const [qualifier, n] = [word as Qualifier, Number(number)];
  if (['more-than', 'at-least', 'just-over'].includes(word)) {
    return { qualifier, value: null, low: n, high: null };
  }
  if (['less-than', 'at-most', 'nearly'].includes(word))
    return { qualifier, value: null, low: null, high: n };
  return { qualifier, value: n, low: null, high: null };
}

/** A cell as its source published it. @example cell('2014', 'more-than 5', { area: 'MEX' }) */
export function cellFrom(period: string, text: string, rest: Partial<Cell> = {}): Cell {
  const parsed = parsePeriod(period);
  if (!parsed) throw new Error(`${period} is no period`);
  const figure = stated(text);
  const word = figure?.qualifier ?? 'exact';
  return {
    indicator: 'homicides',
    source: 'a',
    area: 'HND',
    counterpart: '_Z',
    breakdown: '_T',
    definition: 'main',
    basis: parsed.basis,
    period: parsed,
    periodStatus: 'stated',
    stated: figure,
    lowInclusive: figure?.low == null ? null : !['more-than', 'just-over'].includes(word),
    highInclusive: figure?.high == null ? null : !['less-than', 'nearly'].includes(word),
    intervalKind: figure && (figure.low !== null || figure.high !== null) ? 'stated' : 'none',
    numerator: null,
    denominator: null,
    gap: figure ? null : { code: 'not-published', missing: [] },
    coverage: null,
    computed: null,
    editions: ['a@2020-01-01'],
    attributedTo: null,
    locator: null,
    printed: null,
    notes: [],
    ...rest,
  };
}

/** A figure or gap of a cell, in short form. */
export function cellSummary(cellFrom: Pick<Cell, 'stated' | 'gap'>): string {
  const figure = cellFrom.stated;
  if (!figure) return [cellFrom.gap?.code ?? '', ...(cellFrom.gap?.missing ?? [])].join(' ');
  const word = figure.qualifier === 'exact' || figure.qualifier === 'range' ? '' : `${figure.qualifier} `;
  const { value, low, high } = figure;
  if (value !== null) return `${word}${value}${low === null && high === null ? '' : ` (${low}..${high})`}`;
  if (low !== null && high !== null) return `${word}${low}..${high}`;
  return `${word}${low !== null ? low : high}${figure.qualifier === 'about' ? (low !== null ? '..' : ' at most') : ''}`;
}
