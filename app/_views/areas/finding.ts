/**
 * The finding over a part of an area's page, made by a rule: how far the first long series is below its highest figure;
 * where there is no such series, the rank of the first that has one.
 */
import { lower } from '#app/_charts/text/letter-case.ts';
import { AREA_WORDS } from '#app/_words/areas.ts';
import type { Language } from '#stats/language.ts';
import { isShownWithFigure } from '#stats/comparability/few-cases.ts';
import type { Cell } from '#stats/model/observation.ts';
import { formatNumber } from '#stats/number.ts';
import { figureText } from '#stats/format/figure.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { ProfileEntry } from '#stats/query/area-profile.ts';

/** A highest figure needs a series at least this long. */
const LEAST_FIGURES = 5;
/** A smaller difference is within what publishers revise. */
const LEAST_FALL = 0.05;
/** Areas with a rank up to this are worth naming. */
const LAST_NAMED_RANK = 10;

const valueOf = (cell: Cell): number => cell.stated?.value ?? -Infinity;

/** The highest figure of a long series of single numbers; null for other series. */
function highestOf({ cells }: ProfileEntry): Cell | null {
  const isSingle = cells.every((cell) => cell.stated?.value != null);
  if (!isSingle || cells.length < LEAST_FIGURES) return null;
  return cells.reduce((best, cell) => (valueOf(cell) > valueOf(best) ? cell : best));
}

const periodWords = ({ period, periodStatus }: Cell, language: Language): string =>
  formatPeriodWords(period, periodStatus, language);

/** The highest figure in words; empty if it is the latest, or the series is short. */
export function highestWords(entry: ProfileEntry, language: Language): string {
  const highest = highestOf(entry);
  if (!highest || highest === entry.latest) return '';
  const figure = figureText(highest, entry.comparison.indicator, language);
  return AREA_WORDS[language].highest(figure, periodWords(highest, language));
}

/** @example 'homicide rate 62% below its highest, 2011' */
function fallOf(entry: ProfileEntry, language: Language): string | null {
  const highest = highestOf(entry);
  // A stock such as a population is at its highest nearly always: that is no finding.
  if (!highest || highest === entry.latest || valueOf(highest) <= 0) return null;
  if ([highest, entry.latest].some(({ notes }) => notes.some(isShownWithFigure))) return null;
  const fall = 1 - valueOf(entry.latest) / valueOf(highest);
  if (fall < LEAST_FALL) return null;
  const percent = `${formatNumber(100 * fall, language)}${language === 'es' ? '\u00a0' : ''}%`;
  const title = lower(entry.comparison.indicator.title[language]);
  return AREA_WORDS[language].belowHighest(title, percent, periodWords(highest, language));
}

/** @example 'encounters at the borders of the United States, 3 of 72 origins in FY2024' */
function rankFinding({ rank, axis, comparison, latest }: ProfileEntry, language: Language): string | null {
  if (!rank || rank.worst > LAST_NAMED_RANK) return null;
  const words = AREA_WORDS[language];
  const peers = words.peers[axis === 'origin' ? 'origin' : 'country'];
  return words.ranked(
    lower(comparison.indicator.title[language]),
    words.rank(rank.best, rank.worst, rank.of, peers),
    periodWords(latest, language),
  );
}

/** The first finding that the entries of a part allow, those of origins by rank first; null if there is none. */
export function findingOf(entries: readonly ProfileEntry[], language: Language): string | null {
  const [byFall, byRank] = [fallOf, rankFinding].map((rule) => {
    const first = entries.find((entry) => rule(entry, language) !== null);
    return first ? rule(first, language) : null;
  });
  return (entries[0]?.axis === 'origin' ? (byRank ?? byFall) : (byFall ?? byRank)) ?? null;
}
