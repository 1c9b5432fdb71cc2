import { expect, test } from "vitest";
import { securityHeaders } from "@/lib/server/security-headers.mjs";

test("every response tells browsers to keep to its type, to be in no other site's frame, and to send forms nowhere else", () => {
  expect(Object.fromEntries(securityHeaders.map(({ key, value }) => [key, value]))).toEqual({
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Content-Security-Policy":
      "frame-ancestors 'self'; base-uri 'self'; form-action 'self'; object-src 'none'",
  });
});
