/** The values of a form by field name: a text, or a list for a field of several choices. */
export type FieldValues = Record<string, string | string[]>;

/** What comes of two versions of a form that began with the same one. */
export type Merge = {
  /** What the form should hold: of a field in conflict, mine. */
  merged: FieldValues;
  /** Fields that only they changed, and fields of several choices where both did: taken over without asking. */
  taken: string[];
  /** Fields that both changed, each in another way. */
  conflicts: string[];
};

/**
 * Merges two versions of a form field by field (a three-way merge): what one side alone changed against `base` is
 * taken, and what both changed in the same way too. Of a list, what either side added or removed is. Line ends, and
 * white space around a text, are no change. Without a base every field that differs is in conflict. The fields are
 * those of `theirs`.
 */
export function mergeFields(base: FieldValues | null, mine: FieldValues, theirs: FieldValues): Merge {
  const merge: Merge = { merged: {}, taken: [], conflicts: [] };
  for (const [name, theirValue] of Object.entries(theirs)) {
    const [baseValue, myValue] = [base?.[name], mine[name] ?? ""];
    merge.merged[name] = myValue;
    if (same(myValue, theirValue)) continue;
    if (baseValue !== undefined && same(baseValue, theirValue)) continue;
    if (baseValue !== undefined && same(baseValue, myValue)) {
      merge.merged[name] = theirValue;
      merge.taken.push(name);
    } else if (baseValue !== undefined && Array.isArray(theirValue)) {
      merge.merged[name] = mergeLists(listOf(baseValue), listOf(myValue), theirValue);
      merge.taken.push(name);
    } else merge.conflicts.push(name);
  }
  return merge;
}

/** Whether two values of a field say the same. The order of a list does not count. */
export function same(a: string | string[], b: string | string[]): boolean {
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
