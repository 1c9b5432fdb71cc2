/** The version of the search columns. At startup, rows of the projection with an older one are rewritten. */
export const SEARCH_VERSION = 3;
