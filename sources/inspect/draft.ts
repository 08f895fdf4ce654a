/**
 * A draft of a recipe for an inspected file. Open questions are comments with `edit:`; findings are written
 * as expectations, so that the next edition of the file is compared with them.
 */
import { basename } from 'node:path';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { MAY_BE_SIGNED, type Measure } from '#stats/model/measure.ts';
import { flow, layoutLines, tokenLines } from './draft-layout.ts';
import { unplaced, type UnknownNames } from './draft-places.ts';
import { guessIndicator, nameAnew, slugOf } from './indicator.ts';
import type { AreaTable } from '../aliases/areas.ts';
import type { ColumnLook } from './column.ts';
import type { Look } from './look.ts';
import { hasOverlaps } from './overlaps.ts';
import { findParts, type Parts } from './parts.ts';

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
  const across = look.spread?.area ?? null;
  lines.push(
    area || across !== null
      ? `area: ${area ? role(area) : across}`
      : `area: { constant: _U } # edit: the code of the area; no column of areas was found`,
  );
  if (counterpart) lines.push(`counterpart: ${role(counterpart)} # edit: the second area, or take it out`);
  if (breakdowns.length > 0) {
    lines.push('breakdown: # edit: dimensions in kebab-case');
    for (const c of breakdowns) lines.push(`  ${slugOf(c.name)}: ${flow(dimensionOf(c))}`);
  }
  const fiscal = /fiscal|^fy/i.test(year?.name ?? '');
  if (look.spread?.period != null) lines.push(`period: ${look.spread.period}`);
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
  const { spread, spreadColumns, columns } = look;
  const { which } = parts;
  const cellsAt = (at: readonly number[]): ColumnLook[] => at.flatMap((i) => columns[i] ?? []);
  const value = spread ? 'value' : (parts.values[0]?.name ?? 'value');
  const asked: {
    own: string;
    value: string;
    when: Record<string, string> | null;
    cells: readonly ColumnLook[];
  }[] = which
    ? which.texts.map(([text]) => {
        const cells = spread ? spreadColumns : columns.filter((c) => c.name === value);
        return { own: text, value, when: { [which.name]: text }, cells };
      })
    : spread?.what && spread.what.texts.size > 1
      ? [...spread.what.texts].map(([text, at]) => {
          const copy = /^\((\d)\)$/.exec(text)?.[1];
          return {
            own: copy === undefined ? text : `column ${copy}`,
            value,
            when: { [spread.what?.column ?? '']: text },
            cells: cellsAt(at),
          };
        })
      : spread
        ? [{ own: [...(spread.what?.texts.keys() ?? [])].join(' '), value, when: null, cells: spreadColumns }]
        : parts.values.map((c) => ({ own: c.name, value: c.name, when: null, cells: [c] }));
  const taken = new Set<string>();
  return [
    'figures: # edit: the indicators, where the guess is wrong',
    ...asked.flatMap(({ own, value: column, when, cells }) => {
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
        ...(kept === 'share' && !isFraction && !cells.some((c) => c.percents > 0)
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
  const around = `${title ?? ''} ${file.replace(/\.[a-z.]+$/i, '')}`.trim();
  const figures = figureLines(look, parts, around, catalogue);
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
  const hasNumbers = look.spreadColumns.length + parts.values.length > 0;
  return { id, text: `${lines.join('\n')}\n`, hasNumbers, unknown: places.unknown };
}
