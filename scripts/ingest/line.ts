// The two lines that files are loaded into: a site's own data, and the product's sources (for those who maintain them).

import { join } from 'node:path';
import { publishLines } from '#db/publish/publish.ts';
import type { Draft, Home } from '#sources/draft/draft.ts';
import { productHome } from '#sources/draft/draft.ts';
import { ownSource } from '#sources/draft/own-source.ts';
import {
  draftOwnRelease,
  draftRelease,
  type DraftedRelease,
  type ReleaseWish,
} from '#sources/draft/release.ts';
import { readCatalogue } from '#sources/metadata/catalogue.ts';
import { readOwnCatalogue } from '#sources/metadata/own-catalogue.ts';
import type { RecipeSource } from '#sources/recipe/schema/source.ts';
import { readOwnReleases, readReleases } from '#sources/releases/committed.ts';
import type { Catalogue, Release } from '#stats/model/catalogue.ts';
import { joinVersions } from '#stats/model/release.ts';
import { findOwnHome } from '../database/own-folder.ts';
import { committedLines, ownPublicationOf, publicationOf } from '../database/replay.ts';

/** A drafted release, and its publication together with all that are committed. */
export interface LineRelease extends DraftedRelease<Release> {
  /** The number that the site shows. */
  readonly shown: string;
  readonly publish: (report: (step: string) => void, settle: () => void) => Promise<{ version: string }>;
}

export interface DataLine {
  readonly isOwn: boolean;
  readonly root: string;
  readonly home: Home;
  /** The catalogue that a file is read with, with what a draft has added to it. */
  readonly catalogueIn: (draft: Draft) => Catalogue;
  /** The last release of the line, for messages; undefined before the first. */
  readonly last: () => Pick<Release, 'version' | 'contentHash'> | undefined;
  /** A source as the line has it: own data has ids of its own. */
  readonly sourceOf: (source: RecipeSource) => RecipeSource;
  readonly draftRelease: (wish: Omit<ReleaseWish, 'root'>) => Promise<LineRelease | null>;
}

/** The product's own sources. */
export const productLine = (root: string): DataLine => ({
  isOwn: false,
  root,
  home: productHome(root),
  catalogueIn: ({ sources }) => readCatalogue(sources),
  last: () => readReleases(root).at(-1),
  sourceOf: (source) => source,
  draftRelease: async (wish) => {
    const drafted = await draftRelease({ root, ...wish });
    if (!drafted) return null;
    const { product, own } = committedLines(root);
    const lines = { product: [...product, publicationOf(drafted.release)], own };
    return {
      ...drafted,
      shown: joinVersions(drafted.release.version, own.at(-1)?.version ?? null),
      publish: (report, settle) => publishLines(lines, report, settle),
    };
  },
});

/** The catalogue of the newest release, which own data is loaded beside. */
const newestCatalogue = (root: string): Catalogue =>
  readReleases(root).at(-1)?.catalogue ?? readCatalogue(join(root, 'sources'));

/** The product's newest catalogue, and its combination with that of the folder of own data. */
export function catalogueBeside(root: string, folder: string): { product: Catalogue; combined: Catalogue } {
  const product = newestCatalogue(root);
  return { product, combined: readOwnCatalogue(folder, product).combined };
}

/** The site's own data. */
export function ownLine(root: string): DataLine {
  const home = findOwnHome(root);
  return {
    isOwn: true,
    root,
    home,
    catalogueIn: ({ sources }) => readOwnCatalogue(sources, newestCatalogue(root)).combined,
    last: () => readOwnReleases(home.folder).at(-1),
    sourceOf: (source) => ownSource(source, home.folder, newestCatalogue(root)),
    draftRelease: async (wish) => {
      const drafted = await draftOwnRelease({ root, folder: home.folder, ...wish });
      if (!drafted) return null;
      const { product, own } = committedLines(root);
      const lines = { product, own: [...own, ownPublicationOf(drafted.release)] };
      return {
        ...drafted,
        shown: joinVersions(product.at(-1)?.version ?? '', drafted.release.version),
        publish: (report, settle) => publishLines(lines, report, settle),
      };
    },
  };
}
