/**
 * What a catalogue lacks before a release can hold a source: indicators, areas, dimensions, bases. Loading
 * does not need them; a release does, because names in both languages reach its pinned bytes.
 */
import type { Catalogue } from '#stats/catalogue.ts';
import type { Observation } from '#stats/observation.ts';

const AXES = ['breakdown', 'area', 'counterpart', 'indicator', 'definition', 'basis'] as const;

export class BeforeRelease {
  private last: Observation | null = null;
  private readonly missing = new Map<string, Set<string>>();

  constructor(private readonly catalogue: Catalogue) {}

  private note(what: string, code: string): void {
    this.missing.set(what, (this.missing.get(what) ?? new Set()).add(code));
  }

  see(o: Observation): void {
    // Rows of one series come together: what was looked at for the last one holds for the next.
    const { last } = this;
    if (last && AXES.every((axis) => last[axis] === o[axis])) return;
    this.last = o;
    const { areas, dimensions, indicators } = this.catalogue;
    const indicator = indicators.find((i) => i.id === o.indicator);
    if (!indicator) this.note('give a file in sources/catalogue/indicators to', o.indicator);
    else {
      const file = `${o.indicator}.yaml`;
      if (!indicator.sources.includes(o.source)) this.note(`under sources of ${file}, list`, o.source);
      if (!indicator.bases.includes(o.basis)) this.note(`under bases of ${file}, list`, o.basis);
      if (!indicator.definitions.some((d) => d.code === o.definition)) {
        this.note(`under definitions of ${file}, describe`, o.definition);
      }
      if (indicator.counterpartRole === undefined && o.counterpart !== '_Z') {
        this.note('say counterpartRole in', file);
      }
    }
    for (const code of [o.area, o.counterpart]) {
      if (!areas.some((a) => a.code === code)) this.note('in sources/catalogue/areas.yaml, name', code);
    }
    if (o.breakdown === '_T') return;
    for (const pair of o.breakdown.split(';')) {
      const [id, code] = pair.split('=');
      const dimension = dimensions.find((d) => d.id === id);
      if (!dimension?.codes.some((c) => c.code === code)) {
        this.note('in sources/catalogue/dimensions.yaml, name', pair);
      }
    }
  }

  /** One line for each thing to do; empty where a release can be made. */
  lines(): string[] {
    return [...this.missing].map(([what, codes]) => {
      const shown = [...codes].slice(0, 12).join(', ');
      return `${what} ${shown}${codes.size > 12 ? ` and ${codes.size - 12} more` : ''}`;
    });
  }
}
