/** A card to be filled in, for a source that a person loads for themselves. */
import type { Recipe } from './schema/shape.ts';

/** It says of nothing more than is known: the licence is not, so the source is not passed on. */
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
