/**
 * Listens to the form and the tabs: changes are reported, folding lists close, and links do not reload the
 * page.
 */
import { clear, entriesOf, find, placesOf } from '#app/_controls/follow.ts';
import { formSearch } from '#app/_controls/form.ts';

export interface Listeners {
  /** The form was changed or submitted. */
  readonly onChange: (form: HTMLFormElement) => void;
  /** A tab was chosen. */
  readonly onTab: (link: HTMLAnchorElement) => void;
  /** The reader went back or forward in the history. */
  readonly onBack: () => void;
}

/** Listens inside `scope` until the function that is returned is called. */
export function listen(scope: HTMLElement | null, { onChange, onTab, onBack }: Listeners): () => void {
  const form = scope?.querySelector<HTMLFormElement>('form.controls');
  const change = (event: Event): void => {
    if (form && !isSearchField(event.target)) onChange(form);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    change(event);
  };
  const click = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    const clears = event.target.closest<HTMLElement>('[data-clears]');
    if (clears) clear(clears);
    const link = event.target.closest<HTMLAnchorElement>('a[data-tab]');
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onTab(link);
  };
  const close = (event: Event): void => closeFold(form, event);
  // One controller removes all listeners.
  const controller = new AbortController();
  const { signal } = controller;
  form?.addEventListener('change', change, { signal });
  form?.addEventListener('input', searchList, { signal });
  form?.addEventListener('submit', submit, { signal });
  form?.addEventListener('keydown', close, { signal });
  scope?.addEventListener('click', click, { signal });
  document.addEventListener('pointerdown', close, { signal });
  window.addEventListener('popstate', onBack, { signal });
  return () => controller.abort();
}

const isSearchField = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && 'finds' in target.dataset;

const searchList = ({ target }: Event): void => {
  if (isSearchField(target)) find(target);
};

/**
 * Closes the open list on Escape, which keeps the focus on its summary, and on a pointer event outside it.
 */
function closeFold(form: HTMLFormElement | null | undefined, event: Event): void {
  if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
  const open = form?.querySelector<HTMLDetailsElement>('details.fold[open]');
  if (!open) return;
  if (event instanceof KeyboardEvent) open.querySelector('summary')?.focus();
  else if (event.target instanceof Node && open.contains(event.target)) return;
  open.open = false;
}

/** The query of the filled form, on the visible tab. */
export function searchOfForm(form: HTMLFormElement, tab: string | null): string {
  const entries = entriesOf(form).filter(([name]) => name !== 'tab');
  return formSearch(tab === null ? entries : [...entries, ['tab', tab]], placesOf(form));
}

/** The query of a link, without the release, which the address of the page keeps. */
export const searchOfLink = (link: HTMLAnchorElement): string =>
  link.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('release='))
    .join('&');
