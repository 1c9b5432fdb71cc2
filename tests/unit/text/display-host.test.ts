import { describe, expect, test } from "vitest";
import { addressParts, displayHost } from "@/lib/text/display-host";

describe("a host in letters", () => {
  test.each([
    ["https://xn--4gbrim.xn----ymcbaaajlc6dj7bxne2c.xn--wgbh1c/x", "موقع.وزارة-الاتصالات.مصر"],
    ["http://موقع.وزارة-الاتصالات.مصر", "موقع.وزارة-الاتصالات.مصر"],
    ["https://xn--bcher-kva.example", "bücher.example"],
    ["https://xn--wgv71a119e.jp", "日本語.jp"],
    ["https://пример.рф", "пример.рф"],
    ["https://xn--n1ade.xn--p1ai", "рос.рф"],
    ["https://EXAMPLE.org:8080/A", "example.org"],
    ["https://[2001:db8::1]/", "[2001:db8::1]"],
  ])("%s", (address, host) => {
    expect(displayHost(address)).toBe(host);
  });
});

describe("a host that looks like another stays in Punycode", () => {
  test.each([
    ["Cyrillic that looks Latin", "https://аррӏе.com", "xn--80ak6aa92e.com"],
    ["one Cyrillic letter among Latin ones", "https://goоgle.com", "xn--gogle-kye.com"],
    ["a letter of phonetics", "https://gooɡle.com", "xn--goole-tmc.com"],
    ["a dotless i", "https://wıkipedia.org", "xn--wkipedia-tkb.org"],
    ["a symbol", "https://i❤.ws", "xn--i-7iq.ws"],
    ["no valid Punycode", "https://xn--a.org", "https://xn--a.org"],
  ])("%s", (_, address, host) => {
    expect(displayHost(address)).toBe(host);
  });
});

test("the parts of an address are the address, but for the letters of its host", () => {
  for (const address of ["HTTP://example.org:80/a?b=c#d", "https://[::1]:80/", "https://a.org?x"]) {
    const { scheme, host, rest } = addressParts(address);
    expect((scheme + host + rest).toLowerCase()).toBe(address.toLowerCase());
  }
  expect(addressParts("https://xn--bcher-kva.example:80/%C3%A9")).toEqual({
    scheme: "https://",
    host: "bücher.example",
    rest: ":80/%C3%A9",
  });
  expect(addressParts("https://me:pass@example.org/x")).toMatchObject({ host: "example.org", rest: "/x" });
  expect(addressParts("not an address")).toEqual({ scheme: "", host: "not an address", rest: "" });
});
