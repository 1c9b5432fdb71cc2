import { expect, test } from "vitest";
import { reservedNames } from "@/lib/platform/db/unique-name";
import { listPages } from "@/tests/system/entry-points";

// A page beside those of the articles, /desk/articles/new say, would stand before the article of that name.
test.each([
  ["articles", reservedNames.article],
  ["claims", reservedNames.claim],
])("no page of the %s is a name that one of them may get", (folder, reserved) => {
  const pages = listPages();
  const beside = pages.flatMap((page) => {
    const [, name = ""] = page.match(new RegExp(`/${folder}/([^/[]+)`)) ?? [];
    return name ? [name] : [];
  });
  expect(pages.some((page) => page.includes(`/${folder}/[slug]`))).toBe(true);
  expect(beside.filter((name) => !reserved.includes(name))).toEqual([]);
});
