import { fieldValuesSchema } from "@/lib/desk/drafts/schema";
import { type FieldValues, mergeFields } from "@/lib/text/merge";
import type { Conflict, Standing } from "./form-state";

/** The hidden fields of a form: the draft that its save ends, and the values that it was opened with. */
export const hiddenFields = { draft: "draft", base: "base" } as const;

/** What a form was opened with; null where it does not say. */
function baseOf(form: FormData): FieldValues | null {
  try {
    return fieldValuesSchema.parse(JSON.parse(String(form.get(hiddenFields.base))));
  } catch {
    return null;
  }
}

/** Merges what was typed with what somebody else saved in the meantime. */
export function conflictOf(form: FormData, standing: Standing): Conflict {
  const mine: FieldValues = {};
  for (const [name, value] of Object.entries(standing.values)) {
    const sent = form.getAll(name).map((entry) => String(entry).replaceAll("\r\n", "\n"));
    mine[name] = Array.isArray(value) ? sent : (sent[0] ?? "");
  }
  return { ...standing, mine, ...mergeFields(baseOf(form), mine, standing.values) };
}

/** The form as it reads after the merge. */
export function mergedForm(form: FormData, { merged }: Conflict): FormData {
  const copy = withoutHidden(form);
  for (const [name, value] of Object.entries(merged)) {
    copy.delete(name);
    for (const item of [value].flat()) copy.append(name, item);
  }
  return copy;
}

/** What the form says of the thing itself. */
export function withoutHidden(form: FormData): FormData {
  const copy = new FormData();
  const hidden: string[] = Object.values(hiddenFields);
  for (const [name, value] of form) if (!hidden.includes(name)) copy.append(name, value);
  return copy;
}
