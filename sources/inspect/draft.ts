/**
 * A draft of a recipe for an inspected file. Open questions are comments with `edit:`; findings are written
 * as expectations, so that the next edition of the file is compared with them.
 */
import { basename } from 'node:path';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { flow, layoutLines, question, tokenLines } from './draft-layout.ts';
import { unplaced, type UnknownNames } from './draft-places.ts';
import { figureLines } from './draft-figures.ts';
import { slugOf } from './indicator.ts';
import type { AreaTable } from '../aliases/areas.ts';
import type { ColumnLook } from './column.ts';
import type { Look } from './look.ts';
import { hasOverlaps } from './overlaps.ts';
import { findParts, type Parts } from './parts.ts';
import type { SpreadColumns } from './spread.ts';

/** Columns whose texts are figures and no parts of one: counts and rates would stand in one series. */
const NAMES_FIGURES = /indicator|measure|variable|series|statistic|indicador|medida/i;

const WHOLE = /^(_?t|totals?|all|all ages|both sexes|todos?|todas?|ambos( sexos)?|both)$/i;

/** A column of a dimension; a text that means all of it is the total. */
function dimensionOf({ name, texts }: ColumnLook): Record<string, unknown> {
  const totals = texts.map(([text]) => text).filter((text) => WHOLE.test(text.trim()));
  if (totals.length === 0 || totals.length === texts.length) return { column: name };
  return {
    column: name,
    codes: Object.fromEntries(totals.map((text) => [text, '_T'])),
    otherwise: 'as-written',
  };
}

/** A period by its format; what the cells leave open is a question. */
function formatLineOf({ name, twoWays, formats }: Pick<ColumnLook, 'name' | 'twoWays' | 'formats'>): string {
  if (twoWays) {
    const role = { column: name, format: 'yyyy-yy', basis: 'us-fiscal-year' };
    return `period: ${flow(role)} # edit: taken for US fiscal years; other years of two numbers have yearStarts (their first month), and months have format: yyyy-MM`;
  }
  const [first, ...others] = formats;
  const role = { column: name, format: first?.format ?? '', ...(first?.basis && { basis: first.basis }) };
  const doubts = [
    ...(others.length > 0
      ? [`its texts may also be ${others.map(({ format }) => String(format)).join(', ')}`]
      : []),
    ...(first?.basis ? ['taken for US fiscal years; other years have yearStarts (their first month)'] : []),
  ];
  return `period: ${flow(role)}${doubts.length > 0 ? ` # edit: ${doubts.join('; ')}` : ''}`;
}

/** Whether a title, a heading or a text that is repeated in a column says fiscal year. */
function speaksOfFiscalYears({ table, columns, notes }: Look): boolean {
  const texts = columns.flatMap((c) => [c.name, ...c.texts.slice(0, 3).map(([text]) => text)]);
  return [...table.titles, ...table.below, ...texts, ...notes.map(({ text }) => text)].some((text) =>
    /fiscal year|año fiscal|(?<![A-Za-z])FY\s?\d/i.test(text),
  );
}

const IS_FISCAL = question(
  'taken for calendar years, but the file speaks of fiscal years; those have period: { year: ..., basis: us-fiscal-year }',
);

/** The period of columns across the top. */
function spreadPeriodLine(look: Look, { formats, isFiscal, part }: SpreadColumns, name: string): string {
  const fiscal = name === 'year' && !isFiscal && speaksOfFiscalYears(look) ? ` ${IS_FISCAL}` : '';
  if (part !== null)
    return `period: ${flow({ year: name, [part]: part, ...(isFiscal && { basis: 'us-fiscal-year' }) })}${fiscal}`;
  if (formats.length > 0) return formatLineOf({ name, twoWays: false, formats });
  return `period: ${name}${fiscal}`;
}

/** When: the column of the period, or what a person must say of it. */
function periodLine(look: Look, { year, month, quarter, end, months }: Parts): string {
  const part = month ?? quarter;
  const fiscal = /fiscal|^fy/i.test(year?.name ?? '');
  if (look.spread?.period != null) return spreadPeriodLine(look, look.spread, look.spread.period);
  if (year === null && months)
    return `period: ${flow({ yearIs: 'YEAR', month: months.name })} ${question('which year? 2014 or FY2014; no column of years was found')}`;
  if (year === null)
    return `period: { constant: PERIOD } # edit: 2014, FY2014 or 2014-10; no column of years was found`;
  if (end === null && part === null && (year.twoWays || year.formats.length > 0)) return formatLineOf(year);
  if (end === null && part === null && year.firstDays)
    return `period: ${flow({ column: year.name, format: 'yyyy-MM-dd', basis: 'month' })} ${question('taken for months, because every day is the first of its month; days have no basis')}`;
  if (end !== null) return `period: ${flow({ start: year.name, end: end.name })}`;
  if (part === null && !fiscal)
    return `period: ${flow(year.name)}${speaksOfFiscalYears(look) ? ` ${IS_FISCAL}` : ''}`;
  const basis = fiscal ? { basis: 'us-fiscal-year' } : {};
  const whole = (part?.texts ?? [])
    .map(([text]) => text)
    .filter((text) => /total|year|annual|todo/i.test(text));
  const wholeYear = whole.length > 0 ? { wholeYear: whole } : {};
  const marker = year.texts.map(([text]) => /\(.*\)/.exec(text)?.[0]).find((text) => text !== undefined);
  const partial = marker === undefined ? {} : { partial: { marker, through: '2099-12' } };
  const role = {
    year: year.name,
    ...(month ? { month: month.name } : {}),
    ...(quarter ? { quarter: quarter.name } : {}),
    ...basis,
    ...wholeYear,
    ...partial,
  };
  if (marker !== undefined) return `period: ${flow(role)} # edit: through, the last month that is in it`;
  return `period: ${flow(role)}${!fiscal && speaksOfFiscalYears(look) ? ` ${IS_FISCAL}` : ''}`;
}

