import type { Context } from "@/lib/desk/auth/permissions";
import type { Priority, Stage } from "@/lib/desk/claims/schema";
import { db } from "@/lib/platform/db/client";

const urgencies: Priority[] = ["normal", "urgent", "low", "high"];
const days = [null, "2026-12-01", "2026-12-24", null, "2026-11-30"];

/** Claims `NAME-0` … at a stage, with every urgency, due dates and shared instants among them. */
export async function manyClaims(editor: Context, count: number, stage: Stage, name: string): Promise<void> {
  const claimant = { id: `claimant-${name}`, key: `claimant-${name}`, names: { en: name } };
  await db().claimant.create({ data: claimant });
  await db().claim.createMany({
    data: Array.from({ length: count }, (_, n) => {
      const at = new Date(Date.UTC(2026, 0, 1, 0, n % 7));
      return {
        id: `${name}-${n}`,
        slug: `${name}-${n}`,
        text: n % 2 ? `ادعاء ${n}` : `Claim ${n}`,
        language: n % 2 ? "ar" : "en",
        claimantId: claimant.id,
        stage,
        priority: urgencies[n % urgencies.length],
        dueOn: days[n % days.length],
        createdById: editor.actor?.id ?? "",
        createdAt: at,
        updatedAt: at,
      };
    }),
  });
}
