/** A small document as JSON that people can read. @example jsonOf({ a: 1 }) === '{\n "a": 1\n}\n' */
export const jsonOf = (document: object): string => `${JSON.stringify(document, null, 1)}\n`;
