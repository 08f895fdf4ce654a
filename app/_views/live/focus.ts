/** Keeps the focus: when an answer replaces the last one, a link that had the focus has it again. */
const FOCUSABLE = 'a[href], button, summary, input, select, textarea, [tabindex="0"]';

const reachable = (scope: ParentNode): HTMLElement[] =>
  [...scope.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => !element.closest('.drawing'));

/** Remembers where the focus is inside the answer; the returned function restores it. */
export function keepFocus(root: HTMLElement | null): () => void {
  const scope = root?.querySelector('.answer-place');
  const active = document.activeElement;
  if (!scope || !active || !scope.contains(active)) return () => undefined;
  const index = reachable(scope).findIndex((element) => element === active);
  return () => {
    if (!scope.contains(document.activeElement)) reachable(scope)[index]?.focus({ preventScroll: true });
  };
}
