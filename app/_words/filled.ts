/** The values that a text is made with. @example ({ n }: Filled<'n'>) => `${n} figures` */
export type Filled<Name extends string> = Readonly<Record<Name, string | number>>;
