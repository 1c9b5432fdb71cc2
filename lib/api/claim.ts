import { env } from "@/lib/env";
import { claimDetail } from "@/lib/exports/documents";
import { getClaim } from "@/lib/public/queries";
import { route } from "@/lib/web/answers";

/** One public claim with all its revisions. */
export const claimAnswer = route<{ slug: string }>(async (_request, { slug }) =>
  Response.json(claimDetail(await getClaim(slug), env().BASE_URL)),
);
