import { findLastEdit } from "@/lib/desk/audit/queries";
import type { Context } from "@/lib/desk/auth/permissions";
import type { NamedEntityKind } from "@/lib/desk/claims/named-entities/candidates";
import { getNamedEntity } from "@/lib/desk/claims/named-entities/queries";
import type { CurrentValues } from "@/lib/desk/forms/form-state";

/** Returns the current names of a claimant or topic, to merge a form with a later save. */
export async function getCurrentNames(
  context: Context,
  named: NamedEntityKind,
  key: string,
): Promise<CurrentValues> {
  const { id, version, names } = await getNamedEntity(context, named, key);
  return {
    version,
    values: { "names.en": names.en ?? "", "names.ar": names.ar ?? "" },
    saved: await findLastEdit(context, { entityId: id, action: `${named}.rename` }),
  };
}
