import { foldAccents } from '#stats/text.ts';
import { formState, type CountryCodes } from './form.ts';
import { summaryText } from './Summary.tsx';
import type { Query } from '#stats/model/query.ts';

const plain = (text: string): string => foldAccents(text).toLowerCase();

const fields = (form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] =>
  [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLSelectElement =>
      field instanceof HTMLInputElement || field instanceof HTMLSelectElement,
  );

/** The codes of all areas in the form that are not groups. */
export const placesOf = (form: HTMLFormElement): CountryCodes =>
  fields(form).flatMap((field) => (field.name === 'country' ? [field.value] : []));

/** The filled form as entries, without files. */
export const entriesOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));

/** Sets every checkbox and select from a query, and the text of the folded lists. */
export function followQuery(form: HTMLFormElement, query: Query): void {
  const state = formState(query, placesOf(form));
  for (const field of fields(form)) {
    const values = state.get(field.name);
    if (!values) continue;
    if (field instanceof HTMLSelectElement) field.value = values[0] ?? '';
    else if (field.type === 'checkbox') field.checked = values.includes(field.value);
  }
  for (const fold of form.querySelectorAll<HTMLDetailsElement>('details.fold')) summarise(fold);
}

function summarise(fold: HTMLDetailsElement): void {
  const summary = fold.querySelector('summary');
  const line = summary?.querySelector('b');
  if (!summary || !line) return;
  const boxes = [...fold.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const choices = boxes.map((box) => ({
    code: box.value,
    name: box.parentElement?.textContent?.trim() ?? '',
  }));
  const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
  line.textContent = summaryText(choices, chosen, summary.dataset.all ?? '');
}

/**
 * Clears a whole list. No question is sent yet: no ticked box means every area, and the reader is about to
 * choose.
 */
export function clear(button: HTMLElement): void {
  for (const box of button.closest('.pick')?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])
    box.checked = false;
}

/** Hides the boxes whose names do not contain the typed text. */
export function find(input: HTMLInputElement): void {
  const asked = plain(input.value.trim());
  const list = input.closest('.pick');
  for (const label of list?.querySelectorAll<HTMLElement>('[data-find]') ?? []) {
    label.hidden = !plain(label.dataset.find ?? '').includes(asked);
  }
  for (const set of list?.querySelectorAll<HTMLElement>('fieldset') ?? []) {
    set.hidden = ![...set.querySelectorAll<HTMLElement>('[data-find]')].some((label) => !label.hidden);
  }
}
