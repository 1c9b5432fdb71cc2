import { createHash } from "node:crypto";

type Document = { body: string; contentType: string; lastModified: Date };

/**
 * A document that is asked for again and again, with its validators; 304 for whoever has it already (RFC 9110, 13.1:
 * `If-None-Match` counts before `If-Modified-Since`).
 */
export function conditionalAnswer(request: Request, { body, contentType, lastModified }: Document): Response {
  // Weak: a proxy that packs the body sends other bytes.
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = {
    etag,
    "last-modified": lastModified.toUTCString(),
    "cache-control": "public, max-age=0, must-revalidate",
  };
  if (isKnown(request.headers, etag, lastModified)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": contentType } });
}

function isKnown(headers: Headers, etag: string, lastModified: Date): boolean {
  const [tags, since] = [headers.get("if-none-match"), headers.get("if-modified-since")];
  if (tags !== null) {
    const known = tags.split(",").map((tag) => tag.trim().replace(/^(?!W\/)/, "W/"));
    return tags.trim() === "*" || known.includes(etag);
  }
  // The header knows seconds only. What is no date is NaN, which is not at or after anything.
  return since !== null && Date.parse(since) >= Math.floor(lastModified.getTime() / 1000) * 1000;
}
