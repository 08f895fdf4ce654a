'use client';
/**
 * What a reader points at beside the drawing: a row of the table or a chip. Its series is highlighted in the
 * drawing; and the rows of the series that is highlighted in the drawing are marked.
 */
import { useEffect, useState, type RefObject } from 'react';
import { isMeant, placeId } from '../model/series-id.ts';

/** The part of the page in which a drawing and its table belong together. */
const SCOPE = '.scope, main';

/** The series that an element of the page stands for; null for other elements. */
export function seriesAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const own = target.closest<HTMLElement | SVGElement>('[data-series]');
  if (own) return own.dataset.series ?? null;
  const chip = target.closest<HTMLElement>('.chip[data-unticks]');
  return chip?.dataset.unticks === undefined ? null : placeId(chip.dataset.unticks);
}

/** The series that is pointed at, by pointer or focus, outside `frame`. */
export function usePointed(frame: RefObject<HTMLElement | null>): string | null {
  const [pointed, setPointed] = useState<string | null>(null);
  useEffect(() => {
    const scope = frame.current?.closest(SCOPE);
    if (!scope) return undefined;
    const point = ({ target }: Event): void => {
      const isWithin = target instanceof Node && frame.current?.contains(target);
      setPointed(isWithin ? null : seriesAt(target));
    };
    const controller = new AbortController();
    const { signal } = controller;
    scope.addEventListener('pointerover', point, { signal, passive: true });
    scope.addEventListener('pointerleave', () => setPointed(null), { signal, passive: true });
    scope.addEventListener('focusin', point, { signal, passive: true });
    return () => controller.abort();
  }, [frame]);
  return pointed;
}

/** Marks the rows of a series, as long as it is highlighted. */
export function useMarkedRows(frame: RefObject<HTMLElement | null>, series: string | null): void {
  useEffect(() => {
    if (series === null) return undefined;
    const rows = [...(frame.current?.closest(SCOPE)?.querySelectorAll('tr[data-series]') ?? [])].filter(
      (row) => row instanceof HTMLElement && isEither(series, row.dataset.series ?? ''),
    );
    for (const row of rows) row.classList.add('lit');
    return () => {
      for (const row of rows) row.classList.remove('lit');
    };
  }, [frame, series]);
}

const isEither = (a: string, b: string): boolean => isMeant(a, b) || isMeant(b, a);
