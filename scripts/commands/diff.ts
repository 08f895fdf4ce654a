// `npm run diff -- 1.0.0 1.1.0`: the changes between two committed releases, counted and listed. It needs no
// database: both states follow from the committed files.

import { rowOfLine } from '#sources/releases/lines.ts';
import { changesOf, linesInForce, type Change } from '#sources/releases/merge.ts';
import { goneFrom } from '#sources/releases/next.ts';
import type { CanonicalRow } from '#stats/model/canonical-row.ts';
import { formatPeriod, type Basis } from '#stats/time/period.ts';
import {
  NO_REVISION,
  REVISION_KINDS,
  type RevisionCounts,
  type RevisionKind,
} from '#stats/evidence/revision.ts';
import { findPoint, newestVersion, readBothLines, type CommittedPoint } from '../database/points.ts';
import { defineCommand, type CommandLine } from '../terminal/command.ts';
import { UserError } from '../terminal/user-error.ts';

const USAGE = `npm run diff -- FROM TO [--indicator ID] [--all] [--json]

What changed from one committed release to a later one: figures added, removed, revised (old, new, source), and
confirmed, that is said again by a newer edition with the same number. A release with your own data is
1.4.0+house.3.
  --indicator   only this indicator
  --all         lists every figure (default: the first 20 of each kind; of those added none, they are counted)
  --json        one object with counts, and a line for each figure`;

const SHOWN = 20;

/** A row's figure in readable form. @example `about 4000 [3800 to 4200]`, `gap: suppressed` */
function figure(row: CanonicalRow): string {
  if (row.gap) return `gap: ${row.gap}`;
  const ends = row.low || row.high ? ` [${row.low} to ${row.high}]` : '';
  const parts = row.numerator ? ` (${row.numerator} of ${row.denominator})` : '';
  return `${row.qualifier} ${row.value}${ends}${parts}`.replace(/ +/g, ' ');
}

const day = (text: string): string | null => (text.includes('infinity') ? null : text);

const named = (row: CanonicalRow): string =>
  [
    row.indicator,
    row.area,
    ...[row.counterpart, row.breakdown, row.definition].filter(
      (code) => !['_Z', '_T', 'main'].includes(code),
    ),
    formatPeriod({ basis: row.basis as Basis, start: day(row.period_start), end: day(row.period_end) }),
  ].join(' ');

function lineOf(change: Change): string {
  const was = 'was' in change ? rowOfLine(change.was) : null;
  const is = 'is' in change ? rowOfLine(change.is) : null;
  const row = (is ?? was) as CanonicalRow;
  const moved = was && is && (was.period_start !== is.period_start || was.period_end !== is.period_end);
  const dated = (side: CanonicalRow): string =>
    moved ? `${figure(side)} of ${side.period_start} to ${side.period_end}` : figure(side);
  const told = [was ? dated(was) : '', is ? dated(is) : ''].filter(Boolean);
  const figures = change.kind === 'confirmed' ? told[0] : told.join(' -> ');
  const editions = [...new Set([was?.edition, is?.edition].filter(Boolean))].join(' -> ');
  return `${change.kind.padEnd(9)} ${named(row)}: ${figures} (${editions})`;
}

/** The columns that identify a row, printed once. */
const KEY = new Set(['indicator', 'source', 'area', 'counterpart', 'breakdown', 'definition', 'basis']);

function objectOf(change: Change): object {
  const row = (side: string): object =>
    Object.fromEntries(Object.entries(rowOfLine(side)).filter(([name]) => !KEY.has(name)));
  const { indicator, source, area, counterpart, breakdown, definition, basis, period_start, period_end } =
    rowOfLine('is' in change ? change.is : change.was);
  return {
    change: change.kind,
    indicator,
    source,
    area,
    counterpart,
    breakdown,
    definition,
    period: formatPeriod({ basis: basis as Basis, start: day(period_start), end: day(period_end) }),
    was: 'was' in change ? row(change.was) : null,
    is: 'is' in change ? row(change.is) : null,
  };
}

