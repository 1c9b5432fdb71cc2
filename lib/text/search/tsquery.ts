/** PostgreSQL's `tsquery` as text: what the words of a text must fulfil. */

/** One word, whole and as it is. */
export function wordQuery(word: string): string {
  return `'${word.replace(/[\\']/g, "$&$&")}'`;
}

/** At least one of them. There must be one. */
export function anyQuery(queries: readonly string[]): string {
  return joined(queries, " | ");
}

/** All of them, wherever they stand. There must be one. */
export function allQuery(queries: readonly string[]): string {
  return joined(queries, " & ");
}

/** Each right behind the one before. There must be one. */
export function adjacentQuery(queries: readonly string[]): string {
  return joined(queries, " <-> ");
}

/** The same, of words that have the weight A alone: those of the claim and its claimant. */
export function inClaimQuery(query: string): string {
  return query.replace(/'(?:[^'\\]|''|\\\\)*'/g, "$&:A");
}

function joined(queries: readonly string[], operator: string): string {
  return queries.length === 1 ? queries.join() : `(${queries.join(operator)})`;
}
