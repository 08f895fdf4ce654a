/**
 * The choices that the controls of an indicator offer, in the reader's language: only codes that are on file.
 */
import { breakdownName } from '#app/_charts/wording/code-name.ts';
import { AREA_SYNONYMS } from '#app/_words/synonyms.ts';
import { wordsIn } from '#app/_words/words.ts';
import { collate } from '#stats/collate.ts';
import { figureText } from '#stats/format/figure.ts';
import { BASIS_WORDS } from '#stats/format/labels.ts';
import { listInWords } from '#stats/format/list.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { Language } from '#stats/language.ts';
import { isPlace, isSubnational, type Area, type Catalogue, type Indicator } from '#stats/model/catalogue.ts';
import { ALL, NONE, type Cell } from '#stats/model/observation.ts';
import type { Query } from '#stats/model/query.ts';
import { defaultBases } from '#stats/query/query.ts';
import { askableBases } from '#stats/query/time-bases.ts';
import { unique } from '#stats/text.ts';
import { formatPeriod, isPartOfYear, parsePeriod, YEAR_BASES, type Basis } from '#stats/time/period.ts';
import { intervalOf } from '#stats/time/time-range.ts';
import { printedEnd } from '#stats/uncertainty/hedge.ts';
import { peersOf, rangesOf, type Listed, type Peers } from './listed.ts';

export interface Choice {
  readonly code: string;
  readonly name: string;
  /** Other words that the finder knows it by: its name in the other language, synonyms. */
  readonly words?: string;
  /** For how many periods it has figures, and until when. */
  readonly note?: string;
  /** Its latest figure as text and as a number, and the change of that number in ten years. */
  readonly latest?: string;
  readonly amount?: number;
  readonly change?: number | null;
  /** Which of `Choices.ends` it has figures for, as ranges: `0-22,24`. */
  readonly has?: string;
}

/** The codes on file for an indicator: the part of its dimensions that controls need. */
export interface OnFile {
  readonly areas: readonly string[];
  readonly origins: readonly string[];
  readonly breakdowns: readonly string[];
  readonly definitions: readonly string[];
  readonly sources: readonly string[];
  readonly bases: readonly Basis[];
  /** Period texts, in order of time. */
  readonly periods: readonly string[];
}

/** Several places that are ticked together: the members of a group, or the peers of a place. */
export interface Together {
  readonly name: string;
  readonly codes: readonly string[];
}

export interface Choices {
  readonly countries: readonly Choice[];
  readonly cities: readonly Choice[];
  /** States, departments, municipalities and regions. */
  readonly parts: readonly Choice[];
  readonly groups: readonly Choice[];
  readonly origins: readonly Choice[];
  readonly breakdowns: readonly Choice[];
  readonly definitions: readonly Choice[];
  readonly sources: readonly Choice[];
  readonly bases: readonly Choice[];
  /** The possible ends of a span of time: years, or months if there are no years. */
  readonly ends: readonly Choice[];
  /** Countries of the catalogue without any figure of the indicator. */
  readonly without: readonly Choice[];
  /** The members of groups that have figures, for the places and for the origins. */
  readonly membersOf: { readonly country: readonly Together[]; readonly origin: readonly Together[] };
  /** Countries of the same region that are nearest in population to the first country of the question. */
  readonly peers: Together | null;
}

/** What the choices of a page are made from. */
export interface ChoicesInput {
  readonly catalogue: Catalogue;
  readonly indicator: Indicator;
  readonly onFile: OnFile;
  readonly query: Query;
  readonly language: Language;
  readonly areas?: Listed;
  readonly origins?: Listed;
  /** The population of each country, for the peers. */
  readonly population?: ReadonlyMap<string, Cell>;
}

/** The areas of a list: those with the codes, and every group with a member on file. */
function withGroups(catalogue: Catalogue, codes: readonly string[]): readonly Area[] {
  const own = new Set(codes);
  return catalogue.areas.filter(
    (area) =>
      own.has(area.code) ||
      (area.kind === 'group' && (area.members ?? []).filter((member) => own.has(member.area)).length > 1),
  );
}

