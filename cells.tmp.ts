import { openFile } from '#sources/formats/open.ts';
for (const f of process.argv.slice(2)) {
  const o = await openFile(f, { type: 'xlsx' });
  const all: any[] = [];
  for await (const b of o.lines) for (const l of b) all.push(`${l.line}${l.isHidden ? 'H' : ''} ${JSON.stringify(l.cells)}`);
  console.log(f, [...o.hiddenColumns], JSON.stringify(o.merges).slice(0,100)); console.log(all.slice(0, 8).join('\n'));
}
