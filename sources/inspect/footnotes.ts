/** The publisher's notes below a table: which mark has which text, and which mark hides a number. */
export interface PublisherNote {
  readonly mark: string;
  readonly text: string;
  /** `less than 2` in the text of the note: the mark replaces a hidden number. */
  readonly lessThan: number | null;
}

const NOTE = /^([*+#†‡§^~]{1,3}|[a-z]|\([a-z0-9]\)|\.\.|-)[\s:=]+(.{6,})$/;

export function publisherNotes(below: readonly string[]): PublisherNote[] {
  return below.flatMap((line) => {
    const [, mark, text] = NOTE.exec(line.trim()) ?? [];
    if (mark === undefined || text === undefined) return [];
    const limit = /(?:less|fewer) than (\d+)/i.exec(text)?.[1];
    return [{ mark, text: text.trim(), lessThan: limit === undefined ? null : Number(limit) }];
  });
}
