/** The form in the browser: filled from a query, read as entries, and redrawn as it is changed. */
import type { AreaColour } from '#app/_charts/scales/colour.ts';
import type { Query } from '#stats/model/query.ts';
import { BARS, barsPath } from './availability.ts';
import { formState, type CountryCodes } from './form.ts';
import { countsOf } from './listed.ts';
import { periodCounts, type PeriodCount } from './periods.ts';
import { isLong, spanText, summaryText } from './Summary.tsx';

type Field = HTMLInputElement | HTMLSelectElement;

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement;

/** The fields that a question is made of: neither finders nor what only ticks other fields. */
const fields = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter((element): element is Field => isField(element) && element.name !== '');

const boxesIn = (scope: ParentNode): HTMLInputElement[] => [
  ...scope.querySelectorAll<HTMLInputElement>('input[type=checkbox][name], input[type=radio]'),
];

const isTickable = (field: Field): field is HTMLInputElement =>
  field.type === 'checkbox' || field.type === 'radio';

/** The codes of all areas in the form that are not groups. */
export const placesOf = (form: HTMLFormElement): CountryCodes =>
  fields(form).flatMap((field) => (field.name === 'country' ? [field.value] : []));

/** The filled form as entries, without files. */
export const entriesOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));

/** How an answer is shown in the form besides its fields. */
export interface Shown {
  /** The question in words, for the folded bar. */
  readonly sentence: { readonly main: string; readonly rest: string };
  /** The colour of the line of an area or an origin. */
  readonly colour: (code: string) => AreaColour;
}

/** Sets every field from a query, and what is drawn from the fields. */
export function followQuery(form: HTMLFormElement, query: Query, shown: Shown): void {
  const state = formState(query);
  const handedOn = form.querySelector('.handed-on');
  handedOn?.replaceChildren();
  const own = fields(form);
  for (const field of own) {
    const values = state.get(field.name);
    if (!values) continue;
    if (isTickable(field)) field.checked = values.includes(field.value);
    else field.value = values[0] ?? '';
  }
  checkDefaults(own);
  for (const [name, values] of state) {
    const holders = own.filter((field) => field.name === name);
    const holdsText = holders.some((field) => !isTickable(field));
    for (const value of values) {
      if (holdsText || holders.some((field) => field.value === value)) continue;
      handedOn?.append(hiddenField(name, value));
    }
  }
  const sentence = form.querySelector('.sentence');
  sentence?.querySelector('b')?.replaceChildren(shown.sentence.main);
  sentence?.querySelector('b + span')?.replaceChildren(shown.sentence.rest);
  redraw(form, shown.colour);
}

/** Radio buttons of which no value is set stand on their default, the empty one. */
function checkDefaults(own: readonly Field[]): void {
  for (const field of own) {
    if (field.type !== 'radio' || field.value !== '') continue;
    const isSet = own.some(
      (other) => other.name === field.name && other instanceof HTMLInputElement && other.checked,
    );
    if (!isSet && field instanceof HTMLInputElement) field.checked = true;
  }
}

function hiddenField(name: string, value: string): HTMLInputElement {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name, value });
  return field;
}

/** Draws again what depends on the fields: the lines of the folds, the chips, the bars of the years. */
export function redraw(form: HTMLFormElement, colour: Shown['colour']): void {
  for (const fold of form.querySelectorAll<HTMLDetailsElement>('details.fold')) summarise(form, fold);
  for (const chips of form.querySelectorAll<HTMLElement>('.chips')) drawChips(form, chips, colour);
  drawAvailability(form);
}

const nameOf = (box: HTMLInputElement): string =>
  box.parentElement?.querySelector('span')?.textContent.trim() ?? box.value;

const textIn = (form: HTMLFormElement, name: string): HTMLInputElement | null =>
  form.querySelector(`input[type=text][name=${name}]`);

function summarise(form: HTMLFormElement, fold: HTMLDetailsElement): void {
  const summary = fold.querySelector('summary');
  const line = summary?.querySelector('b');
  // The fold of several controls only says how many of them are chosen, which the next page says again.
  if (!summary || !line || fold.querySelector('legend + label input[name=basis]')) return;
  line.textContent = lineOf(form, fold, summary.dataset.all ?? '');
  fold.classList.toggle('long', isLong(line.textContent));
}

