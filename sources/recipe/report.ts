/** The report of a recipe run: rows read, kept and left out, why cells are empty, and which checks passed. */
import type { Observation } from '#stats/model/observation.ts';
import { formatPeriod } from '#stats/time/period.ts';
import { formatNumber, plainNumber } from '#stats/number.ts';
import type { Check } from './expect/expect.ts';
import type { FaultGroup } from './fault-log.ts';
import { formatFaultGroup, type RecipeFault } from './rows/fault.ts';
import type { NewArea } from './values/area-role.ts';

export interface RecipeReport {
  readonly source: string;
  readonly file: string;
  readonly sheet: string | null;
  readonly hash: string;
  readonly bytes: number;
  readonly rows: number;
  readonly observations: number;
  /** Rows left out, by the reason the recipe gives. */
  readonly dropped: ReadonlyMap<string, number>;
  /** What the rows left out say in the columns that the filter looks at; the first of them. */
  readonly droppedTexts: ReadonlyMap<string, readonly string[]>;
  /** Columns with names that the recipe does not read. */
  readonly unread: readonly string[];
  /** Cells that the recipe declares as empty. */
  readonly absent: number;
  readonly gaps: ReadonlyMap<string, number>;
  readonly areas: number;
  readonly counterparts: number;
  readonly first: string;
  readonly last: string;
  readonly checks: readonly Check[];
  readonly sample: readonly Observation[];
  /** Areas that the recipe adds to the catalogue under their names. */
  readonly newAreas: readonly NewArea[];
  /** The first faults; `faultCount` counts them all. */
  readonly faults: readonly RecipeFault[];
  /** The first different faults, with how often each was found. */
  readonly faultGroups: readonly FaultGroup[];
  readonly faultCount: number;
}

/** True if the file may be stored. */
export const isClean = (report: RecipeReport): boolean =>
  report.faultCount === 0 && report.checks.every((check) => check.holds);

function sampleLine(o: Observation): string {
  const { stated, gap } = o;
  const ends = [stated?.low, stated?.high].map((n) => (n == null ? '' : plainNumber(n)));
  const interval = stated && (stated.low !== null || stated.high !== null) ? ` [${ends.join(' to ')}]` : '';
  const number = stated?.value == null ? '' : ` ${plainNumber(stated.value)}`;
  const words = stated ? `${stated.qualifier}${number}${interval}` : `gap: ${gap ?? ''}`;
  const axes = [o.area, o.counterpart === '_Z' ? '' : o.counterpart, o.breakdown === '_T' ? '' : o.breakdown];
  return `${o.indicator} ${axes.filter(Boolean).join(' ')} ${formatPeriod(o.period)}: ${words} (${o.locator ?? ''})`;
}

const count = (n: number, singular: string, many = `${singular}s`): string =>
  `${formatNumber(n, 'en')} ${n === 1 ? singular : many}`;

/** The report as lines for a terminal or a log. */
export function formatReport(report: RecipeReport): string[] {
  const lines = [
    `${report.source}: ${report.file}${report.sheet === null ? '' : `, sheet ${JSON.stringify(report.sheet)}`}`,
  ];
  const say = (name: string, text: string): unknown => lines.push(`  ${name.padEnd(9)}${text}`);
  say('sha256', report.hash);
  say('read', `${count(report.rows, 'row')}, ${count(report.bytes, 'byte')}`);
  say(
    'kept',
    `${count(report.observations, 'observation')}, ${count(report.areas, 'area')}, ${report.first} to ${report.last}`,
  );
  for (const [reason, n] of report.dropped) {
    const texts = (report.droppedTexts.get(reason) ?? []).map((text) => JSON.stringify(text)).join(', ');
    say('dropped', `${count(n, 'row')}: ${reason}${texts === '' ? '' : ` (${texts})`}`);
  }
  if (report.absent > 0) say('absent', `${count(report.absent, 'cell')} that the recipe declares absent`);
  for (const [gap, n] of report.gaps) say('gaps', `${count(n, 'gap')}: ${gap}`);
  const held = report.checks.filter((check) => check.holds);
  if (report.checks.length > 0) say('checks', `${held.length} of ${report.checks.length} hold`);
  for (const { name, holds, detail } of report.checks)
    say(holds ? '  holds' : '  FAILS', `${name}: ${detail}`);
  report.sample.forEach((o, i) => say(i === 0 ? 'sample' : '', sampleLine(o)));
  if (report.faultCount > 0) {
    say('refused', count(report.faultCount, 'fault'));
    const shown = report.faultGroups.slice(0, 20);
    for (const group of shown) lines.push(formatFaultGroup(group, report.file, report.sheet));
    const told = shown.reduce((sum, group) => sum + group.count, 0);
    if (report.faultCount > told)
      lines.push(`... and ${report.faultCount - told} more; --rejects FILE writes them all`);
  }
  return lines;
}
