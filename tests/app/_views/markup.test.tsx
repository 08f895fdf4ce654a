/** The HTML of still parts of a page is what React would write. */
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { chartModel } from '#app/_charts/chart.ts';
import { StaticChart } from '#app/_charts/svg/StaticChart.tsx';
import { IndicatorAnswer } from '#app/_views/answer/Answer.tsx';
import { StillChart } from '#app/_views/page/StillChart.tsx';
import { markupOf } from '#app/_views/still/markup.ts';
import { GALLERY } from '../_charts/gallery.ts';

/** The attributes of each tag in one order and in one case: neither means anything in HTML. */
const inOrder = (html: string): string =>
  html.replace(/<([a-z]+)((?: [\w:-]+="[^"]*")+)/g, (_, tag: string, attributes: string) => {
    const each = (attributes.match(/ [\w:-]+="[^"]*"/g) ?? []).map((text) =>
      text.replace(/^[^=]+/, (name) => name.toLowerCase()),
    );
    return `<${tag}${each.sort().join('')}`;
  });
const expectSame = (element: ReactElement): void =>
  expect(inOrder(markupOf(element))).toBe(inOrder(renderToStaticMarkup(element)));

describe.each(Object.entries(GALLERY))('a page with %s', (_, { comparison, kind }) => {
  const { release, language } = comparison;
  const place = { language, release, pinned: false, origin: 'https://example.org' };

  it('has the drawing that React writes', () => {
    const model = chartModel(comparison, { width: 343, language, kind });
    for (const palette of ['css', 'dark'] as const)
      expectSame(<StaticChart model={model} palette={palette} titled={palette === 'dark'} />);
  });

  it('has the answer that React writes', () =>
    expectSame(
      <IndicatorAnswer
        {...{ comparison, place }}
        tab={kind}
        notice={null}
        periods={[]}
        chart={(models) => <StillChart {...{ models, place }} />}
      />,
    ));
});

it('fields hold what they are given', () =>
  expectSame(
    <form>
      <input type="checkbox" name="country" value="HND" defaultChecked />
      <input type="checkbox" name="country" value="SLV" defaultChecked={false} />
      <input
        type="text"
        name="from"
        defaultValue={'"2014"'}
        readOnly
        autoComplete="off"
        list="ends"
        size={9}
      />
      <select name="kind" defaultValue="b">
        <option value="a">A</option>
        <option value="b">{'B & b'}</option>
      </select>
      <textarea rows={4} value={'<iframe src="x">'} readOnly />
      <label htmlFor="x" hidden>
        {0} {null} {false} {['a', 1]}
      </label>
    </form>,
  ));

it('styles and attributes have their names and units', () =>
  expectSame(
    <div
      className="a b"
      style={{ width: 3, opacity: 0.5, transformOrigin: '0 0', fontWeight: 600, height: 0 }}
      aria-hidden="true"
      data-on={true}
      tabIndex={0}
    >
      <details open name="fold">
        <summary>{"it's"}</summary>
      </details>
      <a href="?a=1&b=2" hrefLang="es">
        x
      </a>
      <button type="button" popoverTarget="menu" aria-pressed={false} disabled>
        y
      </button>
      <table>
        <tbody>
          <tr>
            <td colSpan={2} rowSpan={3} />
          </tr>
        </tbody>
      </table>
    </div>,
  ));

it('a component that waits, or a function as a property, is refused and not left out', () => {
  const Waiting = (async () => Promise.resolve(null)) as unknown as () => ReactElement;
  expect(() => markupOf(<Waiting />)).toThrow(/waits/);
  expect(() => markupOf(<button onClick={() => undefined} />)).toThrow(/function/);
});
