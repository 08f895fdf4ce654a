/**
 * The 66 figures of the five founding documents. `founding-figures.csv` is the list that was made from the
 * documents, in the words of its makers and without their notes. Every figure must be in the sources, and
 * complete.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readCatalogue, sourceFolders } from '#sources/metadata/catalogue.ts';
import { readTable, type TableRow } from '#sources/table/table.ts';
import type { Basis, PeriodStatus } from '#stats/time/period.ts';

type Fact = Readonly<Record<string, string>>;
const read = (path: string): Fact[] => parse<Fact>(readFileSync(path, 'utf8'), { columns: true });

const facts = read(join(import.meta.dirname, 'founding-figures.csv'));
const catalogue = readCatalogue('sources');
const figures = new Map<string, TableRow['observation']>();
for (const dir of sourceFolders('sources')) {
  const source = catalogue.sources.find((s) => join('sources', s.id) === dir);
  const edition = catalogue.editions.find((e) => e.source === source?.id);
  if (!source || !edition) throw new Error(`no card for ${dir}`);
  for (const row of readTable(join(dir, 'observations.csv'), {
    catalogue,
    source: source.id,
    edition: edition.id,
  })) {
    if (row.figure !== null) figures.set(row.figure, row.observation);
  }
}

const BASIS: Readonly<Record<string, Basis>> = {
  calendar_year: 'calendar-year',
  us_fiscal_year: 'us-fiscal-year',
  partial_fiscal_year: 'interval',
  two_years: 'interval',
  day: 'day',
  cumulative_to: 'cumulative',
  since: 'since',
  year: 'annual-level',
  not_stated: 'unstated',
};

/** The list's word for a breakdown, and ours. */
const BREAKDOWN: Readonly<Record<string, string>> = {
  applied: 'stage=applied',
  interviewed: 'stage=interviewed',
  approved: 'stage=approved',
  'fully-operating': 'stage=fully-operating',
  'partially-adopted': 'stage=partially-adopted',
  'alliance-for-prosperity': 'programme=alliance-for-prosperity',
  'merida-initiative': 'programme=merida-initiative',
  'bus-driver': 'occupation=bus-driver',
  'factory-worker': 'occupation=factory-worker',
  'first-caravan': 'caravan=first',
  'second-and-third-caravans': 'caravan=second-and-third',
  'all-caravans': 'caravan=all',
  deployed: 'status=deployed',
  planned: 'status=planned',
  'national-guard': 'status=national-guard',
  poverty: 'poverty=poverty',
  'extreme-poverty': 'poverty=extreme-poverty',
  'from-mapastepec': 'from=mapastepec',
  'from-palenque': 'from=palenque',
  'mexico-city-to-queretaro': 'leg=mexico-city-to-queretaro',
  'before-rides': 'travel=before-rides',
  'with-rides': 'travel=with-rides',
  entered: '_T',
  'stayed-in-southern-mexico': 'course=stayed',
  'went-on': 'course=went-on',
};
const SOUTH_WEST = /^(uac|family-unit)-apprehensions|^border-deaths$/;

function breakdownOf(fact: Fact): string | undefined {
  if (SOUTH_WEST.test(fact.indicator ?? '')) return 'border=southwest';
  if (fact.indicator === 'asylum-grant-share') return 'authority=courts';
  return fact.breakdown ? BREAKDOWN[fact.breakdown] : '_T';
}

const number = (text: string | undefined, measure: string | undefined): number | null =>
  !text ? null : measure === 'share' ? Number(text) / 100 : Number(text);

describe('the founding figures', () => {
  it('are 66, and all are in the sources', () => {
    expect(facts).toHaveLength(66);
    expect([...figures.keys()].sort()).toEqual(facts.map((f) => f.figure));
  });

  it.each(facts.map((fact) => [fact.figure, fact] as const))(
    '%s keeps number, hedge, period and place',
    (id, fact) => {
      const o = figures.get(id ?? '');
      if (!o?.stated) throw new Error(`${id} has no figure`);
      expect(o.indicator).toBe(fact.indicator);
      expect(catalogue.indicators.find((i) => i.id === o.indicator)?.measure).toBe(fact.measure);
      expect(o.source).toBe(fact.document);
      expect(o.locator).toBe(`paragraph ${fact.paragraph}`);
      expect(o.area).toBe(fact.area);
      if (fact.counterpart === '') expect(['_T', '_Z']).toContain(o.counterpart);
      else
        expect(o.counterpart).toBe(
          fact.counterpart === 'central-america' ? 'central-america-7' : fact.counterpart,
        );
      expect(o.breakdown).toBe(breakdownOf(fact));
      expect(o.attributedTo).toBe(fact.attributed_to?.startsWith('not stated') ? null : fact.attributed_to);

      expect(o.stated.qualifier).toBe(fact.qualifier?.replace('_', '-'));
      expect([o.numerator, o.denominator]).toEqual([
        number(fact.numerator, ''),
        number(fact.denominator, ''),
      ]);
      const ratio = o.numerator !== null && o.denominator !== null ? o.numerator / o.denominator : null;
      for (const end of ['value', 'low', 'high'] as const) {
        const expected = number(fact[end], fact.measure) ?? (end === 'value' ? ratio : null);
        if (expected === null) expect(o.stated[end]).toBeNull();
        else expect(o.stated[end]).toBeCloseTo(expected, 9);
      }

      expect(o.basis).toBe(BASIS[fact.period_basis ?? '']);
      expect(o.ofBasis).toBe(fact.period_basis === 'partial_fiscal_year' ? 'us-fiscal-year' : null);
      const undated = o.basis === 'annual-level' || o.basis === 'unstated';
      const published = catalogue.sources.find((s) => s.id === o.source)?.published ?? '';
      if (undated) expect(o.period.start?.slice(0, published.length)).toBe(published);
      else expect([o.period.start ?? '', o.period.end ?? '']).toEqual([fact.period_start, fact.period_end]);
    },
  );

  it('assume a year where the document prints none, and say so in a note that cannot be left out', () => {
    for (const id of ['F07', 'F08', 'F09', 'F10', 'F11']) {
      const o = figures.get(id);
      expect(o?.periodStatus).toBe<PeriodStatus>('assumed');
      expect(o?.note?.mandatory).toBe(true);
      expect(o?.note?.text.en).toContain('2014 is assumed');
    }
  });

  it('hold in each basis that its indicator lists, and in no other', () => {
    const used = new Map<string, Set<string>>();
    for (const o of figures.values())
      used.set(o.indicator, (used.get(o.indicator) ?? new Set()).add(o.basis));
    for (const [id, bases] of used) {
      if (id === 'asylum-grant-share') continue;
      const indicator = catalogue.indicators.find((i) => i.id === id);
      // If a publisher's own series is listed next to the document, it may have its own bases.
      const isAlone = indicator?.sources.every(
        (source) => catalogue.sources.find((candidate) => candidate.id === source)?.kind === 'secondary',
      );
      const listed = (indicator?.bases ?? []).filter((basis) => isAlone || bases.has(basis));
      expect([...bases].sort()).toEqual([...listed].sort());
    }
  });

  const folder = process.env.FOUNDING_FACTS;
  const reason = folder ? '' : ' (needs FOUNDING_FACTS, a folder with the original figures.csv)';
  it.skipIf(!folder)(`are typed here as in the original list${reason}`, () => {
    const original = read(join(folder ?? '', 'figures.csv')).map(({ note: _note, ...fact }) => fact);
    expect(facts).toEqual(original);
  });
});
