/**
 * The controls of an indicator's page: a native form. Areas fold into a line that lists the selected areas,
 * so that the chart starts high on the page. The form omits controls that the indicator does not need.
 */
import type { ReactElement } from 'react';
import {
  AreaControl,
  BasisControl,
  BreakdownControl,
  CombineControl,
  DefinitionControl,
  OriginControl,
  SourceControl,
  TransformControl,
  YearsControl,
} from './controls.tsx';
import { formContext, hasControls, type ControlInput } from './form-context.ts';
import { HANDED_ON } from './form.ts';

export interface ControlFormProps extends ControlInput {
  /** The page's own address, without a query. */
  readonly action: string;
  /** The release, if the address names it; the tab, if it is not the default. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly resetHref: string;
}

export function ControlForm({ action, hidden, resetHref, ...input }: ControlFormProps): ReactElement | null {
  const form = formContext(input);
  const { words, chosen } = form;
  if (!hasControls(form)) return null;
  const handedOn = HANDED_ON.flatMap((name) => chosen(name).map((value) => [name, value] as const));
  return (
    <form className="controls" action={action} method="get" aria-label={words.change}>
      <input type="hidden" name="form" value="1" />
      {[...Object.entries(hidden), ...handedOn].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <AreaControl form={form} />
      <OriginControl form={form} />
      <BreakdownControl form={form} />
      <YearsControl form={form} />
      <DefinitionControl form={form} />
      <SourceControl form={form} />
      <BasisControl form={form} />
      <TransformControl form={form} />
      <CombineControl form={form} />
      <div className="go">
        <button type="submit" className="btn">
          {words.show}
        </button>
        <a className="btn btn-quiet" href={resetHref}>
          {words.reset}
        </a>
      </div>
    </form>
  );
}
