/**
 * A recipe as a source of own data: the source, and indicators that the product does not have, get ids in the name
 * space of own data. The rest of the recipe's text stays as written.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, parseDocument, visit } from 'yaml';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { isOwn, ownId } from '#stats/model/own-catalogue.ts';
import { readCard, type Card } from '../metadata/card.ts';
import { parseRecipe } from '../recipe/schema/recipe.ts';
import type { RecipeSource } from '../recipe/schema/source.ts';

/** The text of a recipe with ids of own data. */
export function ownRecipeText(text: string, product: Catalogue): string {
  const known = new Set(product.indicators.map(({ id }) => id));
  const sources = new Set(product.sources.map(({ id }) => id));
  const document = parseDocument(text);
  let changed = false;
  visit(document, {
    Pair: (_, { key, value }, { length: depth }) => {
      if (!isScalar(key) || !isScalar(value) || typeof value.value !== 'string') return;
      const { value: id } = value;
      // The source of a weight may be one of the product's; that of the recipe is always its own.
      const isOwned =
        key.value === 'source' ? depth <= 2 || !sources.has(id) : key.value === 'indicator' && !known.has(id);
      if (isOwn(id) || !isOwned) return;
      value.value = ownId(id);
      changed = true;
    },
  });
  return changed ? document.toString({ lineWidth: 0, flowCollectionPadding: true }) : text;
}

/** The card with the id of own data; its edition is named after it. */
const ownCard = ({ source, edition }: Card): Card => {
  const id = ownId(source.id);
  return { source: { ...source, id }, edition: { ...edition, id: `${id}@${edition.vintage}`, source: id } };
};

/** A recipe of the product or of a user as a source of own data in `folder`. @throws SourceError */
export function ownSource(
  { path, card, cardPath }: RecipeSource,
  folder: string,
  product: Catalogue,
): RecipeSource {
  const text = ownRecipeText(readFileSync(path, 'utf8'), product);
  const recipe = parseRecipe(text, path);
  const own = join(folder, recipe.source);
  if (existsSync(join(own, 'card.yaml'))) return { recipe, path, text, card: readCard(own) };
  if (!card || cardPath === undefined) return { recipe, path, text, card };
  const cardText = readFileSync(cardPath, 'utf8').replace(/^id:.*$/m, `id: ${recipe.source}`);
  return { recipe, path, text, card: ownCard(card), cardText };
}
