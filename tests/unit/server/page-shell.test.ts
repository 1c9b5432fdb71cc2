import { expect, test } from "vitest";
import { CONTENT_SLOT, fillShell, isShellRequest, parseShell, shellAddress } from "@/lib/server/page-shell";

const search = new URL(shellAddress("/ar"), "http://localhost").search;
const drawn = `<a href="/ar${search}">العربية</a><main>${CONTENT_SLOT}</main><script>push("[\\"${search}\\"]")</script>`;
const filled = (content: string, query: string) =>
  fillShell(parseShell(drawn), [content], new URLSearchParams(query)).toString();

test("a frame is asked for by an address that no query of the table is", () => {
  expect(isShellRequest(Object.fromEntries(new URLSearchParams(search)))).toBe(true);
  expect(isShellRequest({ q: "frame", status: "false" })).toBe(false);
});

test("the content stands in its place, and the query behind links to the page itself", () => {
  expect(filled("<p>٦ ملايين</p>", "status=false&q=%D9%A6")).toBe(
    `<a href="/ar?status=false&amp;q=%D9%A6">العربية</a><main><p>٦ ملايين</p></main><script>push("[\\"${search}\\"]")</script>`,
  );
  expect(filled("", "")).toContain('<a href="/ar">');
});

test("a query cannot leave the link that it stands in", () => {
  const page = filled("", new URLSearchParams({ q: `"><script>alert(1)</script>'` }).toString());
  expect(page).not.toContain("<script>alert");
  expect(/href="([^"]*)"/.exec(page)?.[1]).toBe("/ar?q=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%27");
});

test("what is typed into a content is no place for another one", () => {
  expect(filled(`<p>${CONTENT_SLOT}</p>`, "")).toContain(`<main><p>${CONTENT_SLOT}</p></main>`);
});

test.each([
  ["none", "<main></main>"],
  ["two", `${CONTENT_SLOT}${CONTENT_SLOT}`],
])("a page with %s of the slots is no page shell", (_, html) => {
  expect(() => parseShell(html)).toThrow(/one content slot/);
});
