import { env } from "@/lib/env";
import { claimDetail } from "@/lib/exports/document";
import { getClaim } from "@/lib/public/queries";
import type { JsonText } from "./json-text";

/** One public claim with all its revisions. */
export const claimJson: JsonText<{ slug: string }> = async (_request, { slug }) => [
  JSON.stringify(claimDetail(await getClaim(slug), env().BASE_URL)),
];
