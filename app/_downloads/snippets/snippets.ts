/** Code that reads an answer in other programs, from its pinned addresses. Every program reads the same figures. */

export interface SnippetAddresses {
  readonly csv: string;
  readonly parquet: string;
  /** SDMX has no address for groups and for what is computed. */
  readonly sdmx: string | null;
}

export interface CodeSnippet {
  readonly id: 'r' | 'rsdmx' | 'python' | 'stata' | 'power-query' | 'sheets' | 'duckdb' | 'curl';
  /** The name of the program, the same in every language. */
  readonly name: string;
  readonly code: string;
}

/** Addresses have no quotes and no spaces: those are always escaped. */
const quoted = (address: string): string => `"${address.replace(/["'\s]/g, encodeURIComponent)}"`;
const inSql = (address: string): string =>
  `'${address.replace(/["'\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}'`;

const powerQuery = (csv: string): string =>
  `let Source = Csv.Document(Web.Contents(${quoted(csv)}), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]), Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true]) in Rows`;

/** The code for each program, on one line each. */
export const codeSnippets = ({ csv, parquet, sdmx }: SnippetAddresses): readonly CodeSnippet[] => [
  { id: 'r', name: 'R', code: `d <- read.csv(${quoted(csv)}, encoding = "UTF-8")` },
  ...(sdmx === null
    ? []
    : [
        {
          id: 'rsdmx' as const,
          name: 'R (rsdmx)',
          code: `d <- as.data.frame(rsdmx::readSDMX(${quoted(sdmx)}))`,
        },
      ]),
  {
    id: 'python',
    name: 'Python',
    code: `import csv, io, urllib.request; d = list(csv.DictReader(io.TextIOWrapper(urllib.request.urlopen(${quoted(csv)}), "utf-8")))`,
  },
  {
    id: 'stata',
    name: 'Stata',
    code: `import delimited ${quoted(csv)}, clear varnames(1) encoding("utf-8")`,
  },
  { id: 'power-query', name: 'Excel (Power Query)', code: powerQuery(csv) },
  { id: 'sheets', name: 'Google Sheets', code: `=IMPORTDATA(${quoted(csv)})` },
  {
    id: 'duckdb',
    name: 'DuckDB',
    code: `select Code, period, value, low, high, qualifier, source from read_parquet(${inSql(parquet)});`,
  },
  { id: 'curl', name: 'curl', code: `curl --fail --output figures.csv ${quoted(csv)}` },
];