function roleLines(look: Look, parts: Parts): string[] {
  const { area, counterpart, months } = parts;
  const breakdowns = parts.breakdowns.filter((c) => c !== months);
  const lines: string[] = [];
  const role = (c: NonNullable<Parts['area']>): string =>
    flow(c.areas.form === 'name' ? c.name : { column: c.name, as: c.areas.form });
  const across = look.spread?.area ?? null;
  const { within } = parts;
  lines.push(
    area && within !== null
      ? `area: ${flow({ column: area.name, within: 'PLACE', kind: within })} # edit: the code of their country, such as HND`
      : area || across !== null
        ? `area: ${area ? role(area) : across}`
        : `area: { constant: _U } # edit: the code of the area; no column of areas was found`,
  );
  if (counterpart)
    lines.push(
      `counterpart: ${role(counterpart)} # edit: taken for the second area, such as where people come from; take it out if it is none`,
    );
  if (breakdowns.length > 0) {
    lines.push(
      `breakdown: ${question(`each figure is taken for a part, by ${breakdowns.map((c) => JSON.stringify(c.name)).join(' and ')}`)}`,
    );
    for (const c of breakdowns)
      lines.push(
        `  ${slugOf(c.name)}: ${flow(dimensionOf(c))}${NAMES_FIGURES.test(c.name) ? ` ${question(`it names ${c.distinct} figures; keep those of one measure with a filter, or read each under figures with when`)}` : ''}`,
      );
  }
  lines.push(periodLine(look, parts));
  return lines;
}

/** Whether no figure of a draft is a rate or a share. Those are never added up. */
const addsUp = (figures: readonly string[], { indicators }: Pick<Catalogue, 'indicators'>): boolean =>
  figures.every((line) => {
    const [, id] = /^  - indicator: (.+)$/.exec(line) ?? [];
    const measure = indicators.find((indicator) => indicator.id === id)?.measure;
    return !/measure: (rate|share)/.test(line) && measure !== 'rate' && measure !== 'share';
  });

/** The text that a whole column repeats, where it names the figure: `Intentional homicides (per 100,000 people)`. */
function constantText({ columns }: Look): string | undefined {
  const named = columns.filter(
    (c) => c.distinct === 1 && c.numbers === 0 && /indicator|series|variable|title/i.test(c.name),
  );
  return named.map((c) => c.texts[0]?.[0] ?? '').find((text) => text.includes(' '));
}

export interface RecipeDraft {
  readonly id: string;
  readonly text: string;
  /** False for a file without a column of numbers: a list of names or codes, which a recipe cannot read. */
  readonly hasNumbers: boolean;
  /** Names that no area is known by. */
  readonly unknown: readonly UnknownNames[];
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
  const said = constantText(look);
  const title = said ?? look.table.titles[0];
  const name = file.replace(/\.[a-z.]+$/i, '');
  const words = { around: `${title ?? ''} ${name}`.trim(), title: title ?? name };
  const figures = figureLines(look, parts, words, catalogue);
  const places = unplaced(look, parts, areas);
  const lines = [
    `# Drafted by npm run inspect. Read it, mend the lines marked "edit:", then try it:`,
    `# npm run ingest -- FILE --recipe ${id} --dry-run`,
    `source: ${id}`,
    `file: ${flow(file)}`,
    ...(title === undefined ? [] : [`title: ${flow(title)}`]),
    ...layoutLines(look, parts),
    ...tokenLines(look, parts),
    ...places.filters,
    ...places.questions,
    ...roleLines(look, parts),
    ...(hasOverlaps(look, parts)
      ? ['overlaps: true # edit: spans of one series overlap, and are taken as the source has them']
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
  const hasNumbers = look.spreadColumns.length + parts.values.length > 0;
  return { id, text: `${lines.join('\n')}\n`, hasNumbers, unknown: places.unknown };
}
