/**
 * How rows become cells: as published, as combined members, or as sums of months and of omitted zeros. Rows
 * of kind `on-file` do not become cells: they give the last period on file of a code without figures.
 */
export type GroupKind = 'published' | 'combined' | 'summed' | 'on-file';