/**
 * The usual bases, each alone, and all of them together, as a question may ask for them. Months can be
 * combined into years.
 */
function basesOf(indicator: Indicator, onFile: readonly Basis[]): readonly (readonly Basis[])[] {
  const all = indicator.bases.filter((basis) => onFile.includes(basis));
  const made = onFile.some(isPartOfYear)
    ? askableBases(indicator).filter((basis) => basis !== 'half-year' && !all.includes(basis))
    : [];
  const usual = defaultBases(indicator);
  const sets = [
    usual.filter((basis) => all.includes(basis)),
    ...[...all, ...made].map((basis) => [basis]),
    all,
  ];
  const byText = new Map(sets.filter((set) => set.length > 0).map((set) => [set.join('~'), set]));
  return [...byText.values()];
}

/** The possible ends of a span, and their indices by the indices of the periods on file. */
function endsOf(
  onFile: OnFile,
  language: Language,
): { readonly ends: readonly Choice[]; readonly indexOf: ReadonlyMap<number, number>; isMonths: boolean } {
  const periods = onFile.periods.map((text) => parsePeriod(text));
  const isYears = periods.some((period) => period !== null && YEAR_BASES.includes(period.basis));
  const ends: Choice[] = [];
  const indexOf = new Map<number, number>();
  periods.forEach((period, i) => {
    const isEnd = period && (isYears ? YEAR_BASES.includes(period.basis) : isPartOfYear(period.basis));
    if (!period || !isEnd) return;
    const code = formatPeriod(period);
    indexOf.set(i, ends.length);
    ends.push({
      code,
      name: isPartOfYear(period.basis) ? formatPeriodWords(period, 'stated', language) : code,
    });
  });
  return { ends, indexOf, isMonths: !isYears };
}

/** How one place is listed. */
type Lister = (area: Area) => Choice;

function listerOf(
  { indicator, language }: ChoicesInput,
  { ends, indexOf, isMonths }: ReturnType<typeof endsOf>,
  listed: Listed | undefined,
): Lister {
  const words = wordsIn(language).page;
  return (area) => {
    const other = area.name[language === 'en' ? 'es' : 'en'];
    const choice = {
      code: area.code,
      name: area.name[language],
      words: [other, ...(AREA_SYNONYMS[area.code] ?? [])].join(' '),
    };
    if (area.kind === 'group') return choice;
    const own = (listed?.periods.get(area.code) ?? []).flatMap((i) => indexOf.get(i) ?? []);
    const figure = listed?.figures.get(area.code);
    const last = ends[own.at(-1) ?? -1];
    const count = { n: own.length };
    const counted = isMonths ? words.monthsListed(count) : words.yearsListed(count);
    return {
      ...choice,
      has: rangesOf(own),
      ...(own.length > 0 && {
        note: last && last !== ends.at(-1) ? words.listedTo({ counted, last: last.name }) : counted,
      }),
      ...(figure && {
        latest: figureText(figure.cell, indicator, language),
        amount: figure.cell.stated ? printedEnd(figure.cell.stated) : 0,
        change: figure.change,
      }),
    };
  };
}

/** By the latest figure, the highest first, if most have one; the others by name. */
function inOrder(choices: readonly Choice[]): Choice[] {
  const byName = choices.toSorted((a, b) => collate(a.name, b.name));
  const withFigure = byName.filter(({ amount }) => amount !== undefined);
  if (withFigure.length * 2 < byName.length) return byName;
  return byName.toSorted((a, b) => (b.amount ?? -Infinity) - (a.amount ?? -Infinity) || 0);
}

/** The codes of a question that a list does not have: they stay in the list, so that the form keeps them. */
const withAsked = (
  choices: readonly Choice[],
  asked: readonly string[],
  name: (code: string) => string,
): Choice[] => [
  ...choices,
  ...asked
    .filter((code) => !choices.some((choice) => choice.code === code))
    .map((code) => ({ code, name: name(code) })),
];

/** Groups of two to forty members with figures: more are ticked faster by asking for the group. */
const MOST_MEMBERS = 40;

