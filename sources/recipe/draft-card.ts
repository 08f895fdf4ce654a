/** A card to fill in, for a source that a user loads for their own site. */
import type { Recipe } from './schema/shape.ts';

/** Contains only known facts: the licence is unknown, so the source is not redistributed. */
export function draftCard(
  recipe: Recipe,
  hash: string,
  today = new Date().toISOString().slice(0, 10),
  vintage = today,
): string {
  const title = JSON.stringify(recipe.title ?? recipe.file);
  return `# Drafted: correct what is not so, above all publisher, published, vintage and licence.
id: ${recipe.source}
kind: primary
form: series
title: { en: ${title}, es: ${title} }
shortTitle: { en: ${recipe.source}, es: ${recipe.source} }
publisher: not stated
published: ${vintage}
licence: { name: not stated }
redistribute: unknown
redistributeReason: The licence has not been looked up.
edition:
  vintage: ${vintage}
  accessed: ${today}
  sha256: ${hash}
`;
}
