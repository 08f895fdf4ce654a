// How statements are composed: values are bound as parameters, and a query is a list of named steps. User
// input is never concatenated into SQL.

/** Binds a value as a parameter of the statement and returns its placeholder. */
export type Bind = (value: unknown, cast: string) => string;

/** Collects parameters as they are bound, after those already in the list. */
export function binder(parameters: unknown[] = []): { readonly bind: Bind; readonly parameters: never[] } {
  const bind: Bind = (value, cast) => `$${parameters.push(value)}::${cast}`;
  return { bind, parameters: parameters as never[] };
}

/** A step of a query: a common table expression. */
export interface CommonTable {
  readonly name: string;
  readonly query: string;
  /** Whether Postgres computes it once and stores it; if undefined, Postgres decides. */
  readonly materialized?: boolean;
}

/**
 * A query preceded by the steps that it reads; null steps are omitted.
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
