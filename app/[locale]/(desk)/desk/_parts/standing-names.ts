import { findLastEdit } from "@/lib/desk/audit/queries";
import type { Context } from "@/lib/desk/auth/permissions";
import type { NamedKind } from "@/lib/desk/claims/named/alike";
import { getNamed } from "@/lib/desk/claims/named/queries";
import type { Standing } from "@/lib/desk/forms/form-state";

/** The names of a claimant or topic as they are now, for a form that was opened before they were saved. */
export async function standingNames(context: Context, named: NamedKind, key: string): Promise<Standing> {
  const { id, version, names } = await getNamed(context, named, key);
  return {
    version,
    values: { "names.en": names.en ?? "", "names.ar": names.ar ?? "" },
    saved: await findLastEdit(context, { entityId: id, action: `${named}.rename` }),
  };
}
