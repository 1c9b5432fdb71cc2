/** A page of each kind that readers see. */
export const readerPages = [
  "/",
  "/claims/latent-attention-cuts-memory-to-five-percent",
  "/claims/latent-attention-cuts-memory-to-five-percent/compare",
  "/articles/deepseek-china-russia-digest",
  "/corrections",
  "/methodology",
];
