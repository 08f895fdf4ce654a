/**
 * What is known of one area: for each indicator with figures for it, one series, where it stands among others in its
 * latest period, and the figures that only a document says. Three statements in all: what is on file, the series,
 * and those of the others.
 */
import { readAreaCounts, readFiguresOnFile, type AreaCount, type FiguresOnFile } from '#db/areas-on-file.ts';
import { areasByCode } from '#db/engine/plan/plan.ts';
import type { ReleaseIndex } from '#db/releases.ts';
import type { Language } from '#stats/language.ts';
import { codesBelow } from '#stats/model/area-overlap.ts';
import type { Area, Indicator } from '#stats/model/catalogue.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import { MEASURES } from '#stats/model/measure.ts';
import { ALL, NONE, type Cell, type RankRange } from '#stats/model/observation.ts';
import type { AreaProfile, ProfileEntry } from '#stats/query/area-profile.ts';
import { mainSeries, seriesSearch } from '#stats/query/main-series.ts';
import { parseQuery } from '#stats/query/query.ts';
import { PLACES, type PlaceAxis } from '#stats/query/several.ts';
import { parseParameters } from '#stats/query-string.ts';
import { BASIS_RULES, comparePeriods, formatPeriod, isDated, isOver } from '#stats/time/period.ts';
import { hasFigure } from '#stats/transform/derived.ts';
import { rankOf, usedOnce } from '#stats/transform/rank.ts';
import type { AnswerPlan, AnswerPlans } from './answer-plan.ts';
import { findIndex, type CatalogueData } from './catalogue.ts';
import { memoizeAsync } from './memoize-async.ts';
import type { Reader } from './pool.ts';

/** With fewer areas than this there is no rank. */
const LEAST_RANKED = 5;
/** Profiles that are kept: more than the areas of one release. */
const MOST_PROFILES = 400;

export interface AreaData {
  /** The areas with figures. */
  loadAreaCounts(version: string): Promise<readonly AreaCount[]>;
  /** Null if the release has no such area, or nothing about it. */
  loadAreaProfile(version: string, language: Language, code: string): Promise<AreaProfile | null>;
}

export function areaData(reader: Reader, catalogues: CatalogueData, plans: AnswerPlans): AreaData {
  const load = async (version: string, language: Language, code: string): Promise<AreaProfile | null> => {
    const index = await findIndex(catalogues, version);
    const area = areasByCode(index.catalogue).get(code);
    if (!area) return null;
    const within = index.catalogue.areas.filter((other) => other.within === code);
    const members = area.kind === 'group' ? [...codesBelow(code, areasByCode(index.catalogue))] : [];
    const asked = [code, ...within.map((city) => city.code), ...members];
    const onFile = await readFiguresOnFile((await reader()).sql, index, asked);
    return profileOf({ index, area, within, members, language, plans }, onFile);
  };
  return {
    loadAreaCounts: memoizeAsync(
      async (version: string) => readAreaCounts((await reader()).sql, await findIndex(catalogues, version)),
      { max: 20 },
    ),
    loadAreaProfile: memoizeAsync(load, { max: MOST_PROFILES, keeps: (profile) => profile !== null }),
  };
}

interface Subject {
  readonly index: ReleaseIndex;
  readonly area: Area;
  /** The cities of a country. */
  readonly within: readonly Area[];
  /** All members of a group. */
  readonly members: readonly string[];
  readonly language: Language;
  readonly plans: AnswerPlans;
}

/** An indicator with what is on file for the area on one axis. */
interface OnAxis {
  readonly indicator: Indicator;
  readonly axis: PlaceAxis;
  readonly own: readonly FiguresOnFile[];
  readonly main: FiguresOnFile;
}

async function profileOf(subject: Subject, onFile: readonly FiguresOnFile[]): Promise<AreaProfile | null> {
  const { area } = subject;
  const { sources, indicators } = subject.index.catalogue;
  const documents = new Set(sources.filter(({ kind }) => kind === 'secondary').map(({ id }) => id));
  const isPrinted = ({ source }: FiguresOnFile): boolean => documents.has(source);
  const ordered = indicators.toSorted(
    (a, b) =>
      Number(b.featured ?? false) - Number(a.featured ?? false) ||
      MEASURES.indexOf(a.measure) - MEASURES.indexOf(b.measure),
  );
  const onAxes = ordered.flatMap((indicator): OnAxis[] =>
    PLACES.flatMap((axis) => {
      const own = ofArea(subject, onFile, indicator.id, axis);
      const series = own.filter((candidate) => !isPrinted(candidate));
      const main = mainSeries(series, indicator, axis);
      return main ? [{ indicator, axis, own, main }] : [];
    }),
  );
  const isShown = ({ indicator }: FiguresOnFile): boolean =>
    onAxes.some((entry) => entry.indicator.id === indicator);
  const cities = new Set(subject.within.map(({ code }) => code));
  const once = onFile.filter(
    (series) => isPrinted(series) && (cities.has(series.area) || (isOwn(area, series) && !isShown(series))),
  );
  const [answers, printed] = await answersOf(subject, onAxes, once);
  const entries = onAxes
    .flatMap((entry, i) => entryOf(entry, answers[i]) ?? [])
    .toSorted((a, b) => Number(isPart(a)) - Number(isPart(b)));
  const ranked = await withRanks(subject, entries);
  const codes = new Set(onFile.flatMap((series) => [series.area, series.counterpart]));
  const withFigures = subject.members.filter((code) => codes.has(code));
  // A group has a page even if too few of its members have figures for one of its own: the members are named there.
  const isKnown = ranked.length + printed.length + withFigures.length > 0;
  return isKnown ? { area, entries: ranked, printed, withFigures } : null;
}

