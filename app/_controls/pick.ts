/** The lists of the form in the browser: found by typing, put in order, ticked together. */
import { collate } from '#stats/collate.ts';
import { foldText } from '#stats/text.ts';

/** What is typed and what is found, without accents, capitals and dots: `EE. UU.` is found as `eeuu`. */
const plain = (text: string): string => foldText(text).replaceAll('.', '');

const listOf = (element: Element): Element | null => element.closest('.pick');

const boxesOf = (list: Element | null): HTMLInputElement[] => [
  ...(list?.querySelectorAll<HTMLInputElement>('input[type=checkbox][name]') ?? []),
];

/** Shows the choices that contain the typed text, and hides the others. */
export function find(input: HTMLInputElement): void {
  const typed = plain(input.value.trim());
  const list = listOf(input);
  for (const choice of list?.querySelectorAll<HTMLElement>('[data-find]') ?? []) {
    choice.hidden = !matches(choice, typed);
  }
  for (const set of list?.querySelectorAll<HTMLElement>('fieldset') ?? []) {
    const choices = [...set.querySelectorAll<HTMLElement>('[data-find]')];
    set.hidden = choices.length > 0 && choices.every((choice) => choice.hidden);
  }
}

function matches(choice: HTMLElement, typed: string): boolean {
  const text = plain(choice.dataset.find ?? '');
  return text.includes(typed) || text.replaceAll(' ', '').includes(typed);
}

/** How well a choice matches: its name or code is what was typed, its name begins with it, or neither. */
function rankOf(choice: HTMLElement, typed: string): number {
  const name = plain(choice.querySelector('span')?.textContent ?? '');
  const code = plain(choice.querySelector('input')?.value ?? '');
  if (name === typed || code === typed) return 0;
  return name.startsWith(typed) ? 1 : 2;
}

/**
 * Ticks the best match of what is typed, and empties the finder for the next name.
 * @returns whether something was ticked
 */
export function tickFirst(input: HTMLInputElement): boolean {
  const typed = plain(input.value.trim());
  if (typed === '') return false;
  const choices = [...(listOf(input)?.querySelectorAll<HTMLElement>('label[data-find]') ?? [])];
  const [best] = choices
    .filter((choice) => matches(choice, typed))
    .toSorted((a, b) => rankOf(a, typed) - rankOf(b, typed));
  const box = best?.querySelector('input');
  if (!box) return false;
  box.checked = box.type === 'radio' || !box.checked;
  input.value = '';
  find(input);
  return true;
}

/**
 * Unticks a whole list. No question is sent yet: nothing ticked means everything, and the reader is about to
 * choose.
 */
export function untickAll(button: Element): void {
  for (const box of boxesOf(listOf(button))) box.checked = false;
}

/** Ticks the given codes of a list, besides those that are ticked. */
export function tick(element: Element, codes: readonly string[]): void {
  for (const box of boxesOf(listOf(element))) box.checked ||= codes.includes(box.value);
}

/** Unticks one code of a list. */
export function untick(element: Element, code: string): void {
  for (const box of boxesOf(listOf(element))) if (box.value === code) box.checked = false;
}

/** The preferred source stands alone: it and the others untick each other. */
export function keepAlone(box: HTMLInputElement, alone: string): void {
  if (box.name !== 'source' || !box.checked) return;
  for (const other of boxesOf(listOf(box))) {
    if (other !== box && (box.value === alone || other.value === alone)) other.checked = false;
  }
}

type Order = 'latest' | 'change' | 'name';

const amountOf = (choice: HTMLElement, order: Order): number =>
  Number((order === 'latest' ? choice.dataset.latest : choice.dataset.change) ?? -Infinity);

const nameOf = (choice: HTMLElement): string => choice.querySelector('span')?.textContent ?? '';

/** Puts the choices of a list in another order, the highest first or by name. */
export function sortBy(button: HTMLElement): void {
  const order = button.dataset.sorts as Order;
  const list = listOf(button);
  for (const other of list?.querySelectorAll('[data-sorts]') ?? []) {
    other.setAttribute('aria-pressed', String(other === button));
  }
  for (const set of list?.querySelectorAll('fieldset') ?? []) {
    const choices = [...set.querySelectorAll<HTMLElement>('label[data-find]')];
    const byName = choices.toSorted((a, b) => collate(nameOf(a), nameOf(b)));
    set.append(
      ...(order === 'name'
        ? byName
        : byName.toSorted((a, b) => amountOf(b, order) - amountOf(a, order) || 0)),
    );
  }
}
