import { createHash } from "node:crypto";
import fresh from "fresh";

type Document = { body: string; contentType: string; lastModified: Date };

/** Responds with a document and its validators; 304 if the client has this version already (RFC 9110, 13.1). */
export function conditionalResponse(
  request: Request,
  { body, contentType, lastModified }: Document,
): Response {
  // Weak: a proxy that compresses the body sends other bytes.
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = {
    etag,
    "last-modified": lastModified.toUTCString(),
    "cache-control": "public, max-age=0, must-revalidate",
  };
  // Without Cache-Control: the `no-cache` that fetch adds requires validation, which is what happens here.
  const conditions = {
    "if-none-match": request.headers.get("if-none-match") ?? undefined,
    "if-modified-since": request.headers.get("if-modified-since") ?? undefined,
  };
  if (fresh(conditions, headers)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": contentType } });
}
