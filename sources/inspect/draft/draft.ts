/**
 * A draft of a recipe for an inspected file. Open questions are comments with `edit:`; findings are written
 * as expectations, so that the next edition of the file is compared with them.
 */
import { basename } from 'node:path';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { flow, layoutLines, question, tokenLines } from './draft-layout.ts';
import { unplaced, type SumLeftOut, type UnknownNames } from './draft-places.ts';
import { draftChoices } from './draft-choices.ts';
import { figureLines } from './draft-figures.ts';
import { draftPeriod } from './draft-period.ts';
import type { DraftChoice, DraftedDimension } from './choice.ts';
import { yearOfFile } from '../file-year.ts';
import { slugOf } from '../indicator.ts';
import type { AreaTable } from '#sources/aliases/areas.ts';
import type { ColumnLook } from '../column.ts';
import type { Look } from '../look.ts';
import { hasOverlaps } from '../overlaps.ts';
import { findParts, type Parts } from '../parts.ts';

/** Columns whose texts are figures and no parts of one: counts and rates would stand in one series. */
const NAMES_FIGURES = /indicator|measure|variable|series|statistic|indicador|medida/i;

const WHOLE = /^(_t|totals?|all|all ages|both sexes|todos?|todas?|ambos( sexos)?|both)$/i;

/** A column of a dimension; a text that means all of it is the total. */
function dimensionOf({ name, texts }: ColumnLook): Record<string, unknown> {
  const totals = texts.map(([text]) => text).filter((text) => WHOLE.test(text.trim()) || text === 'T');
  if (totals.length === 0 || totals.length === texts.length) return { column: name };
  return {
    column: name,
    codes: Object.fromEntries(totals.map((text) => [text, '_T'])),
    otherwise: 'as-written',
  };
}

const dimensionsOf = ({ breakdowns, months }: Parts): ColumnLook[] => breakdowns.filter((c) => c !== months);

function roleLines(look: Look, parts: Parts): string[] {
  const { area, counterpart } = parts;
  const breakdowns = dimensionsOf(parts);
  const lines: string[] = [];
  const role = (c: NonNullable<Parts['area']>): string =>
    flow(c.areas.form === 'name' ? c.name : { column: c.name, as: c.areas.form });
  const across = look.spread?.area ?? null;
  const { within, parent } = parts;
  const around = parent && { parent: { column: parent.place.name, kind: parent.kind } };
  lines.push(
    area && within !== null
      ? `area: ${flow({ column: area.name, within: 'PLACE', kind: within, ...around })} # edit: the code of their country, such as HND`
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
  /** Names that are left out as sums. */
  readonly sums: readonly SumLeftOut[];
  readonly dimensions: readonly DraftedDimension[];
  readonly choices: readonly DraftChoice[];
}

// Long because a draft is written part by part.
export function draftRecipe(
  look: Look,
  path: string,
  catalogue: Pick<Catalogue, 'indicators'>,
  areas: AreaTable,
  files: readonly string[] = [path],
): RecipeDraft {
  const file = basename(path);
  const id = slugOf(file.replace(/\.[a-z]+$/i, ''));
  const parts = findParts(look);
  const said = constantText(look);
  const title = said ?? look.file.about?.title ?? look.table.titles[0];
  const name = file.replace(/\.[a-z.]+$/i, '');
  const words = { around: `${title ?? ''} ${name}`.trim(), title: title ?? name };
  const figures = figureLines(look, parts, words, catalogue, areas);
  const places = unplaced(look, parts, areas);
  const hasPeriod = parts.year !== null || look.spread?.period != null;
  const ofName = hasPeriod ? null : yearOfFile(files, parts.months);
  const period = ofName ?? draftPeriod(look, parts);
  const lines = [
    `# Drafted by npm run inspect. Read it, mend the lines marked "edit:", then try it:`,
    `# npm run ingest -- FILE --recipe ${id} --dry-run`,
    `source: ${id}`,
    `file: ${flow(file)}`,
    ...(title === undefined ? [] : [`title: ${flow(title)}`]),
    ...layoutLines(look, parts),
    ...(ofName ? [ofName.layout] : []),
    ...tokenLines(look, parts),
    ...places.filters,
    ...places.questions,
    ...roleLines(look, parts),
    period.line,
    ...(hasOverlaps(look, parts)
      ? ['overlaps: true # edit: spans of one series overlap, and are taken as the source has them']
      : []),
    ...figures,
  ];
  const isAdded = addsUp(figures, catalogue);
  if (parts.clashes > 0)
    lines.push(
      ...(isAdded
        ? [
            `# edit: ${parts.clashes} rows are named like another: add a breakdown or a filter, or add them up with`,
            '# group: true',
          ]
        : [`# edit: ${parts.clashes} rows are named like another: add a breakdown or a filter`]),
    );
  const hasNumbers = look.spreadColumns.length + parts.values.length > 0;
  return {
    id,
    text: `${lines.join('\n')}\n`,
    hasNumbers,
    unknown: places.unknown,
    sums: places.sums,
    dimensions: dimensionsOf(parts).map(({ name, texts }) => ({
      id: slugOf(name),
      column: name,
      texts: texts.map(([text]) => text),
    })),
    choices: [...(period.choice ? [period.choice] : []), ...draftChoices(look, parts, isAdded)],
  };
}