const words = (counts: RevisionCounts): string =>
  REVISION_KINDS.map((kind) => `${counts[kind]} ${kind}`).join(', ');

const options = {
  indicator: { type: 'string' },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

type Line = CommandLine<typeof options>;

interface DiffWish {
  readonly from: CommittedPoint;
  readonly to: CommittedPoint;
  readonly indicator: string | undefined;
}

function read({ values, positionals }: Line): DiffWish {
  const lines = readBothLines(process.cwd());
  const [first = '', last = newestVersion(lines), ...more] = positionals;
  if (more.length > 0 || first === '') throw new UserError(`Give two releases.\n\n${USAGE}`);
  const [from, to] = [findPoint(lines, first), findPoint(lines, last)];
  if (from.at.some((place, line) => place > (to.at[line] ?? -1)))
    throw new UserError(`${first} is later than ${last}: name the earlier one first.`);
  const { indicator } = values;
  const ids = [from, to].flatMap(({ catalogue }) => catalogue.indicators.map(({ id }) => id));
  if (indicator !== undefined && !ids.includes(indicator))
    throw new UserError(`--indicator ${indicator}: unknown indicator.`);
  return { from, to, indicator };
}

type Counts = Record<RevisionKind, number>;

interface Differences {
  readonly counts: Counts;
  readonly byIndicator: ReadonlyMap<string, Counts>;
  /** The first changes of each kind, as lines of text or of JSON. */
  readonly lists: Readonly<Record<RevisionKind, string[]>>;
}

async function differencesOf(
  { from, to, indicator: only }: DiffWish,
  { all, json }: Line['values'],
): Promise<Differences> {
  const counts = { ...NO_REVISION };
  const byIndicator = new Map<string, Counts>();
  const lists: Record<RevisionKind, string[]> = { added: [], removed: [], revised: [], confirmed: [] };
  for await (const changes of changesOf(linesInForce(from.steps), linesInForce(to.steps))) {
    for (const change of changes) {
      const id = ('is' in change ? change.is : change.was).split(',', 1)[0] ?? '';
      if (only !== undefined && id !== only) continue;
      const own = byIndicator.get(id) ?? { ...NO_REVISION };
      byIndicator.set(id, own);
      counts[change.kind]++;
      own[change.kind]++;
      const most = all || json ? Infinity : change.kind === 'added' ? 0 : SHOWN;
      const list = lists[change.kind];
      if (list.length < most) list.push(json ? JSON.stringify(objectOf(change)) : lineOf(change));
    }
  }
  return { counts, byIndicator, lists };
}

async function run(line: Line): Promise<number> {
  const wish = read(line);
  const { counts, byIndicator, lists } = await differencesOf(wish, line.values);
  const [from, to] = [wish.from.version, wish.to.version];
  const gone = goneFrom(wish.from.catalogue, wish.to.catalogue);
  if (line.values.json) {
    const head = { from, to, counts, byIndicator: Object.fromEntries(byIndicator), gone };
    const rows = REVISION_KINDS.flatMap((kind) => lists[kind]).map((text) => `\n${text}`);
    console.log(
      `${JSON.stringify(head).slice(0, -1)},"rows":[${rows.join(',')}${rows.length > 0 ? '\n' : ''}]}`,
    );
    return 0;
  }
  console.log(`${from} to ${to}: ${words(counts)}`);
  for (const [id, own] of byIndicator) console.log(`  ${id}: ${words(own)}`);
  if (gone.length > 0) console.log(`No longer in the catalogue: ${gone.join(', ')}`);
  for (const kind of ['removed', 'revised', 'confirmed', 'added'] as const) {
    for (const text of lists[kind]) console.log(text);
    const left = counts[kind] - lists[kind].length;
    if (left > 0 && !line.values.all) console.log(`... and ${left} more ${kind}; --all lists them`);
  }
  return 0;
}

export const main = defineCommand({ name: 'diff', usage: USAGE, options, positionals: true, run });
