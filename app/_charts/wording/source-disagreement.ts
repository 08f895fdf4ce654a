/** What several sources say of one thing, as sentences: how far apart they are, and what depends on them. */
import type { Comparison } from '#stats/model/comparison.ts';
import { seriesOf } from '#stats/model/comparison.ts';
import type { Reversal } from '#stats/sources/dependence.ts';
import { DEPENDENCE_WORDS } from '#stats/sources/dependence.ts';
import type { Envelope } from '#stats/sources/range.ts';
import { figureText } from '#stats/format/figure.ts';
import type { DisagreementQuestion, SeveralSources } from '#stats/sources/disagreement.ts';
import { severalSources } from '#stats/sources/disagreement.ts';
import { memberKey } from '#stats/sources/series-key.ts';
import type { Period } from '#stats/time/period.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import { SEVERAL_SOURCES_WORDS } from '#app/_words/several-sources.ts';
import { namesOf, type Names } from './series-name.ts';

/** Pairs and changes that are named one by one, for each source. */
const NAMED = 2;

interface SourceWords {
  readonly found: SeveralSources;
  readonly title: string;
  /** The name of the chosen source. */
  readonly chosen: string;
  /** The verdict in one sentence. */
  readonly verdict: string;
  /** What turns, under which source; what holds. */
  readonly reasons: readonly string[];
  /** How far apart the sources are; null where no two speak of the same thing. */
  readonly spread: string | null;
}

/** Null where fewer than two sources answer. */
export function sourceDisagreementText(comparison: Comparison): SourceWords | null {
  const found = severalSources(comparison);
  if (!found) return null;
  const { language } = comparison;
  const all = seriesOf(comparison);
  const names = namesOf(comparison, all, language);
  const of = new Map(comparison.cells.map((cell) => [memberKey(cell), names.who(cell)]));
  const who = (member: string): string => of.get(member) ?? member;
  const source = (id: string): string =>
    comparison.sources.find((one) => one.id === id)?.shortTitle[language] ?? id;
  const when = (period: Period | null): string =>
    period ? formatPeriodWords(period, 'stated', language) : '';
  const words = SEVERAL_SOURCES_WORDS[language];
  const chosen = source(found.chosen);
  const same: string[] = [];
  const moved: string[] = [];
  const across: string[] = [];
  const turned = found.others.flatMap(({ source: id, ranking, change }) => {
    const other = source(id);
    const order = (asked: DisagreementQuestion): string[] => {
      const pair = ({ question: [a, b], flip, chosen: signs, other: theirs }: Reversal): string => {
        const period = when(asked.period);
        if (flip === 'possible') return words.opened(who(a), who(b), period, other);
        if (signs[0] === 0 || theirs[0] === 0) return words.tied(who(a), who(b), period, chosen, other);
        const [above, below] = signs[0] === 1 ? [a, b] : [b, a];
        return words.turned(who(above), who(below), period, chosen, other);
      };
      const count = asked.turns.length;
      if (asked.verdict === 'unchecked') return [];
      if (count === 0) same.push(`${other} (${when(asked.period)})`);
      const named = asked.turns.slice(0, NAMED).map(pair);
      return count > NAMED ? [...named, words.morePairs(count, asked.asked)] : named;
    };
    const moves = (asked: DisagreementQuestion): string[] => {
      const [from, to] = [when(asked.from), when(asked.period)];
      if (asked.verdict === 'unchecked') across.push(words.acrossBreak(from, to));
      else if (asked.turns.length === 0) moved.push(`${other} (${words.span(from, to)})`);
      return asked.turns
        .slice(0, NAMED)
        .map(({ question: [member], flip, chosen: signs }) =>
          flip === 'possible'
            ? words.riseOpen(who(member), from, to, other)
            : words.rise(who(member), from, to, chosen, other, signs[0] === 1),
        );
    };
    return [...(ranking ? order(ranking) : []), ...(change ? moves(change) : [])];
  });
  return {
    found,
    title: words.title,
    chosen,
    verdict: DEPENDENCE_WORDS[found.verdict][language],
    reasons: [
      ...turned,
      ...(same.length > 0 ? [words.sameOrder(same.join('; '))] : []),
      ...(moved.length > 0 ? [words.sameChange(moved.join('; '))] : []),
      ...new Set(across),
    ],
    spread: spreadWords(comparison, found.envelopes, names, source),
  };
}

/** How wide an envelope is beside what it is an envelope of. */
const width = ({ apart, low }: Envelope): number => apart.low / Math.max(Math.abs(low), 1e-9);

function spreadWords(
  comparison: Comparison,
  envelopes: readonly Envelope[],
  names: Names,
  source: (id: string) => string,
): string | null {
  const { language, indicator } = comparison;
  const words = SEVERAL_SOURCES_WORDS[language];
  const [first, ...rest] = envelopes;
  if (!first) return null;
  const widest = rest.reduce((a, b) => (width(b) > width(a) ? b : a), first);
  if (widest.apart.low === 0) return widest.apart.high === 0 ? words.agree : null;
  const number = (value: number): string =>
    figureText(
      {
        stated: { qualifier: 'exact', value, low: null, high: null },
        computed: null,
        intervalKind: 'none',
      },
      indicator,
      language,
    );
  const who = `${names.who({ ...widest, source: '' })}, ${formatPeriodWords(widest.period, 'stated', language)}`;
  const list = (ids: readonly string[]): string => ids.map(source).join(', ');
  return Number.isFinite(widest.low) && Number.isFinite(widest.high)
    ? words.spread(who, number(widest.low), list(widest.lowest), number(widest.high), list(widest.highest))
    : words.spreadOpen(who, list(widest.lowest));
}
