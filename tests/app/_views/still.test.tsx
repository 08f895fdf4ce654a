/** HTML that no script changes is in a page once, and not in the data for its scripts. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AskingScope, workFor } from '#app/_data/asking.ts';
import { Still } from '#app/_views/still/Still.tsx';
import { StillElement } from '#app/_views/still/StillElement.tsx';
import { innerHtmlOf, leaveMarkup } from '#app/_views/still/still-markup.ts';

const asking = (): AskingScope => new AskingScope('', Infinity, () => false);

test('HTML is left with the request, and read from there while its page is made', () => {
  workFor(asking(), () => {
    const [first, second] = [leaveMarkup('<b>1</b>'), leaveMarkup('<b>2</b>')];
    expect([first, second]).toEqual([{ left: 0 }, { left: 1 }]);
    expect(innerHtmlOf(second)['__html']).toBe('<b>2</b>');
    expect(renderToStaticMarkup(<StillElement tag="div" className="x" markup={first} />)).toBe(
      '<div class="x" data-still="0"><b>1</b></div>',
    );
  });
});

test('each request has its own', () => {
  const [mine, others] = [asking(), asking()];
  workFor(others, () => leaveMarkup('<b>theirs</b>'));
  workFor(mine, () => {
    expect(renderToStaticMarkup(<Still>{'mine & only mine'}</Still>)).toBe(
      '<div data-still="0">mine &amp; only mine</div>',
    );
  });
});

test('where no request is known the HTML is handed over', () => {
  expect(leaveMarkup('<b>1</b>')).toEqual({ html: '<b>1</b>' });
  expect(
    renderToStaticMarkup(
      <Still as="main" id="main">
        text
      </Still>,
    ),
  ).toBe('<main id="main">text</main>');
});

test('the object that React compares stays the same', () => {
  const markup = leaveMarkup('<b>1</b>');
  expect(innerHtmlOf(markup)).toBe(innerHtmlOf(markup));
});
