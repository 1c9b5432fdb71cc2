import { fieldValuesSchema } from "@/lib/desk/drafts/schema";
import { type FieldValues, mergeFields } from "@/lib/text/merge";
import type { Conflict, CurrentValues } from "./form-state";

/**
 * The hidden fields of a form: the draft to delete on save, and the values that it was opened with (`base`).
 */
export const hiddenFields = { draft: "draft", base: "base" } as const;

/** The values that a form was opened with; null if the field is missing or invalid. */
function baseOf(form: FormData): FieldValues | null {
  try {
    return fieldValuesSchema.parse(JSON.parse(String(form.get(hiddenFields.base))));
  } catch {
    return null;
  }
}

/** Merges the submitted values with the current ones, which somebody else saved (three-way merge). */
export function buildConflict(form: FormData, current: CurrentValues): Conflict {
  const mine: FieldValues = {};
  for (const [name, value] of Object.entries(current.values)) {
    const sent = form.getAll(name).map((entry) => String(entry).replaceAll("\r\n", "\n"));
    mine[name] = Array.isArray(value) ? sent : (sent[0] ?? "");
  }
  return { ...current, mine, ...mergeFields(baseOf(form), mine, current.values) };
}

/** The form with the merged values. */
export function buildMergedForm(form: FormData, { merged }: Conflict): FormData {
  const copy = omitHiddenFields(form);
  for (const [name, value] of Object.entries(merged)) {
    copy.delete(name);
    for (const item of [value].flat()) copy.append(name, item);
  }
  return copy;
}

/** The form without its hidden fields. */
export function omitHiddenFields(form: FormData): FormData {
  const copy = new FormData();
  const hidden: string[] = Object.values(hiddenFields);
  for (const [name, value] of form) if (!hidden.includes(name)) copy.append(name, value);
  return copy;
}