function lineOf(form: HTMLFormElement, fold: HTMLDetailsElement, all: string): string {
  if (fold.querySelector('.years')) {
    const [from, to] = [textIn(form, 'from')?.value ?? '', textIn(form, 'to')?.value ?? ''];
    return spanText(from, to, all, textIn(form, 'to')?.placeholder ?? '');
  }
  const boxes = boxesIn(fold).filter((box) => box.value !== '');
  const choices = boxes.map((box) => ({ code: box.value, name: nameOf(box) }));
  const ticked = boxes.filter((box) => box.checked).map((box) => box.value);
  return summaryText(choices, ticked, all);
}

function drawChips(form: HTMLFormElement, chips: HTMLElement, colour: Shown['colour']): void {
  const names = (chips.dataset.chips ?? '').split(' ');
  const ticked = boxesIn(form).filter((box) => box.checked && names.includes(box.name));
  chips.replaceChildren(
    ...ticked.map((box) => {
      const chip = document.createElement('button');
      const name = nameOf(box);
      Object.assign(chip, {
        type: 'button',
        className: 'chip',
        ariaLabel: `${chips.dataset.remove} ${name}`,
      });
      chip.dataset.unticks = box.value;
      const stroke = document.createElement('i');
      stroke.className = box.name === 'group' ? 'stroke-group' : `stroke-${colour(box.value)}`;
      chip.append(stroke, name);
      return chip;
    }),
  );
}

/** The periods of the places that are ticked, or of all if none is. */
function rangesIn(form: HTMLFormElement): string[] {
  const boxes = boxesIn(form).filter((box) => box.dataset.has !== undefined);
  const own = boxes.some((box) => box.name === 'country')
    ? boxes.filter((box) => box.name === 'country')
    : boxes;
  const ticked = own.filter((box) => box.checked);
  return (ticked.length === 0 ? own : ticked).map((box) => box.dataset.has ?? '');
}

/** The periods on file, with how many of the places that are ticked have figures. */
export const periodsIn = (form: HTMLFormElement): PeriodCount[] =>
  periodCounts((form.querySelector<HTMLElement>('.has')?.dataset.ends ?? '').split(' '), rangesIn(form));

/** Draws the bars again; those within the span are drawn as chosen. */
export function drawAvailability(form: HTMLFormElement): void {
  const has = form.querySelector<HTMLElement>('.has');
  if (!has) return;
  const ends = (has.dataset.ends ?? '').split(' ');
  const ranges = rangesIn(form);
  const counts = countsOf(ranges, ends.length);
  const [from, to] = [textIn(form, 'from')?.value ?? '', textIn(form, 'to')?.value ?? ''];
  const [first, last] = [ends.indexOf(from), ends.indexOf(to)];
  const inSpan = (i: number): boolean => i >= first && i <= (last < 0 ? ends.length : last);
  has.querySelector('.in')?.setAttribute('d', barsPath(counts, ranges.length, inSpan));
  has.querySelector('.out')?.setAttribute(
    'd',
    barsPath(counts, ranges.length, (i) => !inSpan(i)),
  );
}

/** The period below a point of the bars, as the address writes it. */
export function endAt(has: HTMLElement, clientX: number): string {
  const ends = (has.dataset.ends ?? '').split(' ');
  const box = (has.querySelector('svg') ?? has).getBoundingClientRect();
  const share = Math.min(0.9999, Math.max(0, (clientX - box.left) / (box.width || BARS.width)));
  return ends[Math.floor(share * ends.length)] ?? '';
}

/** Sets the span of the form, the earlier end first. */
export function setSpan(form: HTMLFormElement, a: string, b: string): void {
  const ends = (form.querySelector<HTMLElement>('.has')?.dataset.ends ?? '').split(' ');
  const [from, to] = ends.indexOf(a) <= ends.indexOf(b) ? [a, b] : [b, a];
  for (const [name, value] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const field = textIn(form, name);
    if (field) field.value = value;
  }
  drawAvailability(form);
}
