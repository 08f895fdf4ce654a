/** The shape of a page of written words. */
export interface Prose {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly title: string;
    readonly paragraphs: readonly string[];
    readonly items?: readonly string[];
  }[];
}
