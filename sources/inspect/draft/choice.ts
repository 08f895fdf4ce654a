/** A question that a draft leaves open and that has few answers. The first is what the draft says. */
export interface DraftChoice {
  /** The flag of `npm run load` that answers it, without its dashes. */
  readonly flag: string;
  readonly text: string;
  readonly answers: readonly ChoiceAnswer[];
}

export interface ChoiceAnswer {
  readonly answer: string;
  /** What the answer means, if its word does not say it. */
  readonly means?: string;
  /** What it changes in the recipe; a value of undefined takes the key out. */
  readonly set: readonly { readonly path: readonly string[]; readonly value: unknown }[];
}

/** A column that is taken for a dimension: whether its texts are parts, or figures of their own, a person says. */
export interface DraftedDimension {
  readonly id: string;
  readonly column: string;
  /** Its texts, most frequent first. */
  readonly texts: readonly string[];
}
