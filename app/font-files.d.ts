/** A font file is known to code by its address. */
declare module "*.woff2" {
  const address: string;
  export default address;
}
