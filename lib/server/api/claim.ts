import { env } from "@/lib/env";
import { getClaim } from "@/lib/public/claims/get";
import { claimDetail } from "@/lib/record/format/document";
import { otherSpelling } from "@/lib/server/addresses";
import type { JsonText } from "./json-text";

/** One public claim with all its revisions; a redirect where its slug is spelled in another Unicode normal form. */
export const claimJson: JsonText<{ slug: string }> = async (request, { slug }) => {
  try {
    return [JSON.stringify(claimDetail(await getClaim(slug), env().BASE_URL))];
  } catch (error) {
    const path = await otherSpelling(`/claims/${encodeURIComponent(slug)}`);
    if (path === null) throw error;
    const location = `/api/v1${path}${new URL(request.url).search}`;
    return new Response(null, { status: 308, headers: { location } });
  }
};
