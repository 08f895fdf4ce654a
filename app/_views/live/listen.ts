/**
 * Listens to the form and the tabs: changes are reported, folding lists close, and links do not reload the
 * page.
 */
import { drawAvailability, endAt, entriesOf, placesOf, setSpan } from '#app/_controls/follow.ts';
import { formSearch } from '#app/_controls/form.ts';
import { find, keepAlone, sortBy, tick, tickFirst, untick, untickAll } from '#app/_controls/pick.ts';
import { PREFERRED } from '#stats/query/values.ts';

export interface Listeners {
  /** The form was changed or submitted. */
  readonly onChange: (form: HTMLFormElement) => void;
  /** What the form shows was changed, without another question. */
  readonly onRedraw: (form: HTMLFormElement) => void;
  /** A tab was chosen. */
  readonly onTab: (link: HTMLAnchorElement) => void;
  /** Go through the periods one after the other, or stop. */
  readonly onPlay: () => void;
  /** The reader went back or forward in the history. */
  readonly onBack: () => void;
}

/** Listens inside `scope` until the function that is returned is called. */
export function listen(scope: HTMLElement | null, listeners: Listeners): () => void {
  const form = scope?.querySelector<HTMLFormElement>('form.controls');
  // One controller removes all listeners.
  const controller = new AbortController();
  const { signal } = controller;
  if (form) listenToForm(form, listeners, signal);
  scope?.addEventListener('click', (event) => followTab(event, listeners), { signal });
  scope?.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('[data-plays]')) listeners.onPlay();
    },
    { signal },
  );
  document.addEventListener('pointerdown', (event) => closeFold(form, event), { signal });
  window.addEventListener('popstate', listeners.onBack, { signal });
  return () => controller.abort();
}

function listenToForm(form: HTMLFormElement, listeners: Listeners, signal: AbortSignal): void {
  const { onChange } = listeners;
  form.addEventListener('change', (event) => changed(form, event, onChange), { signal });
  form.addEventListener('input', searchList, { signal });
  form.addEventListener('click', (event) => clicked(form, event, listeners), { signal });
  form.addEventListener('pointerdown', (event) => drag(form, event, onChange), { signal });
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      onChange(form);
    },
    { signal },
  );
  form.addEventListener(
    'keydown',
    (event) => {
      closeFold(form, event);
      if (event.key !== 'Enter' || !isSearchField(event.target)) return;
      // Enter would send the form: it ticks what was looked for.
      event.preventDefault();
      if (tickFirst(event.target)) onChange(form);
    },
    { signal },
  );
}

/** A field was changed: a finder asks nothing, a select of groups ticks their members. */
function changed(form: HTMLFormElement, { target }: Event, onChange: Listeners['onChange']): void {
  if (isSearchField(target) || (target instanceof HTMLElement && 'unfolds' in target.dataset)) return;
  if (target instanceof HTMLSelectElement && 'ticksGroup' in target.dataset) {
    if (target.value === '') return;
    tick(target, target.value.split(' '));
    target.value = '';
  }
  if (target instanceof HTMLInputElement) keepAlone(target, PREFERRED);
  onChange(form);
}

/** A button of a list was clicked. */
function clicked(
  form: HTMLFormElement,
  { target }: Event,
  { onChange, onRedraw }: Pick<Listeners, 'onChange' | 'onRedraw'>,
): void {
  const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
  if (!button) return;
  const { clears, sorts, ticks, unticks } = button.dataset;
  if (clears !== undefined) {
    untickAll(button);
    onRedraw(form);
  }
  if (sorts !== undefined) sortBy(button);
  if (ticks !== undefined) tick(button, ticks.split(' '));
  if (unticks !== undefined) {
    untick(button, unticks);
    // The button goes with its chip: the focus goes to the summary of the list, not to the page.
    button.closest('details')?.querySelector('summary')?.focus();
  }
  if (ticks !== undefined || unticks !== undefined) onChange(form);
}

/** A span of time is drawn over the bars; the question is asked when the pointer is let go. */
function drag(form: HTMLFormElement, event: PointerEvent, onChange: Listeners['onChange']): void {
  const bars = event.target instanceof Element ? event.target.closest('.has svg') : null;
  const has = bars?.closest<HTMLElement>('.has');
  if (!bars || !has || event.button !== 0) return;
  const start = endAt(has, event.clientX);
  const controller = new AbortController();
  const { signal } = controller;
  bars.setPointerCapture(event.pointerId);
  setSpan(form, start, start);
  bars.addEventListener(
    'pointermove',
    (moved) => setSpan(form, start, endAt(has, (moved as PointerEvent).clientX)),
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel']) {
    bars.addEventListener(
      type,
      () => {
        controller.abort();
        onChange(form);
      },
      { signal },
    );
  }
}

function followTab(event: MouseEvent, { onTab }: Pick<Listeners, 'onTab'>): void {
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest<HTMLAnchorElement>('a[data-tab]');
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  onTab(link);
}

const isSearchField = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && 'finds' in target.dataset;

const searchList = ({ target }: Event): void => {
  if (isSearchField(target)) find(target);
  else if (target instanceof HTMLInputElement && target.form && target.type === 'text')
    drawAvailability(target.form);
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

/** The query of an address, without the release, which the address of the page keeps. */
export const searchOfHref = (href: string): string =>
  (href.split('?')[1] ?? '')
    .split('#')[0]!
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('release='))
    .join('&');

export const searchOfLink = (link: HTMLAnchorElement): string => searchOfHref(link.href);
