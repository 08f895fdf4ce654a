'use client';
/**
 * Goes through the periods of a chart that shows one period at a time. All of them are fetched before the first
 * is shown, so that one scale holds for all and none comes late.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Cell } from '#stats/model/observation.ts';
import { eachAtOnce } from './each-at-once.ts';
import type { Playing, YearStep } from '../../answer/steps/YearSteps.tsx';

/** How long a period is shown. */
const SHOWN_MS = 900;

export interface PlaySource {
  /** The steps of the answer that is shown; null if it has none. */
  readonly steps: () => { readonly at: string; readonly steps: readonly YearStep[] } | null;
  /** The figures that a step draws. */
  readonly load: (step: YearStep) => Promise<readonly Cell[]>;
  readonly show: (step: YearStep) => void;
}

export interface Play {
  readonly playing: Playing;
  /** The figures of all periods, while their scale is shared. */
  readonly among: readonly Cell[] | undefined;
  /** Plays or stops. Before there is an answer, it plays once the answer has come. */
  readonly toggle: () => void;
  /** Stops, and keeps the scale; `clear` gives it up as well. */
  readonly pause: () => void;
  readonly clear: () => void;
}

/** The steps that have something to draw (not every period on file is of the source that is shown), and all figures. */
async function loadDrawable(steps: readonly YearStep[], { load }: PlaySource) {
  const loaded = await eachAtOnce(steps, load);
  return {
    steps: loaded.flatMap(([step, cells]) => (cells.length > 0 ? [step] : [])),
    cells: loaded.flatMap(([, cells]) => cells),
  };
}

/** Calls `tick` when a period has been shown for long enough. */
function useTicks(isPlaying: boolean, shown: unknown, tick: () => void): void {
  const latest = useRef(tick);
  useEffect(() => {
    latest.current = tick;
  });
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => latest.current(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, shown]);
}

/** @param shown changes whenever another period has been drawn */
export function usePlay(source: PlaySource, shown: unknown): Play {
  const [state, setState] = useState<'still' | 'loading' | 'playing'>('still');
  const [among, setAmong] = useState<readonly Cell[]>();
  const latest = useRef(source);
  const run = useRef(0);
  /** Whether the button was pressed before there was an answer to play. */
  const isWanted = useRef(false);
  const drawable = useRef<readonly YearStep[]>([]);
  useEffect(() => {
    latest.current = source;
  });

  const pause = useCallback((): void => {
    run.current += 1;
    isWanted.current = false;
    setState('still');
  }, []);
  const clear = useCallback((): void => {
    pause();
    setAmong(undefined);
  }, [pause]);
  const toggle = useCallback((): void => {
    if (state !== 'still') return pause();
    const steps = latest.current.steps();
    if (!steps) {
      isWanted.current = !isWanted.current;
      return;
    }
    const own = (run.current += 1);
    setState('loading');
    void loadDrawable(steps.steps, latest.current).then(
      (loaded) => {
        if (run.current !== own) return;
        drawable.current = loaded.steps;
        setAmong(loaded.cells);
        setState('playing');
        const [first] = drawable.current;
        // At the end it begins again.
        if (first && steps.at === drawable.current.at(-1)?.code) latest.current.show(first);
      },
      () => run.current === own && setState('still'),
    );
  }, [state, pause]);

  useEffect(() => {
    if (!isWanted.current || !latest.current.steps()) return;
    isWanted.current = false;
    toggle();
  }, [shown, toggle]);

  useTicks(state === 'playing', shown, () => {
    const at = latest.current.steps()?.at;
    const next = drawable.current[drawable.current.findIndex(({ code }) => code === at) + 1];
    if (at !== undefined && next) latest.current.show(next);
    else setState('still');
  });

  const playing = { isPlaying: state === 'playing', isLoading: state === 'loading' };
  return { playing, among, toggle, pause, clear };
}
