/** A font that is imported is the address under which the site serves it. */
declare module '*.woff2' {
  const address: string;
  export default address;
}
