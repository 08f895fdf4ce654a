/** What each release changed of one question's figures, in words: the figure before, the figure now, and the file. */
import { namesOf } from '#app/_charts/wording/series-name.ts';
import { CHANGE_WORDS } from '#app/_words/changes.ts';
import { figureText } from '#stats/format/figure.ts';
import { gapReason } from '#stats/format/gap.ts';
import type { Release } from '#stats/model/catalogue.ts';
import { seriesOf, type Comparison } from '#stats/model/comparison.ts';
import type { Cell } from '#stats/model/observation.ts';
import { figureKey, isSameFigure } from '../vintages.ts';

/** Figures that are named; the text counts the others. */
const MOST_NAMED = 100;

export interface ReleaseChanges {
  readonly release: Release;
  readonly title: string;
  readonly lines: readonly string[];
}

const onFile = ({ cells }: Comparison): Map<string, Cell> =>
  new Map(
    cells.filter(({ gap }) => gap?.code !== 'not-on-file').map((cell) => [figureKey(cell), cell] as const),
  );

/** The changes from one answer to the next; null if there are none. */
function changesBetween(before: Comparison, after: Comparison): ReleaseChanges | null {
  const { language, indicator, release } = after;
  const words = CHANGE_WORDS[language];
  const [old, now] = [onFile(before), onFile(after)];
  const revised = [...now].flatMap(([key, cell]) => {
    const was = old.get(key);
    return was && !isSameFigure(was, cell) ? [{ was, is: cell, of: after }] : [];
  });
  const removed = [...old].flatMap(([key, cell]) =>
    now.has(key) ? [] : [{ was: cell, is: null, of: before }],
  );
  const added = [...now.keys()].filter((key) => !old.has(key)).length;
  const changed = [...revised, ...removed];
  if (changed.length + added === 0) return null;
  const namers = new Map(
    [before, after].map((answer) => [answer, namesOf(answer, seriesOf(answer), language)]),
  );
  const figureOf = (cell: Cell | null): string =>
    cell === null
      ? words.none
      : cell.stated
        ? figureText(cell, indicator, language)
        : gapReason(cell, language);
  const lines = changed.slice(0, MOST_NAMED).map(({ was, is, of }) => {
    const names = namers.get(of)!;
    const cell = is ?? was;
    const what = `${names.whole({ key: cell, computed: cell.computed !== null })}, ${names.period(cell)}`;
    const reason = is ? words.edition(is.editions.join(', ')) : words.removed;
    return `${what}: ${figureOf(was)} → ${figureOf(is)} (${reason})`;
  });
  const rest = changed.length - lines.length;
  return {
    release,
    title: words.title(release.version, changed.length, added),
    lines: [...lines, ...(rest > 0 ? [words.rest(rest)] : []), ...(added > 0 ? [words.added(added)] : [])],
  };
}

/** The changes of each release after the first that can answer, the newest first. */
export const releaseChanges = (answers: readonly Comparison[]): ReleaseChanges[] =>
  answers
    .flatMap((after, i) => {
      const before = answers[i - 1];
      const changes = before && changesBetween(before, after);
      return changes ? [changes] : [];
    })
    .reverse();
