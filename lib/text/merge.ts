/** The values of a form by field name: a text, or a list for a field of several choices. */
export type FieldValues = Record<string, string | string[]>;

/** The result of a three-way merge of a form. */
export type MergeResult = {
  /** The merged values; of a field in conflict, mine. */
  merged: FieldValues;
  /** Fields that only they changed, and fields of several choices that both changed: merged automatically. */
  fromTheirs: string[];
  /** Fields that both changed differently. */
  conflicts: string[];
};

/**
 * Merges two versions of a form field by field (a three-way merge): a change by one side, or the same change
 * by both, is accepted; of a list, every added and removed item is. Line ends and surrounding white space are
 * ignored. Without a base, every different field is a conflict. The fields are those of `theirs`.
 */
export function mergeFields(base: FieldValues | null, mine: FieldValues, theirs: FieldValues): MergeResult {
  const merge: MergeResult = { merged: {}, fromTheirs: [], conflicts: [] };
  for (const [name, theirValue] of Object.entries(theirs)) {
    const [baseValue, myValue] = [base?.[name], mine[name] ?? ""];
    merge.merged[name] = myValue;
    if (isSameValue(myValue, theirValue)) continue;
    if (baseValue !== undefined && isSameValue(baseValue, theirValue)) continue;
    if (baseValue !== undefined && isSameValue(baseValue, myValue)) {
      merge.merged[name] = theirValue;
      merge.fromTheirs.push(name);
    } else if (baseValue !== undefined && Array.isArray(theirValue)) {
      merge.merged[name] = mergeLists(listOf(baseValue), listOf(myValue), theirValue);
      merge.fromTheirs.push(name);
    } else merge.conflicts.push(name);
  }
  return merge;
}

/**
 * Whether two values of a field are equal, regardless of line ends, surrounding white space and the order of
 * a list.
 */
export function isSameValue(a: string | string[], b: string | string[]): boolean {
  return comparable(a) === comparable(b);
}

function comparable(value: string | string[]): string {
  return Array.isArray(value) ? JSON.stringify([...value].sort()) : value.replace(/\r\n?/g, "\n").trim();
}

function listOf(value: string | string[]): string[] {
  if (Array.isArray(value)) return value;
  return value === "" ? [] : [value];
}

function mergeLists(base: string[], mine: string[], theirs: string[]): string[] {
  const added = mine.filter((item) => !base.includes(item) && !theirs.includes(item));
  const removed = base.filter((item) => !mine.includes(item));
  return [...theirs.filter((item) => !removed.includes(item)), ...added];
}
