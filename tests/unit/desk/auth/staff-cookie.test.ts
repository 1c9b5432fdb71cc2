import { expect, test } from "vitest";
import { staffVisibilityScript } from "@/lib/desk/auth/staff-cookie";

test.each([
  ["staff=1", true],
  ["a=b; staff=1; c=d", true],
  ["", false],
  ["staff=", false],
  ["a=b; notstaff=1", false],
  ["a=staff=1", false],
])("a browser whose cookies are %j shows what is for staff: %s", (cookie, shows) => {
  const document = { cookie, documentElement: { dataset: {} as Record<string, string> } };
  new Function("document", staffVisibilityScript)(document);
  expect("staff" in document.documentElement.dataset).toBe(shows);
});