const membersOf = (areas: readonly Area[], codes: readonly string[], language: Language): Together[] =>
  areas
    .map(({ name, members }) => ({
      name: name[language],
      codes: unique((members ?? []).map(({ area }) => area)).filter((code) => codes.includes(code)),
    }))
    .filter((group) => group.codes.length > 1 && group.codes.length <= MOST_MEMBERS)
    .toSorted((a, b) => collate(a.name, b.name));

/** Everything that the controls of a page offer, and everything that its question already has. */
export function choicesOf(input: ChoicesInput): Choices {
  const { catalogue, indicator, onFile, query, language } = input;
  const nameOf = (code: string): string =>
    catalogue.areas.find((area) => area.code === code)?.name[language] ?? code;
  const time = endsOf(onFile, language);
  const areas = withGroups(catalogue, unique([...onFile.areas, ...query.country, ...query.group]));
  const list = listerOf(input, time, input.areas);
  const ofKind = (isOfIt: (kind: Area['kind']) => boolean): Choice[] =>
    inOrder(areas.filter(({ kind }) => isOfIt(kind)).map(list));
  const originCodes = unique([...onFile.origins, ...query.origin]).filter((code) => code !== NONE);
  const origins = withGroups(catalogue, originCodes);
  const known = new Set(areas.map(({ code }) => code));
  const [first] = query.country;
  const peers =
    first === undefined || !input.population
      ? null
      : peersOf(
          catalogue,
          first,
          new Set(onFile.areas.filter((code) => !query.country.includes(code))),
          input.population,
        );
  return {
    countries: ofKind((kind) => isPlace(kind) && !isSubnational(kind)),
    cities: ofKind((kind) => kind === 'city'),
    parts: ofKind((kind) => isSubnational(kind) && kind !== 'city'),
    groups: ofKind((kind) => kind === 'group'),
    origins: inOrder(origins.map(listerOf(input, time, input.origins))),
    breakdowns: withAsked(
      onFile.breakdowns.map((code) => ({ code, name: breakdownLabel(input, code) })),
      query.breakdown,
      (code) => breakdownLabel(input, code),
    ),
    definitions: indicator.definitions
      .filter(({ code }) => onFile.definitions.includes(code) || query.definition.includes(code))
      .map(({ code, name }) => ({ code, name: name[language] })),
    sources: indicator.sources.flatMap((id) => {
      const source = catalogue.sources.find((candidate) => candidate.id === id);
      const isListed = onFile.sources.includes(id) || query.source.includes(id);
      return source && isListed
        ? [{ code: id, name: source.shortTitle[language], words: source.title[language] }]
        : [];
    }),
    bases: withAsked(
      basesOf(indicator, onFile.bases).map((bases) => basisChoice(bases, language)),
      intervalOf(query.time) ? [] : [query.basis.join('~')],
      (code) => basisChoice(code.split('~') as Basis[], language).name,
    ),
    ends: time.ends,
    without: catalogue.areas
      .filter(({ code, kind }) => kind === 'country' && !known.has(code))
      .map(({ code, name }) => ({ code, name: name[language], words: name[language === 'en' ? 'es' : 'en'] }))
      .toSorted((a, b) => collate(a.name, b.name)),
    membersOf: {
      country: membersOf(areas, onFile.areas, language),
      origin: membersOf(origins, onFile.origins, language),
    },
    peers: peers && first !== undefined ? peersTogether(peers, nameOf(first), nameOf, language) : null,
  };
}

const breakdownLabel = ({ catalogue, language }: ChoicesInput, code: string): string =>
  code === ALL ? wordsIn(language).page.total : breakdownName(catalogue.dimensions, code, language);

const basisChoice = (bases: readonly Basis[], language: Language): Choice => ({
  code: bases.join('~'),
  name: bases.map((basis) => BASIS_WORDS[basis][language]).join(' + '),
});

const peersTogether = (
  peers: Peers,
  place: string,
  nameOf: (code: string) => string,
  language: Language,
): Together => ({
  name: wordsIn(language).page.peers({
    place,
    region: peers.region[language],
    names: listInWords(peers.codes.map(nameOf), language),
  }),
  codes: peers.codes,
});
