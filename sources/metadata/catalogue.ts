/**
 * The catalogue in YAML: a file for each indicator, a file each for areas, dimensions, breaks and
 * tabulations, and the card of each source. Every reference must resolve.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  AREA_KINDS,
  type Area,
  type Catalogue,
  type Definition,
  type Dimension,
  type Edition,
  type Indicator,
  type Source,
} from '#stats/model/catalogue.ts';
import { COUNTING_UNITS } from '#stats/model/counting-unit.ts';
import { ADDITIVITIES, MEASURES } from '#stats/model/measure.ts';
import { BASES } from '#stats/time/period.ts';
import { readBreaks } from './breaks.ts';
import { readCard } from './card.ts';
import { crossReferences } from './references.ts';
import { currency } from './money.ts';
import { attempt, refuse } from '../validation/source-error.ts';
import { readTabulations } from './tabulations.ts';
import { date, readYaml, slug, nonEmptyText } from '../validation/yaml.ts';

const MAIN: Definition = {
  code: 'main',
  name: { en: 'as each source counts it', es: 'según la cuenta de cada fuente' },
  text: { en: 'As each source counts it.', es: 'Según la cuenta de cada fuente.' },
};

const code = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/, { error: 'is not a code; use letters, digits and hyphens' });

export const areasShape = z.array(
  z.strictObject({
    code,
    kind: z.enum(AREA_KINDS),
    name: nonEmptyText,
    within: code.optional(),
    limits: slug.optional(),
    smallPopulation: z.literal(true).optional(),
    members: z
      .array(z.strictObject({ area: code, from: date.optional(), to: date.optional() }))
      .min(1)
      .optional(),
    note: nonEmptyText.optional(),
  }),
);

export const dimensionsShape = z.array(
  z.strictObject({
    id: slug,
    name: nonEmptyText,
    codes: z.array(z.strictObject({ code: slug, name: nonEmptyText })).min(1),
  }),
);

export const definitionShape = z.strictObject({
  code: slug,
  name: nonEmptyText,
  text: nonEmptyText,
  counts: z.enum(COUNTING_UNITS).optional(),
});

export const indicatorShape = z.strictObject({
  id: slug,
  measure: z.enum(MEASURES),
  title: nonEmptyText,
  definition: nonEmptyText,
  unit: z.strictObject({ code: z.string().trim().min(1), label: nonEmptyText }),
  per: z.number().positive().optional(),
  currency: currency.optional(),
  priceYear: z.number().int().min(1800).max(2200).optional(),
  decimals: z.number().int().min(0).max(6),
  areaRole: nonEmptyText,
  counterpartRole: nonEmptyText.optional(),
  counted: z.string().trim().min(1),
  additive: z.enum(ADDITIVITIES),
  signed: z.boolean(),
  bases: z.array(z.enum(BASES)).min(1),
  weight: z.strictObject({ indicator: slug, source: slug, fallback: slug.optional() }).optional(),
  sources: z.array(slug).min(1),
  definitions: z.array(definitionShape).min(1).default([MAIN]),
  parts: z
    .array(
      z.strictObject({
        scheme: slug,
        axis: z.enum(['origin', 'breakdown']),
        codes: z.array(z.string().min(1)).min(2),
        denominator: z.enum(['shared', 'split']).optional(),
      }),
    )
    .default([]),
  minimum: z.literal(true).optional(),
  differs: nonEmptyText.optional(),
  featured: z.boolean().optional(),
  headline: z.string().min(1).optional(),
  opening: z.string().min(1).optional(),
  notes: z.array(z.strictObject({ text: nonEmptyText, mandatory: z.boolean() })).default([]),
});

export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** A table in our own columns, or a packed table with too many rows to edit by hand. */
const TABLES = ['observations.csv', 'rows.csv.gz'];

/**
 * The folders of a root that contain a source with its table. A folder with a card and a recipe but no table
 * is a source that has not been loaded: it is not in the catalogue and changes no release.
 */
export const sourceFolders = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name))
    .filter((dir) => TABLES.some((table) => existsSync(join(dir, table))) || isCardAlone(dir))
    .sort();

/** A card without a table and without a recipe is a mistake, which reading the card reports. */
const isCardAlone = (dir: string): boolean =>
  existsSync(join(dir, 'card.yaml')) && !existsSync(join(dir, 'recipe.yaml'));

/** The cards of all sources, in the order of their ids. */
export function readCards(root: string, problems: string[]): { sources: Source[]; editions: Edition[] } {
  const cards = sourceFolders(root).flatMap((dir) => attempt(problems, () => readCard(dir)) ?? []);
  return {
    sources: cards.map(({ source }) => source).sort(byId),
    editions: cards.map(({ edition }) => edition).sort(byId),
  };
}

/** Reads and checks the whole catalogue, with the cards of all sources. @throws SourceError */
export function readCatalogue(root: string): Catalogue {
  const problems: string[] = [];
  const home = join(root, 'catalogue');
  const folder = join(home, 'indicators');
  const indicators: Indicator[] = [];
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (!name.endsWith('.yaml')) continue;
    const path = join(folder, name);
    const read = attempt(problems, () => readYaml(path, indicatorShape));
    if (!read) continue;
    if (`${read.id}.yaml` !== name) problems.push(`${path}: id: "${read.id}" is not the file's name`);
    indicators.push(read);
  }
  if (indicators.length === 0 && problems.length === 0) problems.push(`${folder}: holds no indicator`);
  const readAreas: Area[] | null = attempt(problems, () => readYaml(join(home, 'areas.yaml'), areasShape));
  const readDimensions: Dimension[] | null = attempt(problems, () =>
    readYaml(join(home, 'dimensions.yaml'), dimensionsShape),
  );
  const breaks = attempt(problems, () => readBreaks(home));
  const tabulations = attempt(problems, () => readTabulations(home));
  const { sources, editions } = readCards(root, problems);
  refuse(problems);
  const catalogue: Catalogue = {
    indicators: indicators.sort(byId),
    areas: readAreas ?? [],
    dimensions: readDimensions ?? [],
    sources,
    editions,
    ...(breaks && { breaks }),
    ...(tabulations && { tabulations }),
  };
  refuse(crossReferences(home, catalogue));
  return catalogue;
}
