/** What the controls of a side offer over time: only what is on file for its place, by name. */
import { areaName, breakdownName, definitionName } from '#app/_charts/wording/code-name.ts';
import type { Choice } from '#app/_controls/choices.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { collate } from '#stats/collate.ts';
import { BASIS_WORDS } from '#stats/format/labels.ts';
import type { Language } from '#stats/language.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { ALL, NONE, type SeriesKey } from '#stats/model/observation.ts';
import { PLACES, type Side } from '#stats/query/several.ts';
import { choicesOn, codeOfChoice, type SideChoice } from '#stats/query/settle-side.ts';
import { unique } from '#stats/text.ts';

export interface SideControl {
  readonly choice: SideChoice;
  readonly options: readonly Choice[];
  readonly chosen: string;
}

/** The controls of one side. */
export interface SideControls {
  /** Places by axis: where it happened, and where people come from. */
  readonly where: readonly { readonly axis: 'area' | 'origin'; readonly options: readonly Choice[] }[];
  readonly chosenWhere: string;
  readonly controls: readonly SideControl[];
}

/** The places that a side names, as the control writes them. */
const whereOf = ({ place, query }: Side): string =>
  `${place}:${(place === 'area' ? [...query.country, ...query.group] : query.origin).join('~')}`;

export function sideControls(
  side: Side,
  onFile: readonly SeriesKey[],
  catalogue: Catalogue,
  language: Language,
): SideControls {
  const { indicator, place, query } = side;
  const codeOn = (series: SeriesKey, axis: 'area' | 'origin'): string =>
    axis === 'area' ? series.area : series.counterpart;
  const own = place === 'area' ? [...query.country, ...query.group] : query.origin;
  const name = (code: string): string =>
    code === ALL || code === NONE
      ? COMPARE_WORDS[language].everyOrigin
      : areaName(catalogue.areas, code, language);
  const names: Readonly<Record<SideChoice, (code: string) => string>> = {
    origin: name,
    country: name,
    breakdown: (code) => breakdownName(catalogue.dimensions, code, language) || COMPARE_WORDS[language].total,
    definition: (code) => definitionName(indicator, code, language),
    basis: (code) => BASIS_WORDS[code as keyof typeof BASIS_WORDS][language],
    source: (code) => catalogue.sources.find(({ id }) => id === code)?.shortTitle[language] ?? code,
  };
  const where = PLACES.filter((axis) => axis === 'area' || indicator.counterpartRole).map((axis) => {
    const codes = unique(onFile.map((series) => codeOn(series, axis))).filter(
      (code) => !code.startsWith('_'),
    );
    const options = codes.map((code) => ({ code: `${axis}:${code}`, name: name(code) }));
    const several =
      axis === place && own.length > 1 ? [{ code: whereOf(side), name: own.map(name).join(', ') }] : [];
    return { axis, options: [...several, ...options.toSorted((a, b) => collate(a.name, b.name))] };
  });
  const atPlace = onFile.filter((series) => own.length === 0 || own.includes(codeOn(series, place)));
  const chosen: Readonly<Record<SideChoice, string | undefined>> = {
    origin: query.origin[0],
    country: [...query.country, ...query.group][0],
    breakdown: query.breakdown[0],
    definition: query.definition[0],
    basis: query.basis[0],
    source: query.source[0],
  };
  const controls = choicesOn(place).flatMap((choice): SideControl[] => {
    const codes = unique(atPlace.map((series) => codeOfChoice(series, choice)));
    const options = codes.map((code) => ({ code, name: names[choice](code) }));
    if (options.length === 0 || (choice === 'definition' && indicator.definitions.length === 0)) return [];
    if (choice === 'origin' && !indicator.counterpartRole) return [];
    return [{ choice, options, chosen: chosen[choice] ?? codes[0] ?? '' }];
  });
  return { where: where.filter(({ options }) => options.length > 0), chosenWhere: whereOf(side), controls };
}
