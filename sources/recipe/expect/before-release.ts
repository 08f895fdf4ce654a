/**
 * The entries that a catalogue lacks before a release can include a source: indicators, areas, dimensions,
 * bases. Reading a file does not need them; a release does, because names in both languages are part of its
 * pinned bytes.
 */
import { dimensionCodeText, parseDimensionKey } from '#stats/model/dimension-key.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import type { Observation } from '#stats/model/observation.ts';

const AXES = ['breakdown', 'area', 'counterpart', 'indicator', 'definition', 'basis'] as const;

/** An entry that is missing from the catalogue. */
export interface Need {
  readonly kind: 'indicator' | 'source' | 'basis' | 'definition' | 'counterpart' | 'area' | 'breakdown';
  /** The indicator, for sources, bases, definitions and counterparts; otherwise empty. */
  readonly of: string;
  readonly code: string;
}

/** The advice to the user. */
const TOLD: Readonly<Record<Need['kind'], (of: string, home: string) => string>> = {
  indicator: (_, home) => `give a file in ${home}/catalogue/indicators to`,
  source: (of) => `under sources of ${of}.yaml, list`,
  basis: (of) => `under bases of ${of}.yaml, list`,
  definition: (of) => `under definitions of ${of}.yaml, describe`,
  counterpart: () => 'say counterpartRole in',
  area: (_, home) => `in ${home}/catalogue/areas.yaml, name`,
  breakdown: (_, home) => `in ${home}/catalogue/dimensions.yaml, name`,
};

/** A line for each thing to do; `home` is the folder of the catalogue. */
export function formatNeeds(needs: readonly Need[], home = 'sources'): string[] {
  const byWhat = new Map<string, string[]>();
  for (const { kind, of, code } of needs) {
    const what = TOLD[kind](of, home);
    byWhat.set(what, [...(byWhat.get(what) ?? []), code]);
  }
  return [...byWhat].map(([what, codes]) => {
    const shown = codes.slice(0, 12).join(', ');
    return `${what} ${shown}${codes.length > 12 ? ` and ${codes.length - 12} more` : ''}`;
  });
}

export class BeforeRelease {
  private last: Observation | null = null;
  private readonly missing = new Map<string, Need>();

  constructor(private readonly catalogue: Catalogue) {}

  private note(kind: Need['kind'], of: string, code: string): void {
    const key = `${kind} ${of} ${code}`;
    if (!this.missing.has(key)) this.missing.set(key, { kind, of, code });
  }

  see(o: Observation): void {
    // Rows of a series come together, so the result for the last row also holds for the next.
    const { last } = this;
    if (last && AXES.every((axis) => last[axis] === o[axis])) return;
    this.last = o;
    const { areas, dimensions, indicators } = this.catalogue;
    const indicator = indicators.find((i) => i.id === o.indicator);
    if (!indicator) this.note('indicator', '', o.indicator);
    if (!indicator?.sources.includes(o.source)) this.note('source', o.indicator, o.source);
    if (!indicator?.bases.includes(o.basis)) this.note('basis', o.indicator, o.basis);
    const defined = indicator?.definitions.map((d) => d.code) ?? ['main'];
    if (!defined.includes(o.definition)) this.note('definition', o.indicator, o.definition);
    if (indicator?.counterpartRole === undefined && o.counterpart !== '_Z') {
      this.note('counterpart', o.indicator, `${o.indicator}.yaml`);
    }
    for (const code of [o.area, o.counterpart]) {
      if (!areas.some((a) => a.code === code)) this.note('area', '', code);
    }
    for (const part of parseDimensionKey(o.breakdown)) {
      const dimension = dimensions.find(({ id }) => id === part.dimension);
      if (!dimension?.codes.some(({ code }) => code === part.code))
        this.note('breakdown', '', dimensionCodeText(part));
    }
  }

  /** Everything that is missing, in the order in which it was found. */
  get needs(): readonly Need[] {
    return [...this.missing.values()];
  }

  /** A line for each thing to do; empty if a release can be made. */
  lines(): string[] {
    const unknown = new Set(this.needs.flatMap((need) => (need.kind === 'indicator' ? need.code : [])));
    // The user who writes the file of an unknown indicator also writes the rest into it.
    return formatNeeds(this.needs.filter((need) => !unknown.has(need.of)));
  }
}
