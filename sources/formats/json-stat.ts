/** JSON-stat, as Eurostat and the PxWeb offices publish it; only this file uses the library. */
import JSONstat from 'jsonstat-toolkit';
import { cellCount, type Cube } from './cube.ts';
import { UnreadableFile } from './line.ts';

/** Whether a JSON document is JSON-stat. */
export function isJsonStat(document: unknown): boolean {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return false;
  const [first] = Object.values(document) as unknown[];
  const isDataset = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && 'dimension' in value && 'value' in value;
  return isDataset(document) || ('class' in document && document.class === 'collection') || isDataset(first);
}

const wrong = (what: string, advice: string): UnreadableFile =>
  new UnreadableFile(`the JSON-stat ${what}`, advice);

/** @throws UnreadableFile if the document has no dataset, or several */
export function readJsonStat(document: unknown): Cube {
  const datasets = JSONstat(document).Dataset() ?? [];
  if (datasets.length > 1)
    throw wrong(
      `has ${datasets.length} tables in it`,
      'get one table from the publisher, and give that file',
    );
  const [dataset] = datasets;
  if (!dataset || !Array.isArray(dataset.value) || dataset.length === 0)
    throw wrong('has no table in it', 'get the file again, or get the table as CSV');
  const { value: values, status } = dataset;
  const dimensions = dataset.id.map((id) => {
    const dimension = dataset.Dimension(id);
    return {
      name: dimension.label ?? id,
      codes: dimension.id,
      labels: dimension.id.map((code) => dimension.Category(code).label ?? code),
    };
  });
  const size = cellCount({ dimensions });
  if (values.length !== size)
    throw wrong(
      `has ${values.length} numbers for ${size} cells`,
      'get the whole file again, or get the table as CSV',
    );
  return {
    about: { title: dataset.label ?? null, unit: null },
    dimensions,
    name: 'value',
    valueAt: (index) => String(values[index] ?? ''),
    statusAt: Array.isArray(status) && status.some(Boolean) ? (index) => status[index] ?? '' : null,
  };
}
