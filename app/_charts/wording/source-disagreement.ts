/** What several sources say of one thing, as sentences: how far apart they are, and what depends on them. */
import { DEPENDENCE_WORDS } from '#stats/wording/sources.ts';
import { memberKey } from '#stats/sources/series-key.ts';
import { type Comparison, seriesOf } from '#stats/model/comparison.ts';
import type { Reversal } from '#stats/sources/dependence.ts';
import type { Envelope, SaidBySources } from '#stats/sources/range.ts';
import { figureText } from '#stats/format/figure.ts';
import { severalSources } from '#stats/sources/disagreement.ts';
import type {
  DisagreementQuestion,
  JudgedComparison,
  SeveralSources,
} from '#stats/sources/several-sources.ts';
import type { Period } from '#stats/time/period.ts';
import { formatPeriodWords } from '#stats/format/period.ts';
import type { Language } from '#stats/language.ts';
import { SEVERAL_SOURCES_WORDS } from '#app/_words/several-sources.ts';
import { namesOf, type Names } from './series-name.ts';

/** Most pairs and changes that are named individually, for each source. */
const NAMED = 2;

interface SourceWords {
  readonly found: SeveralSources;
  readonly title: string;
  /** The name of the chosen source. */
  readonly chosen: string;
  /** The verdict in one sentence. */
  readonly verdict: string;
  /** Conclusions that change with the source, and those that hold. */
  readonly reasons: readonly string[];
  /** How far apart the sources are; null if no two of them have a figure for the same thing. */
  readonly spread: string | null;
}

/** Null if fewer than two sources answer. */
export function sourceDisagreementText(comparison: JudgedComparison): SourceWords | null {
  const found = comparison.dependence === undefined ? severalSources(comparison) : comparison.dependence;
  if (!found) return null;
  const { language } = comparison;
  const names = namesOf(comparison, seriesOf(comparison), language);
  const words = SEVERAL_SOURCES_WORDS[language];
  const source = (id: string): string =>
    found.sources.find((candidate) => candidate.id === id)?.shortTitle[language] ?? id;
  const chosen = source(found.chosen);
  const members = new Map(comparison.cells.map((cell) => [memberKey(cell), names.who(cell)]));
  const who = (member: string): string => members.get(member) ?? member;
  const sentences = found.others.flatMap(({ source: id, ranking, change }) => {
    const naming: Naming = { language, who, chosen, other: source(id) };
    return [
      ...(ranking ? [rankingSentences(ranking, naming)] : []),
      ...(change ? [changeSentences(change, naming)] : []),
    ];
  });
  const joined = (part: 'sameOrder' | 'sameChange'): string =>
    sentences.flatMap((answer) => answer[part] ?? []).join('; ');
  const [sameOrder, sameChange] = [joined('sameOrder'), joined('sameChange')];
  return {
    found,
    title: words.title,
    chosen,
    verdict: DEPENDENCE_WORDS[found.verdict][language],
    reasons: [
      ...sentences.flatMap(({ turned }) => turned),
      ...(sameOrder === '' ? [] : [words.sameOrder(sameOrder)]),
      ...(sameChange === '' ? [] : [words.sameChange(sameChange)]),
      ...new Set(sentences.flatMap(({ unchecked }) => unchecked ?? [])),
    ],
    spread: spreadWords(comparison, found.envelopes, names, source),
  };
}

/** The names that the sentences about two sources use. */
interface Naming {
  readonly language: Language;
  readonly who: (member: string) => string;
  readonly chosen: string;
  readonly other: string;
}

/**
 * The sentences of one question: what changes with the source, else that nothing does, else that it was not
 * checked.
 */
interface QuestionSentences {
  readonly turned: readonly string[];
  readonly sameOrder?: string;
  readonly sameChange?: string;
  readonly unchecked?: string;
}

const periodWords = (period: Period | null, language: Language): string =>
  period ? formatPeriodWords(period, 'stated', language) : '';

/** Which areas are above others according to one source and below them according to the other. */
function rankingSentences(
  ranking: DisagreementQuestion,
  { language, who, chosen, other }: Naming,
): QuestionSentences {
  if (ranking.verdict === 'unchecked') return { turned: [] };
  const words = SEVERAL_SOURCES_WORDS[language];
  const period = periodWords(ranking.period, language);
  const count = ranking.turns.length;
  if (count === 0) return { turned: [], sameOrder: `${other} (${period})` };
  const named = ranking.turns
    .slice(0, NAMED)
    .map(({ question: [a, b], flip, chosen: signs, other: theirs }: Reversal): string => {
      if (flip === 'possible') return words.opened(who(a), who(b), period, other);
      if (signs[0] === 0 || theirs[0] === 0) return words.tied(who(a), who(b), period, chosen, other);
      const [above, below] = signs[0] === 1 ? [a, b] : [b, a];
      return words.turned(who(above), who(below), period, chosen, other);
    });
  return { turned: count > NAMED ? [...named, words.morePairs(count, ranking.asked)] : named };
}

/** Which areas rise according to one source and fall according to the other. */
function changeSentences(
  change: DisagreementQuestion,
  { language, who, chosen, other }: Naming,
): QuestionSentences {
  const words = SEVERAL_SOURCES_WORDS[language];
  const [from, to] = [periodWords(change.from, language), periodWords(change.period, language)];
  const turned = change.turns
    .slice(0, NAMED)
    .map(({ question: [member], flip, chosen: signs }) =>
      flip === 'possible'
        ? words.riseOpen(who(member), from, to, other)
        : words.rise(who(member), from, to, chosen, other, signs[0] === 1),
    );
  if (change.verdict === 'unchecked') return { turned, unchecked: words.acrossBreak(from, to) };
  return change.turns.length === 0
    ? { turned, sameChange: `${other} (${words.span(from, to)})` }
    : { turned };
}

/** The width of an envelope relative to its least figure. */
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
  if (!widest.furthest) return widest.apart.high === 0 ? words.agree : null;
  const figure = ({ stated, intervalKind }: SaidBySources): string =>
    figureText({ stated, computed: null, intervalKind }, indicator, language);
  const who = `${names.who({ ...widest, source: '' })}, ${formatPeriodWords(widest.period, 'stated', language)}`;
  const list = ({ sources }: SaidBySources): string => sources.map(source).join(', ');
  const [least, greatest] = widest.furthest;
  return words.spread(who, figure(least), list(least), figure(greatest), list(greatest));
}
