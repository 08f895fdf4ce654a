/**
 * The controls of an indicator's page: a native form, drawn as one bar. On a phone the bar folds to the
 * sentence of the question. The form holds everything that the question has: what no control shows is in a
 * hidden field.
 */
import type { ReactElement } from 'react';
import { ControlFold, MoreFold } from './controls.tsx';
import { formContext, handedOn, type Control, type ControlInput } from './form-context.ts';

export interface ControlFormProps extends ControlInput {
  /** The page's own address, without a query. */
  readonly action: string;
  /** The release, if the address names it; the tab, if it is not the default. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly resetHref: string;
  /** The question in words, without the name of the indicator: places and time, then source and transform. */
  readonly sentence: { readonly what: string; readonly main: string; readonly rest: string };
}

/** More controls than these do not fit beside the kinds of chart: those that few questions need go together. */
const MOST_IN_BAR = 4;
const RARE = ['transform', 'definition', 'basis', 'combine'] as const satisfies readonly Control[];
const isRare = (control: Control): control is (typeof RARE)[number] => RARE.some((rare) => rare === control);

export function ControlForm({
  action,
  hidden,
  resetHref,
  sentence,
  ...input
}: ControlFormProps): ReactElement | null {
  const form = formContext(input);
  const { words, controls } = form;
  if (controls.length === 0) return null;
  const isFull = controls.length > MOST_IN_BAR + 1;
  const rare =
    controls.length > MOST_IN_BAR
      ? controls.filter(isRare).filter((control) => isFull || control !== 'transform')
      : [];
  const shown = controls.filter((control) => !rare.some((own) => own === control));
  return (
    <form className="controls" action={action} method="get" aria-label={words.change} autoComplete="off">
      <input type="hidden" name="form" value="1" />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="handed-on" hidden>
        {handedOn(form).map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
      </div>
      <label className="folded">
        <input type="checkbox" className="vh" data-unfolds />
        <span className="sentence">
          <span className="vh">{`${words.changeQuestion}: ${sentence.what} `}</span>
          <b>{sentence.main}</b>
          <span>{sentence.rest}</span>
        </span>
        <span className="change" aria-hidden="true" data-done={words.done} data-change={words.changeShort} />
      </label>
      <div className="bar">
        {shown.map((control) => (
          <ControlFold key={control} form={form} control={control} />
        ))}
        {rare.length > 0 && <MoreFold form={form} controls={rare} />}
        <div className="go">
          <button type="submit" className="btn">
            {words.show}
          </button>
          <a className="reset" href={resetHref} title={words.reset} aria-label={words.reset}>
            <span aria-hidden="true">↺</span>
          </a>
        </div>
      </div>
    </form>
  );
}
