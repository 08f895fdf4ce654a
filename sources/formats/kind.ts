/**
 * What a file is, by its first bytes. A file that cannot be read is named, with the way to a file that can be;
 * otherwise a PDF would be read as one long line of nonsense.
 */
import { isBzip2 } from './bzip2.ts';
import { UnreadableFile } from './line.ts';
import { isRFile } from './r-object.ts';

/** Kinds that are read. `text` is every text that is not one of the others. */
export type ReadKind =
  'workbook' | 'parquet' | 'r-data' | 'gzip' | 'bzip2' | 'zip' | 'pc-axis' | 'json' | 'text';

interface UnreadKind {
  readonly what: string;
  readonly wayOn: string;
}

const AS_CSV = 'as CSV (UTF-8), and give that file';
const UNPACK = 'unpack it, and give the table that is in it';

type Bytes = Uint8Array;
const startsWith =
  (...bytes: readonly number[]) =>
  (head: Bytes): boolean =>
    bytes.every((byte, at) => head[at] === byte);
const begins = (text: string): ((head: Bytes) => boolean) => startsWith(...new TextEncoder().encode(text));

/** Kinds of files that are not read, by their first bytes. */
const BINARY: readonly (readonly [test: (head: Bytes) => boolean, kind: UnreadKind])[] = [
  [
    begins('%PDF'),
    {
      what: 'a PDF',
      wayOn: `ask the publisher for the table, or copy the table into a spreadsheet and save it ${AS_CSV}`,
    },
  ],
  [
    (head) => begins('$FL2')(head) || begins('$FL3')(head),
    { what: 'an SPSS file (.sav)', wayOn: `save it in SPSS or in PSPP, which is free, ${AS_CSV}` },
  ],
  [
    (head) =>
      begins('<stata_dta>')(head) ||
      ([0x69, 0x6c, 0x6e, 0x6f, 0x71, 0x72, 0x73].includes(head[0] ?? 0) &&
        [1, 2].includes(head[1] ?? 0) &&
        head[2] === 1),
    { what: 'a Stata file (.dta)', wayOn: 'write it with export delimited in Stata, and give that file' },
  ],
  [
    (head) => startsWith(...new Array<number>(12).fill(0), 0xc2, 0xea, 0x81, 0x60)(head),
    { what: 'a SAS file (.sas7bdat)', wayOn: 'write it with proc export as CSV, and give that file' },
  ],
  [
    (head) => /^(RD[ABX]\d\n|[AB]\n\d)/.test(latin(head, 8)),
    {
      what: 'a file of R in an old or an unusual form',
      wayOn: 'write the table in R with write.csv, and give that file',
    },
  ],
  [
    begins('SQLite format 3'),
    { what: 'an SQLite database', wayOn: 'write the table with sqlite3 -header -csv, and give that file' },
  ],
  [
    (head) => startsWith(0, 1, 0, 0)(head) && /^....Standard (Jet|ACE) DB/s.test(latin(head, 20)),
    { what: 'a database of Access', wayOn: `export the table in Access ${AS_CSV}` },
  ],
  [
    begins('ARROW1'),
    { what: 'an Arrow or Feather file', wayOn: 'save it as Parquet or CSV, and give that file' },
  ],
  [startsWith(0x89, 0x48, 0x44, 0x46), { what: 'an HDF5 file', wayOn: `save the table ${AS_CSV}` }],
  [startsWith(0xfd, 0x37, 0x7a, 0x58, 0x5a), { what: 'packed with xz', wayOn: UNPACK }],
  [startsWith(0x28, 0xb5, 0x2f, 0xfd), { what: 'packed with zstd', wayOn: UNPACK }],
  [startsWith(0x37, 0x7a, 0xbc, 0xaf), { what: 'a 7z archive', wayOn: UNPACK }],
  [begins('Rar!'), { what: 'a RAR archive', wayOn: UNPACK }],
  [(head) => latin(head.subarray(257), 5) === 'ustar', { what: 'a tar archive', wayOn: UNPACK }],
  [
    (head) => startsWith(0x89, 0x50, 0x4e, 0x47)(head) || startsWith(0xff, 0xd8, 0xff)(head),
    { what: 'a picture', wayOn: `type the figures into a spreadsheet and save it ${AS_CSV}` },
  ],
  [
    begins('{\\rtf'),
    { what: 'a document (RTF)', wayOn: `copy its table into a spreadsheet, save it ${AS_CSV}` },
  ],
];

