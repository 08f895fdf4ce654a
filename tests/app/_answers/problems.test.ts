import { afterAll, describe, expect, test } from 'vitest';
import { createAnswers } from '#app/_answers/answers.ts';
import { FORMAT_NAMES } from '#app/_answers/http/formats.ts';
import { createData } from '#app/_data/data.ts';
import { closeReader } from '#app/_data/pool.ts';
import { testDatabase } from '../../setup/database.ts';
import { askerOf } from './ask.ts';
import { watchedReader } from './watched-reader.ts';
import { VERSIONS } from '../../setup/releases.ts';

/** Counts the statements that reach the database. The clock stands still, so that no list is read again. */
const statements = { count: 0 };
const data = createData(
  watchedReader(() => void (statements.count += 1)),
  () => 1,
);
const ask = askerOf(createAnswers({ data }).answer);

await testDatabase();
afterAll(closeReader);

const RATE = '/data/1.0.0/homicide-rate.csv';
const many = (count: number): string => Array.from({ length: count }, (_, i) => `A${i}`).join('~');
const SQL = "'; drop table releases; --";

/** A URL, its status, and the content of its problem. */
const BAD: readonly [name: string, address: string, status: number, says: Record<string, unknown>][] = [
  [
    'a release that is not there',
    '/data/9.9.9/homicide-rate.csv',
    404,
    { value: '9.9.9', accepted: [...VERSIONS, 'latest'] },
  ],
  ['a range of releases', '/data/^1.0.0/homicide-rate.csv', 404, { accepted: [...VERSIONS, 'latest'] }],
  ['an indicator that is not there', '/data/1.0.0/homicide-rat.csv', 404, { nearest: 'homicide-rate' }],
  [
    'an ending that is not there',
    '/data/1.0.0/homicide-rate.xls',
    404,
    { accepted: FORMAT_NAMES.map((format) => `.${format}`) },
  ],
  [
    'a transform that makes no sense for the measure',
    `${RATE}?transform=per-capita`,
    400,
    { parameter: 'transform', detail: 'This is already a rate.' },
  ],
  ['a transform that is none', `${RATE}?transform=rnak`, 400, { parameter: 'transform', nearest: 'rank' }],
  ['an index without its base', `${RATE}?transform=index`, 400, { parameter: 'transform' }],
  ['a log scale', `${RATE}?yScale=log`, 400, { parameter: 'yScale', accepted: ['linear'] }],
  ['no ending', '/data/1.0.0/homicide-rate', 404, {}],
  ['no address at all', '/data', 404, {}],
  ['a folder', '/data/1.0.0/', 404, {}],
  ['too deep a path', '/data/1.0.0/a/b/c.csv', 404, {}],
  ['dimensions of no indicator', '/data/1.0.0/nope/dimensions.json', 404, {}],
  ['an unknown parameter', `${RATE}?contry=HND`, 400, { parameter: 'contry', nearest: 'country' }],
  ['a parameter of another face', `${RATE}?theme=dark`, 400, { parameter: 'theme' }],
  ['a parameter where none is taken', '/data/releases.json?x=1', 400, { parameter: 'x' }],
  ['a parameter given twice', `${RATE}?country=HND&country=SLV`, 400, { parameter: 'country' }],
  [
    'an area that is not there',
    `${RATE}?country=HDN`,
    400,
    { parameter: 'country', value: 'HDN', nearest: 'HND' },
  ],
  ['a source that is not there', `${RATE}?source=nobody`, 400, { parameter: 'source' }],
  ['a time that is none', `${RATE}?time=next-year`, 400, { parameter: 'time', value: 'next-year' }],
  ['a basis that is none', `${RATE}?basis=lunar`, 400, { parameter: 'basis' }],
  ['an axis that is none', `${RATE}?by=colour`, 400, { parameter: 'by' }],
  ['a coverage above one', `${RATE}?coverage=2`, 400, { parameter: 'coverage' }],
  [
    'members of another day',
    `${RATE}?group=northern-triangle&members=2014`,
    400,
    { parameter: 'members', accepted: ['of-the-day', 'today'] },
  ],
  [
    'people of a source that has none',
    `${RATE}?group=northern-triangle&weight=unodc-gsh-2013`,
    400,
    { parameter: 'weight', accepted: ['world-bank-population'] },
  ],
  [
    'a weight of what is not weighed',
    '/data/1.0.0/population.csv?weight=world-bank-population',
    400,
    { parameter: 'weight', accepted: ['homicide-rate'] },
  ],
  ['a language that we do not speak', `${RATE}?lang=fr`, 400, { parameter: 'lang', accepted: ['en', 'es'] }],
  ['an empty language', `${RATE}?lang=`, 400, { parameter: 'lang' }],
  ['a csvType that is none', `${RATE}?csvType=half`, 400, { accepted: ['filtered', 'full'] }],
  ['a full file of one country', `${RATE}?csvType=full&country=HND`, 400, { parameter: 'country' }],
  ['a full file of one year', `${RATE}?csvType=full&time=2014`, 400, { parameter: 'time' }],
  ['a full file of one source', `${RATE}?csvType=full&source=unodc-gsh-2013`, 400, { parameter: 'source' }],
  ['a full file of changes', `${RATE}?csvType=full&transform=change`, 400, { parameter: 'transform' }],
  [
    'a full file of one year, in another tongue',
    `${RATE}?csvType=full&year=2014`,
    400,
    { parameter: 'time', value: '2014' },
  ],
  ['a zero byte in the query', `${RATE}?country=%00`, 400, { parameter: 'country' }],
  ['a zero byte in the path', '/data/1.0.0/%00.csv', 400, {}],
  ['a broken escape in the query', `${RATE}?country=%E0%A4`, 400, { parameter: 'country' }],
  ['a broken escape in the path', '/data/%zz/x.csv', 400, {}],
  ['thousands of areas', `${RATE}?country=${many(1500)}`, 400, { parameter: 'country' }],
  ['thousands of groups', `${RATE}?group=${many(1500)}`, 400, { parameter: 'group' }],
  ['a query of 9 KB', `${RATE}?country=${'A'.repeat(9000)}`, 400, {}],
  ['the name of a property of every object', `${RATE}?__proto__=1&constructor=2`, 400, {}],
  ...[
    'country',
    'group',
    'origin',
    'breakdown',
    'definition',
    'source',
    'basis',
    'time',
    'by',
    'coverage',
    'members',
    'weight',
    'lang',
  ].map((name): [string, string, number, Record<string, unknown>] => [
    `SQL in ${name}`,
    `${RATE}?${name}=${encodeURIComponent(SQL)}`,
    400,
    {},
  ]),
  ['SQL for a release', `/data/${encodeURIComponent(SQL)}/x.csv`, 404, {}],
  ['SQL for an indicator', `/data/1.0.0/${encodeURIComponent(SQL)}.csv`, 404, {}],
];

