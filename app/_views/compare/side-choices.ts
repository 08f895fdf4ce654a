/** What the controls of a side offer over time: only what is on file for its place, by name. */
import { areaName, breakdownName, definitionName } from '#app/_charts/wording/code-name.ts';
import type { Choice } from '#app/_controls/choices.ts';
import { COMPARE_WORDS } from '#app/_words/compare.ts';
import { collate } from '#stats/collate.ts';
import { BASIS_WORDS } from '#stats/format/labels.ts';
import type { Language } from '#stats/language.ts';
import { codesBelow } from '#stats/model/area-overlap.ts';
import type { Catalogue } from '#stats/model/catalogue.ts';
import { ALL, NONE, type SeriesKey } from '#stats/model/observation.ts';
import { PLACES, type PlaceAxis, type Side } from '#stats/query/several.ts';
import { choicesOn, codeOfChoice, type SideChoice } from '#stats/query/settle-side.ts';
import { PREFERRED } from '#stats/query/values.ts';
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

const byName = (a: Choice, b: Choice): number => collate(a.name, b.name);

/** The places that a side names, as the control writes them. */
const whereOf = (side: Side): string => `${side.place}:${placesOfSide(side).join('~')}`;

const codeOn = (series: SeriesKey, axis: PlaceAxis): string =>
  axis === 'area' ? series.area : series.counterpart;

/** The places that a side names. */
const placesOfSide = ({ place, query }: Side): readonly string[] =>
  place === 'area' ? [...query.country, ...query.group] : query.origin;

interface ControlsOf {
  readonly side: Side;
  readonly onFile: readonly SeriesKey[];
  readonly catalogue: Catalogue;
  readonly language: Language;
}

/** The name of an area; what stands for all of them is called so. */
const nameIn =
  ({ catalogue, language }: ControlsOf) =>
  (code: string): string =>
    code === ALL || code === NONE
      ? COMPARE_WORDS[language].everyOrigin
      : areaName(catalogue.areas, code, language);

/** The names of the codes of each choice. */
function namesOfChoices(of: ControlsOf): Readonly<Record<SideChoice, (code: string) => string>> {
  const { side, catalogue, language } = of;
  return {
    origin: nameIn(of),
    country: nameIn(of),
    breakdown: (code) => breakdownName(catalogue.dimensions, code, language) || COMPARE_WORDS[language].total,
    definition: (code) => definitionName(side.indicator, code, language),
    basis: (code) => BASIS_WORDS[code as keyof typeof BASIS_WORDS][language],
    source: (code) => catalogue.sources.find(({ id }) => id === code)?.shortTitle[language] ?? code,
  };
}

/** The places of an axis by name, then the groups that are computed from them; first what the side has, if it is a list. */
function placesOn(of: ControlsOf, axis: PlaceAxis): Choice[] {
  const { side, onFile, catalogue, language } = of;
  const name = nameIn(of);
  const codes = new Set(onFile.map((series) => codeOn(series, axis)).filter((code) => !code.startsWith('_')));
  const options = [...codes].map((code) => ({ code: `${axis}:${code}`, name: name(code) }));
  const groups = catalogue.areas
    .filter(
      ({ kind, code, members = [] }) =>
        kind === 'group' && !codes.has(code) && members.filter((member) => codes.has(member.area)).length > 1,
    )
    .map((area) => ({ code: `${axis}:${area.code}`, name: area.name[language] }));
  const own = placesOfSide(side);
  const isKnown = [...options, ...groups].some(({ code }) => code === whereOf(side));
  const several =
    axis === side.place && own.length > 0 && !isKnown
      ? [{ code: whereOf(side), name: own.map(name).join(', ') }]
      : [];
  return [...several, ...options.toSorted(byName), ...groups.toSorted(byName)];
}

export function sideControls(
  side: Side,
  onFile: readonly SeriesKey[],
  catalogue: Catalogue,
  language: Language,
  /** The figures that are drawn: they say what was taken where the question names nothing. */
  drawn: readonly SeriesKey[],
): SideControls {
  const { indicator, place, query } = side;
  const of: ControlsOf = { side, onFile, catalogue, language };
  const names = namesOfChoices(of);
  const where = PLACES.filter((axis) => axis === 'area' || indicator.counterpartRole)
    .map((axis) => ({ axis, options: placesOn(of, axis) }))
    .filter(({ options }) => options.length > 0);
  // A group is computed from its members, so what they have on file can be chosen.
  const byCode = new Map(catalogue.areas.map((area) => [area.code, area]));
  const codes = new Set(placesOfSide(side).flatMap((code) => [code, ...codesBelow(code, byCode)]));
  const atPlace = onFile.filter((series) => codes.size === 0 || codes.has(codeOn(series, place)));
  const chosen: Readonly<Record<SideChoice, string | undefined>> = {
    origin: query.origin[0],
    country: [...query.country, ...query.group][0],
    breakdown: query.breakdown[0],
    definition: query.definition[0],
    basis: query.basis[0],
    // Which source is the preferred one is told by what is drawn.
    source: query.source.find((code) => code !== PREFERRED),
  };
  const controls = choicesOn(place).flatMap((choice): SideControl[] => {
    const own = unique(atPlace.map((series) => codeOfChoice(series, choice)));
    const options = own.map((code) => ({ code, name: names[choice](code) }));
    if (options.length === 0 || (choice === 'definition' && indicator.definitions.length === 0)) return [];
    if (choice === 'origin' && !indicator.counterpartRole) return [];
    const taken = unique(drawn.map((key) => codeOfChoice(key, choice)));
    return [{ choice, options, chosen: chosen[choice] ?? taken[0] ?? own[0] ?? '' }];
  });
  return { where, chosenWhere: whereOf(side), controls };
}