const MARKUP: readonly (readonly [test: RegExp, kind: UnreadKind])[] = [
  [
    /<\?mso-application\s+progid="Excel|urn:schemas-microsoft-com:office:spreadsheet/i,
    {
      what: 'a workbook in the XML of Excel 2003',
      wayOn: 'open it in a spreadsheet program, save it as .xlsx, and give that file',
    },
  ],
  [
    /^\s*(<!doctype html|<html|<table|<head|<body|<meta|<style)|<html/i,
    {
      what: 'a web page (HTML), whatever its name says',
      wayOn:
        'if a browser shows a table in it, open it in a spreadsheet program and save it as .xlsx; if it shows an error or a form, get the file again',
    },
  ],
  [
    /<(\w+:)?(Structure|GenericData|StructureSpecificData|CompactData)\b|sdmx\.org/,
    { what: 'SDMX-ML', wayOn: 'ask the publisher for SDMX-CSV (format=csv), which is read' },
  ],
  [/^\s*<\?xml|^\s*<[a-z]+[\s>]/i, { what: 'XML', wayOn: 'ask the publisher for CSV or JSON' }],
  [
    /^version https:\/\/git-lfs/,
    { what: 'a pointer of Git LFS and not the file itself', wayOn: 'run git lfs pull, and give the file' },
  ],
];

const latin = (bytes: Bytes, length: number): string =>
  new TextDecoder('latin1').decode(bytes.subarray(0, length));

/** The first keywords of a PC-Axis file. */
const PC_AXIS = /^\s*(CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|CREATION-DATE|MATRIX|SUBJECT-CODE)\s*=\s*"/;
/** Any keyword first, and one of those that every such file has. */
const ANY_PC_AXIS = /^\s*[A-Z][A-Z-]+(\[[a-z]+\])?\s*=\s*["\dYN][^]*\n\s*(STUB|HEADING|VALUES)\b[^=\n]*=\s*"/;

/** A compound document: Excel 97, but Word and PowerPoint of that time too. */
const COMPOUND = startsWith(0xd0, 0xcf, 0x11, 0xe0);

/** The kind of a file, from its first bytes. @throws UnreadableFile for a kind that is not read, with the way on */
export function kindOf(head: Bytes): ReadKind {
  if (head.length === 0) throw new UnreadableFile('the file is empty', 'get it again');
  if (startsWith(0x1f, 0x8b)(head)) return 'gzip';
  if (startsWith(0x50, 0x4b, 0x03, 0x04)(head) || startsWith(0x50, 0x4b, 0x05, 0x06)(head)) return 'zip';
  if (COMPOUND(head)) return 'workbook';
  if (begins('PAR1')(head)) return 'parquet';
  if (isBzip2(head)) return 'bzip2';
  if (isRFile(head)) return 'r-data';
  const [, binary] = BINARY.find(([test]) => test(head)) ?? [];
  if (binary) throw unread(binary);
  const text = latin(head, 4096)
    .replaceAll('\0', '')
    .replace(/^(ï»¿|ÿþ|þÿ)/, '');
  const [, markup] = MARKUP.find(([test]) => test.test(text)) ?? [];
  if (markup) throw unread(markup);
  if (PC_AXIS.test(text) || ANY_PC_AXIS.test(text)) return 'pc-axis';
  if (/^\s*[[{]/.test(text)) return 'json';
  if (isBinary(head)) {
    throw new UnreadableFile(
      'the file is no text and of no kind that is known here',
      `open it in the program that made it, save it ${AS_CSV}`,
    );
  }
  return 'text';
}

const unread = ({ what, wayOn }: UnreadKind): UnreadableFile =>
  new UnreadableFile(`the file is ${what}, which is not read`, wayOn);

/** Whether bytes are no text: control characters that no text has. Zero bytes are usual in UTF-16. */
function isBinary(head: Bytes): boolean {
  let controls = 0;
  for (const byte of head) if (byte < 9 && byte !== 0) controls++;
  return controls > head.length / 50 + 1;
}
