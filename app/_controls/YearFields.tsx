/** The ends of a span of time: two fields to type in, below bars that show how many of the chosen have figures. */
import type { ReactElement } from 'react';
import { BARS, barsPath } from './availability.ts';
import type { FormContext } from './form-context.ts';
import { countsOf } from './listed.ts';
import { chosenRanges } from './periods.ts';

export function YearFields({ form }: { readonly form: FormContext }): ReactElement {
  const { choices, words, chosen, language } = form;
  const { ends } = choices;
  const ranges = chosenRanges(form);
  const counts = countsOf(ranges, ends.length);
  const [from, to] = [chosen('from')[0] ?? '', chosen('to')[0] ?? ''];
  const [first, last] = [
    ends.findIndex(({ code }) => code === from),
    ends.findIndex(({ code }) => code === (to === '' && from.includes('latest') ? from : to)),
  ];
  const inSpan = (i: number): boolean => i >= Math.max(first, 0) && i <= (last < 0 ? ends.length : last);
  const field = (name: 'from' | 'to', label: string, empty: string): ReactElement => (
    <label>
      {label}
      <input
        type="text"
        name={name}
        defaultValue={chosen(name)[0] ?? ''}
        placeholder={empty}
        list="ends"
        autoComplete="off"
        size={9}
      />
    </label>
  );
  return (
    <>
      <div className="has" data-ends={ends.map(({ code }) => code).join(' ')}>
        <p className="small mute">{words.withFigures}</p>
        <svg viewBox={`0 0 ${BARS.width} ${BARS.height}`} preserveAspectRatio="none" aria-hidden="true">
          <path className="out" d={barsPath(counts, ranges.length, (i) => !inSpan(i))} />
          <path className="in" d={barsPath(counts, ranges.length, inSpan)} />
        </svg>
        <p className="small mute ends" lang={language}>
          <span>{ends[0]?.name}</span>
          <span>{ends.at(-1)?.name}</span>
        </p>
      </div>
      <div className="years">
        {field('from', words.from, words.earliest)}
        {field('to', words.to, words.latest)}
      </div>
      <datalist id="ends">
        {ends.map(({ code }) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </>
  );
}
