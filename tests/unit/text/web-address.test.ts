import { describe, expect, test } from "vitest";
import { optionalUrl, requiredUrl } from "@/lib/text/fields";
import { parseWebAddress } from "@/lib/text/web-address";
import ar from "@/messages/ar.json" with { type: "json" };
import en from "@/messages/en.json" with { type: "json" };

const ends = "\u200F\u2067\u200B\u00AD\uFEFF\u00A0 \n";

describe("an address is stored as it was given", () => {
  test.each([
    "https://example.org",
    "HTTPS://Example.ORG/Page?q=%d8%a7#Part",
    "http://موقع.وزارة-الاتصالات.مصر/خبر",
    "https://xn--4gbrim.xn--wgbh1c",
    "https://example.org/cafe\u0301",
    "https://example.org/caf\u00E9",
    "https://example.org/a%E2%80%AEb%20c",
    "https://example.org/(a).",
    "https://example.org/a_(b)",
    "https://example.org/ما-هذا؟",
    "https://fa.wikipedia.org/wiki/می\u200Cخواهم",
    "https://example.org/❤\uFE0F",
    "https://example.org:8080/x",
    "https://192.0.2.7/x",
    "https://[2001:db8::1]:80/x",
    "https://example.org?mail=a@b.org",
    `https://example.org/${"é".repeat(1980)}`,
  ])("%s", (address) => {
    expect(requiredUrl.parse(address)).toBe(address);
    expect(requiredUrl.parse(`${ends}${address}${ends}`)).toBe(address);
    expect(optionalUrl.parse(`\u202A${address}\u202C\u200E`)).toBe(address);
  });
});

const refused: Array<[string, string]> = [
  ["example.org/x", "url_no_scheme"],
  ["www.example.org", "url_no_scheme"],
  ["example.org:8080/x", "url_no_scheme"],
  ["//example.org/x", "url_no_scheme"],
  ["انظر https://example.org", "url_no_scheme"],
  ["ftp://example.org/x", "url_scheme"],
  ["javascript:alert(1)", "url_scheme"],
  ["mailto:a@example.org", "url_scheme"],
  ["https:/example.org/x", "url_slashes"],
  ["https:///x", "url_slashes"],
  ["http:example.org", "url_slashes"],
  ["https:\\\\example.org", "url_slashes"],
  ["https://example.org/long-\npath", "url_space"],
  ["https://example.org/long-\r\n  path", "url_space"],
  ["https://example.org/a b", "url_space"],
  ["https://example.org/a\u00A0b", "url_space"],
  ["https://example.org/a https://example.org/b", "url_space"],
  ["https://example.org/a\u202Eb", "url_hidden"],
  ["https://example.org/a\u200Bb", "url_hidden"],
  ["https://example.org/a\u2066b", "url_hidden"],
  ["https://exam\u00ADple.org", "url_hidden"],
  ["https://exam\u200Dple.org", "url_hidden"],
  ["https://example.org/a\uFEFFb", "url_hidden"],
  ["https://example.org/a\0b", "url_character"],
  ["https://example.org/a\uD800b", "url_character"],
  ["https://example.org/a\uFFFEb", "url_character"],
  ["https://example.org\\@example.com", "url_character"],
  ['https://example.org/">x', "url_character"],
  ["https://user:secret@example.org", "url_credentials"],
  ["https://user@example.org/x", "url_credentials"],
  ["https://example.org:99999", "url_port"],
  ["https://example.org:port/x", "url_port"],
  ["https://.", "url_host"],
  ["https://example", "url_host"],
  ["https://localhost:3000", "url_host"],
  ["https://a..b", "url_host"],
  ["https://.example.org", "url_host"],
  ["https://example.", "url_host"],
  ["https://example.org.", "url_host"],
  ["https://example.org,", "url_host"],
  ["https://example.org؟", "url_host"],
  ["https://exa%6Dple.org", "url_host"],
  ["https://2130706433", "url_host"],
  ["https://0x7f.1", "url_host"],
  ["https://1.2.3", "url_host"],
  ["https://[::1", "url_host"],
  [`https://${"a".repeat(64)}.org`, "url_host"],
  ["https://xn--a.org", "url_host"],
  [`https://example.org/${"é".repeat(1981)}`, "url_long"],
];

describe("an address is refused, with the reason in both languages", () => {
  test.each(refused)("%j: %s", (text, fault) => {
    expect(parseWebAddress(text)).toEqual({ fault });
    expect(requiredUrl.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([fault]);
    expect(optionalUrl.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([fault]);
    for (const { fields } of [en, ar])
      expect(fields.errors).toHaveProperty(fault, expect.stringMatching(/\.$/));
  });

  test("each reason has words of its own", () => {
    for (const { fields } of [en, ar]) {
      const words = [
        ...new Set(refused.map(([, fault]) => (fields.errors as Record<string, string>)[fault])),
      ];
      expect(words).toHaveLength(10);
    }
  });
});

test.each(["", "  ", "\u200B\u200F\u00A0"])("nothing that can be seen (%j) is no address", (text) => {
  expect(requiredUrl.safeParse(text).error?.issues[0]?.message).toBe("required");
  expect(optionalUrl.parse(text)).toBeNull();
});
