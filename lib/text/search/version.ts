/** The form of the columns by which claims are found. With a new one a start writes all rows of the projection anew. */
export const SEARCH_VERSION = 3;
