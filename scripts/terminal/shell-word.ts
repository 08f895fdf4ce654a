// Commands that are printed for a person to copy.

/** A word as a shell takes it: in quotes if it has a space or another sign that means something there. */
export const shellWord = (text: string): string =>
  /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
