/** The parts of jsonstat-toolkit that are used; the package has no types. */
declare module 'jsonstat-toolkit' {
  interface Datum {
    readonly value: number | null;
    readonly status: string | null;
  }
  interface Dataset {
    readonly length: number;
    readonly class: string;
    readonly label?: string | null;
    readonly id: readonly string[];
    readonly error?: unknown;
    readonly value?: readonly (number | string | null)[];
    readonly status?: readonly (string | null)[] | null;
    Data(at: Readonly<Record<string, string>>): Datum;
    Dimension(id: string): {
      readonly id: readonly string[];
      readonly label: string | null;
      Category(code: string): { readonly label: string | null; readonly unit?: unknown };
    };
    Item(at: number): Dataset;
    Dataset(): readonly Dataset[] | null;
  }
  export default function JSONstat(document: unknown): Dataset;
}
