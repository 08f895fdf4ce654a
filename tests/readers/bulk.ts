/** Readers of whole releases and sources. */
import { ofWorkbook, PYTHON_ZIP } from './files.ts';
import {
  bytes,
  duckdb,
  FLOW,
  HAS_PYTHON,
  ofQuestion,
  python,
  READ_RELEASE,
  saved,
  type StrangerReader,
} from './reader.ts';

/** Readers of everything that a release, or a source of it, has. */
export const BULK_READERS: readonly StrangerReader[] = [
  {
    what: 'Whole release, CSV',
    reader: 'DuckDB',
    read: async (site) =>
      ofQuestion(
        await duckdb(
          `read_csv('${await saved(site, 'all.csv', `/data/${READ_RELEASE}/all.csv`)}', all_varchar = true) where indicator = '${FLOW}'`,
        ),
      ),
  },
  {
    what: 'Whole source, Parquet',
    reader: 'DuckDB',
    read: async (site) =>
      ofQuestion(
        await duckdb(
          `read_parquet('${await saved(site, 'source.parquet', `/data/${READ_RELEASE}/sources/world-bank-homicide.parquet`)}') where indicator = '${FLOW}'`,
        ),
      ),
  },
  {
    what: 'Whole source, ZIP',
    reader: 'python3 zipfile, csv, json',
    isHere: HAS_PYTHON,
    read: async (site) =>
      ofQuestion(
        await python(
          PYTHON_ZIP,
          await saved(site, 'source.zip', `/data/${READ_RELEASE}/sources/world-bank-homicide.zip`),
          `world-bank-homicide-${READ_RELEASE}.csv`,
        ),
      ),
  },
  {
    what: 'Whole source, XLSX',
    reader: 'hucre',
    read: async (site) =>
      ofQuestion(
        await ofWorkbook(await bytes(site, `/data/${READ_RELEASE}/sources/world-bank-homicide.xlsx`)),
      ),
  },
];