const isOwn = ({ code }: Area, series: FiguresOnFile): boolean =>
  series.area === code || series.counterpart === code;

/** Whether an entry of a place is only for people from one other area, because no total is on file. */
const isPart = ({ axis, latest: { counterpart } }: ProfileEntry): boolean =>
  axis === 'area' && counterpart !== ALL && counterpart !== NONE;

/** What is on file of an indicator for the area, or for the members of a group. */
function ofArea(
  { area, members }: Subject,
  onFile: readonly FiguresOnFile[],
  indicator: string,
  axis: PlaceAxis,
): FiguresOnFile[] {
  const codes = new Set([area.code, ...members]);
  return onFile.filter(
    (series) =>
      series.indicator === indicator && codes.has(axis === 'area' ? series.area : series.counterpart),
  );
}

/** The answers of all series and of what is printed once, from one statement. */
async function answersOf(
  { area, index, language, plans }: Subject,
  onAxes: readonly OnAxis[],
  once: readonly FiguresOnFile[],
): Promise<readonly [readonly Comparison[], readonly Comparison[]]> {
  const { catalogue, release } = index;
  const plan = (indicator: Indicator, search: string): Promise<AnswerPlan> =>
    plans.planAnswer({
      version: release.version,
      language,
      query: parseQuery(parseParameters(search), indicator, catalogue),
    });
  const planned = await Promise.all([
    ...onAxes.map(({ indicator, axis, main }) =>
      plan(indicator, seriesSearch(main, indicator, axis, [area])),
    ),
    ...once.flatMap((series) => {
      const indicator = catalogue.indicators.find(({ id }) => id === series.indicator);
      const where = catalogue.areas.filter(({ code }) => code === series.area);
      return indicator ? [plan(indicator, seriesSearch(series, indicator, 'area', where))] : [];
    }),
  ]);
  const comparisons = await plans.loadTogether(planned, false);
  return [comparisons.slice(0, onAxes.length), comparisons.slice(onAxes.length)];
}

/** The longest series of an answer; null without figures. */
function entryOf({ indicator, axis, own }: OnAxis, comparison: Comparison | undefined): ProfileEntry | null {
  if (!comparison) return null;
  const longest = seriesOf(comparison)
    .map(({ cells }) => cells.filter(hasFigure).toSorted((a, b) => comparePeriods(a.period, b.period)))
    .sort((a, b) => b.length - a.length)[0];
  // Of a projection, the latest year that is over, not the last that it reaches.
  const day = comparison.release.date;
  const latest =
    longest?.findLast(({ period }) => isDated(period) && isOver(period, day)) ??
    longest?.find(({ period }) => isDated(period) && period.end !== null) ??
    longest?.findLast(({ period }) => isDated(period)) ??
    longest?.at(-1);
  if (!longest || !latest) return null;
  return {
    axis,
    comparison: { ...comparison, cells: longest },
    latest,
    cells: longest,
    sources: new Set(own.map(({ source }) => source)).size,
    rank: null,
    unranked: indicator.differs ? 'differs' : null,
  };
}

/** The entries with their ranks among areas of the same kind, from one statement. */
async function withRanks(subject: Subject, entries: readonly ProfileEntry[]): Promise<ProfileEntry[]> {
  const { area, index, language, plans } = subject;
  if (area.kind === 'group') return [...entries];
  const isRanked = ({ latest, unranked }: ProfileEntry): boolean =>
    unranked === null && BASIS_RULES[latest.basis].cycle !== null;
  const ranked = entries.filter(isRanked);
  const planned = await Promise.all(
    ranked.map(({ comparison: { indicator }, latest, axis }) => {
      const search = seriesSearch(latest, indicator, axis, [], formatPeriod(latest.period));
      const query = parseQuery(parseParameters(search), indicator, index.catalogue);
      return plans.planAnswer({ version: index.release.version, language, query });
    }),
  );
  const answers = await plans.loadTogether(planned, false);
  const kinds = areasByCode(index.catalogue);
  const ranks = new Map(
    ranked.map((entry, i): [ProfileEntry, RankRange | null] => {
      const code = codeOn(entry.axis);
      const peers = (answers[i]?.cells ?? []).filter((cell) => kinds.get(code(cell))?.kind === area.kind);
      return [entry, rankAmong(area.code, peers, entry)];
    }),
  );
  return entries.map((entry) => {
    const rank = ranks.get(entry) ?? null;
    return { ...entry, rank, unranked: rank ? null : (entry.unranked ?? 'few') };
  });
}

const codeOn =
  (axis: PlaceAxis) =>
  (cell: Pick<Cell, 'area' | 'counterpart'>): string =>
    axis === 'area' ? cell.area : cell.counterpart;

function rankAmong(
  code: string,
  peers: readonly Cell[],
  { axis, comparison: { indicator } }: ProfileEntry,
): RankRange | null {
  const member = codeOn(axis);
  const own = peers.find((cell) => member(cell) === code);
  if (!own || peers.filter(hasFigure).length < LEAST_RANKED) return null;
  const { rank } = rankOf(own, peers, { signed: indicator.signed, member, usedBy: usedOnce() });
  return rank ?? null;
}
