/**
 * Keeps the focus and what a reader has opened: when an answer replaces the last one, a link that had the focus has it
 * again, and a list that was open is open.
 */
const FOCUSABLE = 'a[href], button, summary, input, select, textarea, [tabindex="0"]';

const reachable = (scope: ParentNode): HTMLElement[] =>
  [...scope.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => !element.closest('.drawing'));

const summaries = (scope: ParentNode, folds: 'details' | 'details[open]'): HTMLElement[] => [
  ...scope.querySelectorAll<HTMLElement>(`${folds} > summary`),
];

/** Remembers the focus and the open lists inside the answer; the returned function restores them. */
export function keepFocus(root: HTMLElement | null): () => void {
  const scope = root?.querySelector('.answer-place');
  if (!scope) return () => undefined;
  const opened = new Set(summaries(scope, 'details[open]').map(({ textContent }) => textContent));
  const active = document.activeElement;
  const index = active && scope.contains(active) ? reachable(scope).indexOf(active as HTMLElement) : -1;
  return () => {
    // The first answer of the scripts stands in an element of its own.
    const now = root?.querySelector('.answer-place') ?? scope;
    for (const { textContent, parentElement } of summaries(now, 'details'))
      if (opened.has(textContent)) parentElement?.setAttribute('open', '');
    if (index >= 0 && !now.contains(document.activeElement))
      reachable(now)[index]?.focus({ preventScroll: true });
  };
}
