/**
 * One period at a time: the periods on file as bars of how many places have a figure, links to the next ones,
 * and, with scripts, a button that goes through all of them.
 */
import type { ReactElement } from 'react';
import { PLAY_WORDS } from '#app/_words/play.ts';
import type { Language } from '#stats/language.ts';

export interface YearStep {
  /** The period as the address writes it. */
  readonly code: string;
  /** The period as it is read. */
  readonly name: string;
  readonly places: number;
  readonly href: string;
  /** The addresses of its figures, for a script that draws them. */
  readonly file?: string;
  readonly sizes?: string;
}

export interface Playing {
  readonly isPlaying: boolean;
  readonly isLoading: boolean;
}

export interface YearStepsProps {
  readonly steps: readonly YearStep[];
  /** The period that is shown. */
  readonly at: string;
  readonly language: Language;
  /** The tab of the links, where a script follows them without loading the page. */
  readonly tab?: string;
  readonly playing?: Playing;
}

export function YearSteps({ steps, at, language, tab, playing }: YearStepsProps): ReactElement | null {
  const words = PLAY_WORDS[language];
  if (steps.length < 2) return null;
  const most = Math.max(...steps.map(({ places }) => places));
  const shown = steps.findIndex(({ code }) => code === at);
  const [before, after] = [steps[shown - 1], steps[shown + 1]];
  const label = playing?.isLoading ? words.loading : playing?.isPlaying ? words.pause : words.play;
  return (
    <nav className="year-steps" aria-label={words.steps}>
      <button
        type="button"
        className="btn btn-s scripted"
        data-plays
        aria-pressed={(playing?.isPlaying || playing?.isLoading) ?? false}
      >
        <span aria-hidden="true">{playing?.isPlaying ? '❚❚' : '▶'}</span> {label}
      </button>
      {before && (
        <a href={before.href} rel="prev" data-tab={tab}>
          ‹ {before.name}
        </a>
      )}
      {/* Too narrow to be pressed: the links beside them and the list of years lead to each year. */}
      <ol aria-hidden="true">
        {steps.map((step) => (
          <li
            key={step.code}
            className={step.code === at ? 'chosen' : undefined}
            {...(step.file !== undefined && {
              'data-code': step.code,
              'data-href': step.href,
              'data-file': step.file,
              'data-sizes': step.sizes,
            })}
            title={words.of(step.name, step.places)}
          >
            <span style={{ height: `${Math.max(2, Math.round((28 * step.places) / most))}px` }} />
          </li>
        ))}
      </ol>
      {after && (
        <a href={after.href} rel="next" data-tab={tab}>
          {after.name} ›
        </a>
      )}
    </nav>
  );
}
