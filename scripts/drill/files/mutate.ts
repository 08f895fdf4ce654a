// Files of publishers as an accident or an attacker would leave them. Everything follows from a seed, so that
// a file that does harm can be made again.

import { unzip, zip } from './zip.ts';

/** A source of numbers from 0 to 1 that gives the same ones for the same seed. */
export type Chance = () => number;

/** mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (chance: Chance, limit: number): number => Math.floor(chance() * limit);
const oneOf = <Item>(chance: Chance, items: readonly [Item, ...Item[]]): Item =>
  items[below(chance, items.length)] ?? items[0];

/** Bytes of which some are changed, left out, doubled, or cut off at the end. */
function damage(bytes: Buffer, chance: Chance): Buffer {
  let damaged: Buffer = Buffer.from(bytes);
  for (let left = 1 + below(chance, 8); left > 0; left -= 1) {
    if (damaged.length === 0) return damaged;
    const at = below(chance, damaged.length);
    const length = 1 + below(chance, 40);
    switch (below(chance, 5)) {
      case 0:
        damaged[at] = below(chance, 256);
        break;
      case 1:
        damaged = Buffer.concat([damaged.subarray(0, at), damaged.subarray(at + length)]);
        break;
      case 2:
        damaged = Buffer.concat([damaged.subarray(0, at + length), damaged.subarray(at)]);
        break;
      case 3:
        damaged.fill(below(chance, 256), at, Math.min(damaged.length, at + length));
        break;
      default:
        if (chance() < 0.2) damaged = damaged.subarray(0, at);
    }
  }
  return damaged;
}

/** What XML in a workbook may hold that is legal to write and wrong to believe. */
const XML: readonly [string, ...string[]] = [
  '<c r="XFD1048576" t="n"><v>1</v></c>',
  '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
  '<row r="99999999999"><c r="ZZZZZZ9"><v>1</v></c></row>',
  '<c r="A1" t="s"><v>99999999</v></c>',
  '<c r="A-1" t="s"><v>-1</v></c>',
  '<v>1e999</v>',
  '<f>1/0</f>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<mergeCell ref="B2:A1"/>',
  '<dimension ref="A1:XFD1048576"/>',
  '&#x110000;',
  '&unknown;',
  '&#0;',
  '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
  '<![CDATA[ ]]',
  '<!--',
  '<a '.repeat(500),
  '<a>'.repeat(5_000),
  '</worksheet>',
  '\u0000',
  '\ufeff',
  '<c r="B2" t="d"><v>9999-99-99T99:99:99Z</v></c>',
  '<c r="B2" s="999999"><v>45000</v></c>',
  ' r=""',
  ' count="4294967295"',
  ' uniqueCount="-1"',
];

/** XML with a token put in, left out, or a number made absurd. */
function damageXml(xml: string, chance: Chance): string {
  let damaged = xml;
  for (let left = 1 + below(chance, 4); left > 0; left -= 1) {
    const tokens = [...damaged.slice(0, 200_000).matchAll(/<[^>]*>|\d+/g)];
    const token = tokens[below(chance, Math.max(1, tokens.length))];
    const at = token?.index ?? 0;
    const [found = ''] = token ?? [];
    const instead = oneOf(chance, [
      '',
      found + found,
      found + oneOf(chance, XML),
      oneOf(chance, XML) + found,
      oneOf(chance, ['0', '-1', '1048577', '4294967296', '1e308', 'NaN', '99999999999999999999']),
    ]);
    damaged = damaged.slice(0, at) + instead + damaged.slice(at + found.length);
  }
  return damaged;
}

/** A workbook that was damaged: as a file, or in the XML of one of its parts. */
export function mutateWorkbook(workbook: Buffer, chance: Chance): Buffer {
  if (chance() < 0.35) return damage(workbook, chance);
  const entries = unzip(workbook);
  const at = below(chance, entries.length);
  const changed = entries.flatMap((entry, i) => {
    if (i !== at) return [entry];
    switch (below(chance, 8)) {
      case 0:
        return [];
      case 1:
        return [entry, entry];
      case 2:
        return [{ ...entry, name: oneOf(chance, ['../../x', '', 'xl/workbook.xml', entry.name.repeat(50)]) }];
      case 3:
        return [{ ...entry, bytes: damage(entry.bytes, chance) }];
      default:
        return [{ ...entry, bytes: Buffer.from(damageXml(entry.bytes.toString('utf8'), chance)) }];
    }
  });
  return zip(changed);
}

const TEXT: readonly [string, ...string[]] = [
  '"',
  '""',
  '\n"',
  ',,,,,,,,',
  '\t'.repeat(2_000),
  '\r',
  '\u0000',
  '\ufeff=1+1',
  '\ud800',
  '9'.repeat(400),
  '-',
  '1e999',
  '{"a":'.repeat(3_000),
  '['.repeat(20_000),
  ']',
  '}',
  '{"__proto__":{"x":1}}',
  '<html>',
  ' '.repeat(5_000),
];

/** A text file (CSV, TSV, JSON) that was damaged. */
export function mutateText(file: Buffer, chance: Chance): Buffer {
  if (chance() < 0.4) return damage(file, chance);
  let text = file.toString('latin1');
  for (let left = 1 + below(chance, 4); left > 0; left -= 1) {
    const at = below(chance, text.length);
    text =
      text.slice(0, at) +
      Buffer.from(oneOf(chance, TEXT)).toString('latin1') +
      text.slice(at + below(chance, 12));
  }
  return Buffer.from(text, 'latin1');
}
