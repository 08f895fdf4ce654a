/** How Postgres would run a statement, from EXPLAIN. */
import type { Sql } from '#db/connect.ts';
import type { Statement } from '#db/engine/sql/statement.ts';

export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Parent Relationship'?: string;
  readonly Plans?: readonly PlanNode[];
}
type PlanRow = { 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] };

const withChildren = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(withChildren)];
const nodesOf = ([row]: readonly PlanRow[]): PlanNode[] =>
  (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => withChildren(Plan));

/** Every node of the plan for these parameters. */
export const planNodes = async (sql: Sql, { text, parameters }: Statement): Promise<PlanNode[]> =>
  nodesOf(await sql.unsafe<PlanRow[]>(`explain (format json) ${text}`, parameters as never[]));

/** A parameter as a literal in a statement that names its type. */
const literal = (value: unknown): string => {
  const items = (all: readonly unknown[]): string =>
    all.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',');
  return `'${String(Array.isArray(value) ? `{${items(value)}}` : value).replaceAll("'", "''")}'`;
};

/** Every node of the generic plan for all parameters, which a prepared statement uses after some runs. */
export async function genericPlanNodes(sql: Sql, { text, parameters }: Statement): Promise<PlanNode[]> {
  return sql.begin(async (transaction) => {
    await transaction`set local plan_cache_mode = force_generic_plan`;
    await transaction.unsafe(`prepare explained as ${text}`);
    const values = parameters.length > 0 ? `(${parameters.map(literal).join(', ')})` : '';
    const rows = await transaction.unsafe<PlanRow[]>(`explain (format json) execute explained${values}`);
    await transaction`deallocate explained`;
    return nodesOf(rows);
  });
}

/** Sums that a plan may add up again and again: those below a node that repeats one of its inputs. */
export const repeatedSums = (nodes: readonly PlanNode[]): PlanNode[] =>
  nodes
    .filter((node) => node['Node Type'] === 'Nested Loop')
    .flatMap((node) => (node.Plans ?? []).filter((input) => input['Parent Relationship'] === 'Inner'))
    .flatMap(withInputs)
    .filter((node) => node['Node Type'] === 'Aggregate');

/** A node with what it reads, without the subqueries that depend on its rows. */
const withInputs = (node: PlanNode): PlanNode[] => [
  node,
  ...(node.Plans ?? [])
    .filter(({ 'Parent Relationship': relationship }) => ['Outer', 'Inner'].includes(relationship ?? ''))
    .flatMap(withInputs),
];

/** The tables that a plan reads. */
export const relationsIn = (nodes: readonly PlanNode[]): ReadonlySet<string> =>
  new Set(nodes.flatMap((node) => node['Relation Name'] ?? []));
