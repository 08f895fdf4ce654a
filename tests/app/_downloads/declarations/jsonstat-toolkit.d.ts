/** The parts of jsonstat-toolkit that the tests use; the package has no types. */
declare module 'jsonstat-toolkit' {
  interface Datum {
    readonly value: number | null;
    readonly status: string | null;
  }
  interface Dataset {
    readonly length: number;
    readonly class: string;
    readonly id: readonly string[];
    readonly error?: unknown;
    Data(at: Readonly<Record<string, string>>): Datum;
    Dimension(id: string): {
      readonly id: readonly string[];
      Category(code: string): { readonly label: string; readonly unit?: unknown };
    };
    Item(at: number): Dataset;
  }
  export default function JSONstat(document: unknown): Dataset;
}
