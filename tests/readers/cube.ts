/** A cube of JSON-stat, read by jsonstat-toolkit. */
import JSONstat from 'jsonstat-toolkit';
import { figure, type Figures, type ReaderSite } from './reader.ts';

/** The places of the question, each with its status. */
export function ofCube(document: unknown, { truth }: ReaderSite): Figures {
  const cube = JSONstat(document);
  return truth
    .map((row) => {
      const { Code, period, breakdown, counterpart, definition, source } = row as Record<string, string>;
      const place: Record<string, string> = {
        ...{ area: Code!, period: period!, breakdown: breakdown!, counterpart: counterpart! },
        ...{ definition: definition!, source: source!, computed: 'published', number: 'value' },
      };
      const own = Object.fromEntries(Object.entries(place).filter(([name]) => cube.id.includes(name)));
      const { value, status } = cube.Data(own);
      return figure(Code, period, value, status ?? 'exact');
    })
    .sort();
}
