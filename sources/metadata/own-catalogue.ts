/**
 * What a folder of own data adds to the catalogue: files as the product's catalogue has them, of which each may be
 * missing. A file in `catalogue/indicators` describes an indicator of its own, or extends one of the product's
 * (`extends: homicide-rate`). Own sources, indicators and groups have ids of their own name space.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { AreaKind, Catalogue, Indicator } from '#stats/model/catalogue.ts';
import {
  combineCatalogues,
  isOwn,
  OWN_PREFIX,
  type Extension,
  type OwnCatalogue,
} from '#stats/model/own-catalogue.ts';
import { BASES } from '#stats/time/period.ts';
import { attempt, refuse } from '../validation/source-error.ts';
import { suggest } from '../validation/nearest.ts';
import { nonEmptyText, readYaml, slug } from '../validation/yaml.ts';
import { readBreaks } from './breaks.ts';
import {
  areasShape,
  byId,
  definitionShape,
  dimensionsShape,
  indicatorShape,
  readCards,
} from './catalogue.ts';
import { crossReferences } from './references.ts';
import { readTabulations } from './tabulations.ts';

const extensionShape = z.strictObject({
  extends: slug,
  sources: z.array(slug).min(1),
  bases: z.array(z.enum(BASES)).default([]),
  definitions: z.array(definitionShape).default([]),
  counterpartRole: nonEmptyText.exactOptional(),
});

/** Kinds of areas whose codes nobody else gives; countries have ISO codes, and cities may have UN/LOCODE. */
const MUST_BE_OWN: readonly AreaKind[] = [
  'group',
  'territory',
  'state',
  'department',
  'municipality',
  'region',
];

const isExtension = (entry: Indicator | Extension): entry is Extension => 'extends' in entry;

/** The own catalogue, and its combination with that of the product. */
export interface OwnReading {
  readonly own: OwnCatalogue;
  readonly combined: Catalogue;
}

/** The indicators of the folder, and what it adds to those of the product. */
function readIndicators(folder: string, product: Catalogue, problems: string[]): (Indicator | Extension)[] {
  const known = product.indicators.map(({ id }) => id);
  const entries: (Indicator | Extension)[] = [];
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    if (!name.endsWith('.yaml')) continue;
    const path = join(folder, name);
    const id = name.slice(0, -'.yaml'.length);
    const shape = isOwn(id) ? indicatorShape : extensionShape;
    const entry = attempt<Indicator | Extension>(problems, () =>
      readYaml(path, shape as typeof indicatorShape),
    );
    if (!entry) continue;
    const named = isExtension(entry) ? entry.extends : entry.id;
    if (named !== id) problems.push(`${path}: "${named}" is not the file's name`);
    if (isExtension(entry) && !known.includes(id)) {
      problems.push(
        `${path}: extends: "${id}" is not an indicator of the product; ${suggest(id, known, `an indicator of your own is named ${OWN_PREFIX}${id}`)}`,
      );
    }
    entries.push(entry);
  }
  return entries;
}

/**
 * Reads and checks the catalogue of own data beside a catalogue of the product. A folder that is empty adds nothing.
 * @throws SourceError
 */
export function readOwnCatalogue(root: string, product: Catalogue): OwnReading {
  const problems: string[] = [];
  const home = join(root, 'catalogue');
  const entries = readIndicators(join(home, 'indicators'), product, problems);
  const optional = <T>(name: string, read: (path: string) => T): T | null =>
    existsSync(join(home, name)) ? attempt(problems, () => read(join(home, name))) : null;
  const areas = optional('areas.yaml', (path) => readYaml(path, areasShape)) ?? [];
  const dimensions = optional('dimensions.yaml', (path) => readYaml(path, dimensionsShape)) ?? [];
  const breaks = attempt(problems, () => readBreaks(home));
  const tabulations = attempt(problems, () => readTabulations(home));
  const { sources, editions } = existsSync(root) ? readCards(root, problems) : { sources: [], editions: [] };
  for (const { id } of sources) {
    if (!isOwn(id))
      problems.push(
        `${join(root, id)}: the id of an own source begins with ${OWN_PREFIX}: rename it to ${OWN_PREFIX}${id}`,
      );
  }
  for (const { code, kind } of areas) {
    if (MUST_BE_OWN.includes(kind) && !isOwn(code))
      problems.push(
        `${join(home, 'areas.yaml')}: ${code}: the code of an own ${kind} begins with ${OWN_PREFIX}: write ${OWN_PREFIX}${code}`,
      );
  }
  refuse(problems);
  const own: OwnCatalogue = {
    indicators: entries.flatMap((entry) => (isExtension(entry) ? [] : entry)).sort(byId),
    extensions: entries.filter(isExtension),
    areas,
    dimensions,
    sources,
    editions,
    ...(breaks && { breaks }),
    ...(tabulations && { tabulations }),
  };
  const combined = combineCatalogues(product, own);
  refuse(crossReferences(home, combined));
  return { own, combined };
}
