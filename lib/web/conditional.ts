import { createHash } from "node:crypto";
import { isFresh } from "@/lib/front/rules";

type Document = { body: string; contentType: string; lastModified: Date };

/** The response of a document with its validators; 304 if the client has this version already (RFC 9110, 13.1). */
export function conditionalAnswer(request: Request, { body, contentType, lastModified }: Document): Response {
  // Weak: a proxy that packs the body sends other bytes.
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = {
    etag,
    "last-modified": lastModified.toUTCString(),
    "cache-control": "public, max-age=0, must-revalidate",
  };
  if (isFresh(Object.fromEntries(request.headers), headers))
    return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": contentType } });
}
