/**
 * Corrections are data: `corrections.yaml` beside a source's table states which figure of the source is
 * wrong, what the source has there (the guard), what is right, why, who reported it and when. They are
 * applied when the sources are compiled. If the source no longer has the mistake, compiling fails, so that an
 * obsolete correction cannot stay.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, isMap, isSeq } from 'yaml';
import { z } from 'zod';
import { rowKey, type CanonicalRow } from '#stats/model/canonical-row.ts';
import { STORED_GAPS } from '#stats/model/gap.ts';
import { QUALIFIERS } from '#stats/uncertainty/hedge.ts';
import { significant } from '#stats/number.ts';
import { ALL, NONE } from '#stats/model/observation.ts';
import { formatPeriod, parsePeriod } from '#stats/time/period.ts';
import { day, readYaml, slug, nonEmptyText } from '../validation/yaml.ts';

const figure = z
  .strictObject({
    value: z.number().optional(),
    low: z.number().optional(),
    high: z.number().optional(),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    qualifier: z.enum(QUALIFIERS).optional(),
    gap: z.enum(STORED_GAPS).optional(),
  })
  .refine((figure) => Object.keys(figure).length > 0, { error: 'says nothing; write value: and the number' });

const shape = z.array(
  z.strictObject({
    row: z.strictObject({
      indicator: slug,
      area: z.string().min(1),
      counterpart: z.string().min(1).default(NONE),
      breakdown: z.string().min(1).default(ALL),
      definition: slug.default('main'),
      period: z.string().min(1),
    }),
    /** The figure in the source. */
    was: figure,
    /** The correct figure. */
    is: figure,
    reason: nonEmptyText,
    reporter: z.string().trim().min(1),
    date: day,
  }),
);

type Written = z.infer<typeof shape>[number];
type Figure = z.infer<typeof figure>;

/** A correction with its place in the file. */
interface Correction extends Written {
  /** `sources/x/corrections.yaml:12`. */
  readonly at: string;
}

/** The same form as `keyOfLine` returns. */
const keyOf = (row: Parameters<typeof rowKey>[0]): string => rowKey(row).replaceAll('\u0000', ',');

const FIELDS = ['value', 'low', 'high', 'numerator', 'denominator', 'qualifier', 'gap'] as const;

/** The line on which each correction begins. */
function linesOf(path: string): number[] {
  const counter = new LineCounter();
  const { contents } = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter });
  return isSeq(contents)
    ? contents.items.map((item) => (isMap(item) ? counter.linePos(item.range?.[0] ?? 0).line : 0))
    : [];
}

const IN_SPANISH: Readonly<Record<(typeof FIELDS)[number], string>> = {
  value: 'el valor',
  low: 'el extremo inferior',
  high: 'el extremo superior',
  numerator: 'el numerador',
  denominator: 'el denominador',
  qualifier: 'el matiz',
  gap: 'el vacío',
};

const shown = (wanted: Figure, spanish = false): string =>
  FIELDS.flatMap((field) =>
    wanted[field] === undefined ? [] : [`${spanish ? IN_SPANISH[field] : field} ${String(wanted[field])}`],
  ).join(', ');

/** The row's values in the fields that a guard names. */
const found = (row: CanonicalRow, guard: Figure): string =>
  FIELDS.flatMap((field) => (guard[field] === undefined ? [] : [`${field} ${row[field] || 'none'}`])).join(
    ', ',
  );

/** The corrected row; its note states that it was corrected and who reported the mistake. */
function correctedRow(row: CanonicalRow, { is, reason, reporter, date, was }: Written): CanonicalRow {
  const set: Record<string, string> = {};
  for (const field of FIELDS) if (is[field] !== undefined) set[field] = String(is[field]);
  if (is.value !== undefined || is.gap !== undefined)
    Object.assign(
      set,
      is.gap ? { value: '', low: '', high: '', interval_kind: 'none', qualifier: 'exact' } : { gap: '' },
    );
  const parts = [set['numerator'] ?? row.numerator, set['denominator'] ?? row.denominator].map(Number);
  const [numerator = 0, denominator = 0] = parts;
  const ofParts = is.value === undefined && (is.numerator !== undefined || is.denominator !== undefined);
  if (ofParts && denominator > 0) set['value'] = String(significant(numerator / denominator));
  const note = {
    en: `Corrected by us on ${date}: the source has ${shown(was)}. ${reason.en} Reported by ${reporter}.`,
    es: `Corregido por nosotros el ${date}: la fuente da ${shown(was, true)}. ${reason.es} Avisó: ${reporter}.`,
  };
  return {
    ...row,
    ...set,
    note_en: row.note_en === '' ? note.en : `${row.note_en} ${note.en}`,
    note_es: row.note_es === '' ? note.es : `${row.note_es} ${note.es}`,
    note_mandatory: 'true',
  };
}

/** The corrections of a source; each row of the source is passed to it. */
export class Corrections {
  private readonly byKey = new Map<string, Correction>();
  private readonly applied = new Set<string>();
  readonly problems: string[] = [];

  /** Reads `corrections.yaml` in a source's folder, if it exists. @throws SourceError */
  constructor(dir: string, source: string) {
    const path = join(dir, 'corrections.yaml');
    if (!existsSync(path)) return;
    const lines = linesOf(path);
    for (const [i, written] of readYaml(path, shape).entries()) {
      const at = `${path}:${lines[i] ?? 1}`;
      const { row } = written;
      const period = parsePeriod(row.period);
      if (!period || formatPeriod(period) !== row.period) {
        this.problems.push(
          `${at}: period: "${row.period}" is not a period; write it as in the table, as 2014 or FY2014`,
        );
        continue;
      }
      const { indicator, area, counterpart, breakdown, definition } = row;
      const key = keyOf({
        ...{ indicator, source, area, counterpart, breakdown, definition },
        basis: period.basis,
        period_start: period.start ?? '-infinity',
        period_end: period.end ?? 'infinity',
      });
      const twice = this.byKey.get(key);
      if (twice) this.problems.push(`${at}: corrects again what ${twice.at} corrects; keep one`);
      this.byKey.set(key, { ...written, at });
    }
  }

  get size(): number {
    return this.byKey.size;
  }

  /** The corrected row, or the row itself if it has no correction. */
  apply(row: CanonicalRow): CanonicalRow {
    if (this.byKey.size === 0) return row;
    const key = keyOf(row);
    const correction = this.byKey.get(key);
    if (!correction) return row;
    this.applied.add(key);
    const { was, at, is } = correction;
    const differs = FIELDS.some((field) => {
      const wanted = was[field];
      return wanted !== undefined && String(wanted) !== row[field];
    });
    if (!differs) return correctedRow(row, correction);
    const fixed = FIELDS.every((field) => is[field] === undefined || String(is[field]) === row[field]);
    this.problems.push(
      fixed
        ? `${at}: the source now has ${found(row, is)}, which is what we correct it to; take the correction out`
        : `${at}: expected the source to have ${shown(was)}, found ${found(row, was)}; look at the source, then correct "was" or take the correction out`,
    );
    return row;
  }

  /** The problems, once all rows have been passed. */
  finish(): readonly string[] {
    for (const [key, { at, row }] of this.byKey) {
      if (this.applied.has(key)) continue;
      const name = [row.indicator, row.area, row.counterpart, row.breakdown, row.definition, row.period];
      this.problems.push(
        `${at}: the source has no row ${name.join(' ')}; correct "row" or take the correction out`,
      );
    }
    return this.problems;
  }

  /** Whether a row has a correction. */
  concerns(key: string): boolean {
    return this.byKey.has(key);
  }
}
