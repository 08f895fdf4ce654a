// The two ways in which text becomes a statement here: a value is bound as a parameter, and a query is made of
// named steps. Nothing that a reader typed becomes text of a statement.

/** Makes a value a parameter of the statement, and returns what stands for it in the text. */
export type Bind = (value: unknown, cast: string) => string;

/** Parameters of a statement as they are bound, after those that it has. */
export function binder(parameters: unknown[] = []): { readonly bind: Bind; readonly parameters: never[] } {
  const bind: Bind = (value, cast) => `$${parameters.push(value)}::${cast}`;
  return { bind, parameters: parameters as never[] };
}

/** A step of a query: a common table expression. */
export interface CommonTable {
  readonly name: string;
  readonly query: string;
  /** Whether Postgres computes it once and stores it; undefined leaves it to Postgres. */
  readonly materialized?: boolean;
}

/**
 * A query after the steps that it reads; a step that is null is left out.
 * @example withCtes([{ name: 'members', query: 'select 1' }], 'select * from members')
 *   -> (with members as (select 1) select * from members)
 */
export function withCtes(steps: readonly (CommonTable | null)[], query: string): string {
  const tables = steps.flatMap((step) => {
    if (step === null) return [];
    const how =
      step.materialized === undefined ? '' : step.materialized ? 'materialized ' : 'not materialized ';
    return [`${step.name} as ${how}(\n${step.query})`];
  });
  return `(with ${tables.join(',\n')}\n${query})`;
}
