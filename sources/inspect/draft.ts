/**
 * A draft of a recipe for an inspected file. Open questions are comments with `edit:`; findings are written
 * as expectations, so that the next edition of the file is compared with them.
 */
import { basename } from 'node:path';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { MAY_BE_SIGNED, type Measure } from '#stats/model/measure.ts';
import { stringify } from 'yaml';
import { guessIndicator, nameAnew, slugOf } from './indicator.ts';
import type { AreaTable } from '../aliases/areas.ts';
import { bare } from '../recipe/values/column-reader.ts';
import type { ColumnLook } from './column.ts';
import type { Look } from './look.ts';
import { hasOverlaps } from './overlaps.ts';
import { areUsual, doubtsAbout, marksInRecipe, type NumberLook } from './numbers.ts';
import { findParts, type Parts } from './parts.ts';

const flow = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true }).trim();

const MARK = /^[*+#†‡§^~]|^\(/;

function formatLine({ file }: Look): string {
  const { format } = file;
  if (format.type !== 'csv') return flow(format);
  return flow({
    type: 'csv',
    ...(format.delimiter === ',' ? {} : { delimiter: format.delimiter }),
    ...(format.encoding === 'utf-8' ? {} : { encoding: format.encoding }),
    ...(format.quotes ? {} : { quotes: false }),
  });
}

function layoutLines({ table, yearColumns }: Look, parts: Parts): string[] {
  const { skip, headerRows } = table;
  const lines: string[] = [];
  if (skip > 0 || headerRows > 1) lines.push(`header: ${flow({ skip, rows: headerRows })}`);
  else lines.push(`header: ${flow({ columns: [...table.names] })}`);
  if (table.emptyRowEnds) lines.push('footer: { emptyRow: true }');
  else if (table.below.length > 0)
    lines.push(`footer: ${flow({ begins: table.below.map((text) => text.slice(0, 24)) })}`);
  if (parts.fillDown.length > 0) lines.push(`fillDown: ${flow(parts.fillDown.map((c) => c.name))}`);
  if (yearColumns.length > 0) {
    lines.push(`unpivot: { columns: '^((?:FY)?\\d{4})$', name: year, value: value }`);
  }
  return lines;
}

/** The form of numbers, and the questions about it that the user must decide. */
const numberLines = (numbers: NumberLook): string[] => [
  ...doubtsAbout(numbers).map((text) => `# edit: ${text}`),
  ...(areUsual(numbers.marks) ? [] : [`numbers: ${marksInRecipe(numbers.marks)}`]),
];

/** Notes that are marks after cells, and texts that do not stand for a number. */
function tokenLines({ notes, numbers, odd, yearColumns, columns, table }: Look, parts: Parts): string[] {
  const lines: string[] = [];
  const values = yearColumns.length > 0 ? yearColumns : parts.values;
  const hidden = notes.filter(
    (note) => note.lessThan !== null && odd.some((text) => text.text === note.mark),
  );
  const marks = notes.filter((note) => !hidden.includes(note) && MARK.test(note.mark));
  const tokens = odd
    .map((text) => text.text)
    .filter((text) => !hidden.some((note) => note.mark === text) && !/\d/.test(text));
  const hasEmpty = values.some((c) => c.empty > 0);
  if (hidden.length + tokens.length > 0 || hasEmpty) {
    lines.push('missing:');
    if (hasEmpty) lines.push(`  '': not-published`);
    for (const note of hidden)
      lines.push(`  ${flow(note.mark)}: { less-than: ${note.lessThan} } # ${note.text}`);
    for (const text of new Set(tokens))
      lines.push(`  ${flow(text)}: not-published # edit: what it means here`);
  }
  lines.push(...numberLines(numbers));
  const used = marks.filter((note) =>
    columns.some((c) => table.body.some((line) => (line.cells[c.at] ?? '').trimEnd().endsWith(note.mark))),
  );
  if (used.length > 0) lines.push('footnotes: # es: the same words, until you translate them');
  for (const { mark, text } of used) lines.push(`  ${flow(mark)}: ${flow({ en: text, es: text })}`);
  return lines;
}

/** Rows that are not areas are usually sums of areas: the draft leaves them out and lists them. */
function filterLines({ notes }: Look, parts: Parts, areas: AreaTable): string[] {
  const lines: string[] = [];
  const marks = notes.map((note) => note.mark);
  for (const c of [parts.area, parts.counterpart]) {
    const unknown = (c?.texts ?? [])
      .map(([text]) => text)
      .filter((text) => c && !areas.knows(bare(text, marks), c.areas.form));
    const drop = [...(c && c.empty > 0 && !parts.fillDown.includes(c) ? [''] : []), ...unknown];
    if (!c || drop.length === 0 || drop.length > 80) continue;
    lines.push(`  - drop: ${flow({ [c.name]: drop })} # edit: give a code to those that are areas`);
    lines.push('    reason: no area of its own');
  }
  return lines.length === 0 ? [] : ['filters:', ...lines];
}

/** A period by its format; what the cells leave open is a question. */
function formatLineOf({ name, twoWays, formats }: ColumnLook): string {
  if (twoWays) {
    const role = { column: name, format: 'yyyy-yy', basis: 'us-fiscal-year' };
    return `period: ${flow(role)} # edit: two years, or a month (yyyy-MM)? whose year (basis, or yearStarts: its first month)?`;
  }
  const [first, ...others] = formats;
  const role = { column: name, format: first?.format ?? '', ...(first?.basis && { basis: first.basis }) };
  const doubts = [
    ...(others.length > 0 ? [`or ${others.map(({ format }) => String(format)).join(', ')}`] : []),
    ...(first?.basis ? ['whose year is it (basis, or yearStarts: its first month)'] : []),
  ];
  return `period: ${flow(role)}${doubts.length > 0 ? ` # edit: ${doubts.join('; ')}?` : ''}`;
}

function roleLines(look: Look, parts: Parts): string[] {
  const { area, counterpart, year, month, end, breakdowns } = parts;
  const lines: string[] = [];
  const role = (c: NonNullable<Parts['area']>): string =>
    flow(c.areas.form === 'name' ? c.name : { column: c.name, as: c.areas.form });
  lines.push(
    area
      ? `area: ${role(area)}`
      : `area: { constant: _U } # edit: the code of the area; no column of areas was found`,
  );
  if (counterpart) lines.push(`counterpart: ${role(counterpart)} # edit: the second area, or take it out`);
  if (breakdowns.length > 0) {
    lines.push('breakdown: # edit: dimensions in kebab-case');
    for (const c of breakdowns) lines.push(`  ${slugOf(c.name)}: ${flow({ column: c.name })}`);
  }
  const fiscal = /fiscal|^fy/i.test(year?.name ?? '');
  if (look.yearColumns.length > 0) lines.push('period: year');
  else if (year === null)
    lines.push(`period: { constant: PERIOD } # edit: 2014, FY2014 or 2014-10; no column of years was found`);
  else if (end === null && month === null && (year.twoWays || year.formats.length > 0))
    lines.push(formatLineOf(year));
  else if (end !== null) lines.push(`period: ${flow({ start: year.name, end: end.name })}`);
  else if (month === null && !fiscal) lines.push(`period: ${flow(year.name)}`);
  else {
    const basis = fiscal ? { basis: 'us-fiscal-year' } : {};
    const whole = (month?.texts ?? [])
      .map(([text]) => text)
      .filter((text) => /total|year|annual|todo/i.test(text));
    const wholeYear = whole.length > 0 ? { wholeYear: whole } : {};
    const marker = year.texts.map(([text]) => /\(.*\)/.exec(text)?.[0]).find((text) => text !== undefined);
    const partial = marker === undefined ? {} : { partial: { marker, through: '2099-12' } };
    const role = {
      year: year.name,
      ...(month ? { month: month.name } : {}),
      ...basis,
      ...wholeYear,
      ...partial,
    };
    const edit = marker === undefined ? '' : ' # edit: through, the last month that is in it';
    lines.push(`period: ${flow(role)}${edit}`);
  }
  return lines;
}

/** What only a person knows of a new indicator. */
function describeLines(measure: Measure, words: string): string[] {
  const title = words.replaceAll(/[_-]+/g, ' ').trim();
  const both = flow({ en: title, es: title });
  return [
    '    describe: # edit: what it is, in both languages',
    `      title: ${both}`,
    ...(measure === 'rate' ? ['      per: 100000 # edit: per how many people?'] : []),
    ...(measure === 'estimate' || measure === 'level'
      ? [`      unit: ${both} # edit: points, degrees, kilometres; for money write currency: USD instead`]
      : []),
  ];
}

/** A measure that the cells of a new indicator can have: no count has fractions, and no rate is below 0. */
function fitting(measure: Measure | null, cells: readonly ColumnLook[]): Measure | null {
  if (measure === null) return null;
  if (measure === 'count' && cells.some((c) => c.fractions)) return 'level';
  return cells.some((c) => c.negative) && !MAY_BE_SIGNED.includes(measure) ? 'level' : measure;
}

/** Columns of SDMX that say more of the value: its factor, and its status. */
function sdmxLines({ columns }: Look): string[] {
  const named = (name: string): string | undefined =>
    columns.find((column) => column.name.toUpperCase() === name)?.name;
  const [factor, status] = [named('UNIT_MULT'), named('OBS_STATUS')];
  return [
    ...(factor === undefined ? [] : [`    scale: ${flow({ powerOfTen: factor })}`]),
    ...(status === undefined ? [] : [`    status: ${flow(status)}`]),
  ];
}

function figureLines(
  look: Look,
  parts: Parts,
  around: string,
  catalogue: Pick<Catalogue, 'indicators'>,
): string[] {
  const value = look.yearColumns.length > 0 ? 'value' : undefined;
  const { which } = parts;
  const asked: { own: string; value: string; when: Record<string, string> | null }[] = which
    ? which.texts.map(([text]) => ({
        own: text,
        value: value ?? parts.values[0]?.name ?? 'value',
        when: { [which.name]: text },
      }))
    : value === undefined
      ? parts.values.map((c) => ({ own: c.name, value: c.name, when: null }))
      : [{ own: '', value, when: null }];
  const taken = new Set<string>();
  return [
    'figures: # edit: the indicators, where the guess is wrong',
    ...asked.flatMap(({ own, value: column, when }) => {
      const cells = value === undefined ? look.columns.filter((c) => c.name === column) : look.yearColumns;
      const signed = cells.some((c) => c.negative);
      const guess = guessIndicator(own, asked.length > 1 && !when ? '' : around, catalogue);
      // Two texts that name different figures must become two figures, whatever words the title shares with
      // both.
      const { indicator, measure } = taken.has(guess.indicator) ? nameAnew(own, guess.indicator) : guess;
      taken.add(indicator);
      const kept = fitting(measure, cells);
      const isFraction = cells.every((c) => c.greatest === null || Math.abs(c.greatest) <= 1);
      return [
        `  - indicator: ${indicator}`,
        ...(kept
          ? [
              `    measure: ${kept}${kept === measure ? '' : ` # edit: its cells do not fit a ${measure}: fractions, or numbers below 0`}`,
            ]
          : []),
        ...(kept ? describeLines(kept, own || around) : []),
        ...(kept && signed ? ['    signed: true # edit: it has numbers below 0; may it?'] : []),
        ...(when ? [`    when: ${flow(when)}`] : []),
        `    value: ${flow(column)}`,
        ...sdmxLines(look),
        ...(kept === 'share' && !isFraction
          ? ['    scale: 0.01 # edit: a share is 0 to 1, and these numbers are taken for percent']
          : []),
      ];
    }),
  ];
}

/** Whether no figure of a draft is a rate or a share. Those are never added up. */
const addsUp = (figures: readonly string[], { indicators }: Pick<Catalogue, 'indicators'>): boolean =>
  figures.every((line) => {
    const [, id] = /^  - indicator: (.+)$/.exec(line) ?? [];
    const measure = indicators.find((indicator) => indicator.id === id)?.measure;
    return !/measure: (rate|share)/.test(line) && measure !== 'rate' && measure !== 'share';
  });

export interface RecipeDraft {
  readonly id: string;
  readonly text: string;
  /** False for a file without a column of numbers: a list of names or codes, which a recipe cannot read. */
  readonly hasNumbers: boolean;
}

export function draftRecipe(
  look: Look,
  path: string,
  catalogue: Pick<Catalogue, 'indicators'>,
  areas: AreaTable,
): RecipeDraft {
  const file = basename(path);
  const id = slugOf(file.replace(/\.[a-z]+$/i, ''));
  const parts = findParts(look);
  const [title] = look.table.above;
  const around = `${title ?? ''} ${file}`;
  const figures = figureLines(look, parts, around, catalogue);
  const lines = [
    `# Drafted by npm run inspect. Read it, mend the lines marked "edit:", then try it:`,
    `# npm run ingest -- FILE --recipe ${id} --dry-run`,
    `source: ${id}`,
    `file: ${flow(file)}`,
    ...(title === undefined ? [] : [`title: ${flow(title)}`]),
    `format: ${formatLine(look)}`,
    ...layoutLines(look, parts),
    ...tokenLines(look, parts),
    ...filterLines(look, parts, areas),
    ...roleLines(look, parts),
    ...(hasOverlaps(look, parts)
      ? ['overlaps: true # edit: spans of one series overlap; does the source mean that?']
      : []),
    ...figures,
  ];
  if (parts.clashes > 0)
    lines.push(
      ...(addsUp(figures, catalogue)
        ? [
            `# edit: ${parts.clashes} rows are named like another: add a breakdown or a filter, or add them up with`,
            '# group: true',
          ]
        : [`# edit: ${parts.clashes} rows are named like another: add a breakdown or a filter`]),
    );
  const hasNumbers = look.yearColumns.length + parts.values.length > 0;
  return { id, text: `${lines.join('\n')}\n`, hasNumbers };
}