describe('what is wrong with a request is said', () => {
  test.each(BAD)('%s', async (_name, address, status, says) => {
    const answer = await ask(address);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
    const problem = JSON.parse(answer.text) as Record<string, unknown>;
    expect(problem).toMatchObject({ status, ...says });
    expect(problem['type']).toMatch(/^urn:cotejo:problem:[a-z-]+$/);
    expect(problem['title']).not.toBe('');
    expect(problem['detail']).not.toBe('');
  });

  test('in Spanish where Spanish was asked for', async () => {
    const { text, headers } = await ask(`${RATE}?country=HDN&lang=es`);
    expect(text).toContain('¿Quería decir HND?');
    expect(headers['content-language']).toBe('es');
  });

  test('in an embed as a page with the same content, which may be framed', async () => {
    const { status, headers, text } = await ask('/embed/1.0.0/homicide-rate?country=HDN&lang=es');
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain('frame-ancestors *');
    expect(text).toContain('<html lang="es"');
    expect(text).toMatch(/¿Quería decir HND\?[^]*<code>country<\/code> = <code>HDN<\/code>/);
  });

  test('markup in a value stays text', async () => {
    const { text } = await ask(
      `/embed/1.0.0/homicide-rate?country=${encodeURIComponent('<script>alert(1)</script>')}`,
    );
    expect(text).not.toContain('<script>');
    expect(text).toContain('&lt;script&gt;');
  });

  test('other methods are refused, naming those that are answered', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'X']) {
      const { status, headers } = await ask(RATE, {}, method);
      expect(status).toBe(405);
      expect(headers['allow']).toBe('GET, HEAD, OPTIONS');
    }
  });

  test('a refused request runs no statement', async () => {
    await ask(RATE);
    const before = statements.count;
    for (const [, address] of BAD) {
      // A release that is not known may have been published a moment ago: it costs one statement.
      if (!address.includes('9.9.9')) await ask(address);
    }
    expect(statements.count).toBe(before);
    await ask(`${RATE}?time=2014`);
    expect(statements.count).toBe(before + 1);
  });
});
