import { env } from "@/lib/env";
import { getClaim } from "@/lib/public/claims/get-claim";
import { claimDetail } from "@/lib/record/format/document";
import { findOtherSpelling } from "@/lib/server/addresses";
import type { RenderJson } from "./render-json";

/** Renders one public claim with all its revisions; redirects if its slug exists in another Unicode normal form. */
export const claimJson: RenderJson<{ slug: string }> = async (request, { slug }) => {
  try {
    return [JSON.stringify(claimDetail(await getClaim(slug), env().BASE_URL))];
  } catch (error) {
    const path = await findOtherSpelling(`/claims/${encodeURIComponent(slug)}`);
    if (path === null) throw error;
    const location = `/api/v1${path}${new URL(request.url).search}`;
    return new Response(null, { status: 308, headers: { location } });
  }
};
