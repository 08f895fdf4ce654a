/** A draft of a new indicator: what the recipe says of it, and else as little as possible. */
import type { Text } from '#stats/language.ts';
import type { Measure } from '#stats/model/measure.ts';
import { isOwn, OWN_PREFIX } from '#stats/model/own-catalogue.ts';
import { formatNumber } from '#stats/number.ts';
import { capitalise } from '#stats/text.ts';
import type { Basis } from '#stats/time/period.ts';
import { stringify } from 'yaml';
import { moneyUnit } from '../metadata/money.ts';
import type { BeforeRelease } from '../recipe/expect/before-release.ts';
import type { Recipe } from '../recipe/schema/shape.ts';

interface DraftingIndicator {
  readonly recipe: Recipe;
  readonly before: BeforeRelease;
  /** The decimals of the figures of each new indicator. */
  readonly decimals: ReadonlyMap<string, number>;
}

/** `Homicide rate`, from `homicide-rate`. */
export const wordsOfCode = (code: string): string => {
  return capitalise(code.replaceAll('-', ' ').replaceAll('_', ' '));
};

/** What the recipe says of a new indicator. */
type Description = NonNullable<Recipe['figures'][number]['describe']>;

/** The unit of a measure, as far as it follows from the measure alone. */
function unitOf(
  measure: Measure,
  { per, currency, priceYear }: Description,
): { code: string; label: Text } | null {
  if (currency !== undefined) return moneyUnit(currency, priceYear);
  const label = labelOf(measure, per);
  return label && { code: label.en, label };
}

function labelOf(measure: Measure, per: number | undefined): Text | null {
  if (measure === 'share') return { en: 'share', es: 'proporción' };
  if (measure === 'count') return { en: 'count', es: 'número' };
  if (per === undefined) return null;
  return { en: `per ${formatNumber(per, 'en')}`, es: `por cada ${formatNumber(per, 'es')}` };
}

/** Amounts at prices of different years never have one unit. */
const unitCode = (unit: string, priceYear: number | undefined): string =>
  priceYear === undefined || unit.includes(String(priceYear)) ? unit : `${unit} at ${priceYear} prices`;

/** What a recipe must say of a new indicator, because nothing else does; one line each. */
export function lacksOf(id: string, { recipe }: Pick<DraftingIndicator, 'recipe'>): string[] {
  const { measure, describe: said = {} } = recipe.figures.find((figure) => figure.indicator === id) ?? {};
  const where = `${id}: in the recipe, under describe of its figure, write`;
  return [
    ...(measure === 'rate' && said.per === undefined
      ? [`${where} per: (so many per how many people: 100000, 1000)`]
      : []),
    ...((measure === 'estimate' || measure === 'level') &&
    said.unit === undefined &&
    said.currency === undefined
      ? [`${where} unit: { en: ..., es: ... } (points of an index, kilometres), or currency: USD`]
      : []),
    ...(said.priceYear !== undefined && said.currency === undefined
      ? [`${where} currency: the currency of the prices of ${said.priceYear}`]
      : []),
  ];
}

/**
 * A draft of an indicator: what the recipe says of it, and else as little as possible. It is not additive unless the
 * recipe says so.
 */
export function draftIndicator(id: string, { recipe, before, decimals }: DraftingIndicator): string {
  const figure = recipe.figures.find((figure) => figure.indicator === id);
  const measure = figure?.measure ?? 'count';
  const said = figure?.describe ?? {};
  const needs = before.needs.filter((need) => need.of === id);
  const bases = needs.flatMap((need) => (need.kind === 'basis' ? [need.code as Basis] : []));
  const definitions = needs.flatMap((need) => (need.kind === 'definition' ? need.code : []));
  const name = wordsOfCode(isOwn(id) ? id.slice(OWN_PREFIX.length) : id);
  const title = said.title ?? { en: name, es: name };
  const unit = unitOf(measure, said) ?? { code: title.en, label: title };
  const words = ({ en, es }: Text): Text => ({ en, es });
  const entry = {
    id,
    measure,
    title: words(title),
    definition: words(
      said.definition ?? { en: `${title.en}, as the source gives it.`, es: `${title.es}, según la fuente.` },
    ),
    unit: said.unit
      ? { code: unitCode(said.unit.en, said.priceYear), label: words(said.unit) }
      : { code: unit.code, label: words(unit.label) },
    ...(measure === 'rate' && { per: said.per ?? 100_000 }),
    ...(said.currency !== undefined && { currency: said.currency }),
    ...(said.priceYear !== undefined && { priceYear: said.priceYear }),
    decimals: said.decimals ?? decimals.get(id) ?? 0,
    areaRole: { en: 'Where it is counted', es: 'Dónde se cuenta' },
    ...(needs.some((need) => need.kind === 'counterpart') && {
      counterpartRole: { en: 'The other area', es: 'La otra zona' },
    }),
    counted: 'not stated',
    additive: said.additive ?? 'none',
    signed: figure?.signed ?? false,
    bases,
    ...(said.weight && { weight: said.weight }),
    sources: [recipe.source],
    ...(definitions.length > 0 && {
      definitions: definitions.map((code) => {
        const named = { en: wordsOfCode(code), es: wordsOfCode(code) };
        return { code, name: named, text: named };
      }),
    }),
  };
  const head =
    said.title && (said.unit ?? said.currency)
      ? ''
      : '# Drafted: correct title, definition and unit, in both languages.\n';
  return head + stringify(entry, { lineWidth: 0, aliasDuplicateObjects: false });
}
