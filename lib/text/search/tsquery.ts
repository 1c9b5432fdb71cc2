// Builds PostgreSQL's `tsquery` as text.

/** Returns the query for one lexeme. */
export function wordQuery(word: string): string {
  return `'${word.replace(/[\\']/g, "$&$&")}'`;
}

/** Returns the queries joinQueries by OR. There must be at least one. */
export function anyQuery(queries: readonly string[]): string {
  return joinQueries(queries, " | ");
}

/** Returns the queries joinQueries by AND. There must be at least one. */
export function allQuery(queries: readonly string[]): string {
  return joinQueries(queries, " & ");
}

/** Returns the queries as a phrase, each directly after the one before. There must be at least one. */
export function phraseQuery(queries: readonly string[]): string {
  return joinQueries(queries, " <-> ");
}

/** Returns the query restricted to weight A: the words of the claim and its claimant. */
export function inClaimQuery(query: string): string {
  return query.replace(/'(?:[^'\\]|''|\\\\)*'/g, "$&:A");
}

function joinQueries(queries: readonly string[], operator: string): string {
  return queries.length === 1 ? queries.join() : `(${queries.join(operator)})`;
}
