/** The parts of citation-js that the tests use; its packages have no types. */
declare module '@citation-js/core' {
  export interface CslItem {
    readonly id: string;
    readonly type: string;
    readonly title?: string;
    readonly author?: readonly {
      readonly literal?: string;
      readonly family?: string;
      readonly given?: string;
    }[];
    readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
    readonly version?: string;
    readonly publisher?: string;
    readonly URL?: string;
  }
  export class Cite {
    constructor(input: unknown);
    readonly data: readonly CslItem[];
    format(kind: 'bibliography', options: { readonly template: string; readonly format: 'text' }): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
