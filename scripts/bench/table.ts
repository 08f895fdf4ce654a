// What was found, as a table for people or JSON for machines. A goal is met or not; nothing fails for it.

/** One line of the table. */
export interface Finding {
  readonly what: string;
  /** The product's own figure, with its unit. */
  readonly figure: string;
  /** What it is compared with. */
  readonly peer?: string;
  readonly ratio?: number;
  readonly goal?: { readonly sign: '>=' | '<='; readonly value: number; readonly met: boolean };
  /** Why there is no figure, or what it leaves out. */
  readonly note?: string;
}

/** A figure that has a goal; `why` is told where it is missed. */
export const goal = (
  what: string,
  figure: string,
  peer: string,
  ratio: number,
  sign: '>=' | '<=',
  value: number,
  why?: string,
): Finding => {
  const met = sign === '>=' ? ratio >= value : ratio <= value;
  return {
    what,
    figure,
    peer,
    ratio,
    goal: { sign, value, met },
    ...(!met && why && { note: why }),
  };
};

const round = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toPrecision(2));

function verdict({ ratio, goal: aim }: Finding): string {
  if (!aim || ratio === undefined) return '';
  const wanted = `${aim.sign} ${aim.value}`;
  if (aim.met) return `${wanted}: met`;
  const by = aim.sign === '>=' ? 1 - ratio / aim.value : ratio / aim.value - 1;
  return `${wanted}: missed by ${Math.round(by * 100)} percent`;
}

/** Prints findings. */
export function print(
  findings: readonly Finding[],
  about: { rows: number; rounds: number; json: boolean },
): void {
  const { rows, rounds, json } = about;
  if (json) {
    console.log(JSON.stringify({ rows, rounds, node: process.version, findings }, null, 1));
    return;
  }
  const cells = findings.map((finding) => [
    finding.what,
    finding.figure,
    finding.ratio === undefined ? (finding.peer ?? '') : `${round(finding.ratio)} x ${finding.peer ?? ''}`,
    [verdict(finding), finding.note].filter(Boolean).join('; '),
  ]);
  const heads = ['what', 'figure (CPU a request)', 'ratio', 'goal'];
  const widths = heads.map((head, i) => Math.max(head.length, ...cells.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  const kinds = `${rows.toLocaleString('en')} rows stored, medians of ${rounds} interleaved rounds`;
  console.log(`\n${kinds}; the data are synthetic\n`);
  for (const row of [heads, ...cells]) console.log(line(row));
}
