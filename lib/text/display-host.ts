import { decodePunycode } from "./punycode";

/** The displayed parts of a web address. The host is decoded from Punycode where that is safe. */
export type AddressParts = { scheme: string; host: string; rest: string };

// Latin without confusable letters: ı, ĸ, ſ, phonetic letters.
const LATIN =
  "a-z0-9\\u00DF-\\u00F6\\u00F8-\\u0130\\u0132-\\u0137\\u0139-\\u017E\\u0218-\\u021B\\u1E00-\\u1EFF-";
const scriptsPattern = (...scripts: string[]) =>
  new RegExp(`^[0-9-${scripts.map((script) => `\\p{Script_Extensions=${script}}`).join("")}]+$`, "u");
/** The scripts that a label may combine: one, or those that one language uses together (UTS #39, 5.2). */
const SCRIPT_COMBINATIONS = [
  new RegExp(`^[${LATIN}]+$`, "u"),
  scriptsPattern("Han", "Hiragana", "Katakana"),
  scriptsPattern("Han", "Hangul"),
  scriptsPattern("Han", "Bopomofo"),
  ...(
    "Arabic Hebrew Cyrillic Greek Armenian Georgian Ethiopic Devanagari Bengali Gurmukhi Gujarati Tamil Telugu " +
    "Kannada Malayalam Sinhala Thai Lao Khmer Myanmar Tibetan"
  )
    .split(" ")
    .map((script) => scriptsPattern(script)),
];
/** Letters of other alphabets that look like Latin ones. */
const LATIN_LOOKALIKES = /^[\daԁеёѕіїјӏорсухһԛԝьвкмнтгпзаοαυνκριτсօսոհյցքզ-]+$/u;

/**
 * Returns the host of a web address with Punycode decoded. A label that mixes scripts, or looks Latin but is
 * not, stays in Punycode (homograph protection). Returns an invalid URL unchanged.
 */
export function displayHost(address: string): string {
  if (!URL.canParse(address)) return address;
  const labels = new URL(address).hostname.split(".");
  const last = decodeLabel(labels.at(-1) ?? "", null);
  return labels.map((label) => decodeLabel(label, last)).join(".");
}

/** Returns the parts of a web address in order. Joined, they are the address with its host decoded. */
export function addressParts(address: string): AddressParts {
  const [, scheme = "", authority = "", rest = ""] = /^(https?:\/\/)([^/?#]*)(.*)$/isu.exec(address) ?? [];
  if (!URL.canParse(address) || authority === "") return { scheme: "", host: address, rest: "" };
  // Old addresses may have credentials, which are not part of the host.
  const at = authority.lastIndexOf("@") + 1;
  const port = /:\d*$/.exec(authority)?.[0] ?? "";
  return { scheme: scheme + authority.slice(0, at), host: displayHost(address), rest: port + rest };
}

/**
 * Decodes a label where that is safe. `topLabel` is the last one of the host: if it is not Latin either,
 * lookalikes are safe.
 */
function decodeLabel(label: string, topLabel: string | null): string {
  const letters = decodePunycode(label);
  if (letters === null || !SCRIPT_COMBINATIONS.some((script) => script.test(letters))) return label;
  const reencoded = `http://${letters}/`;
  if (!URL.canParse(reencoded) || new URL(reencoded).hostname !== label) return label;
  const looksLatin = LATIN_LOOKALIKES.test(letters);
  return looksLatin && (topLabel === null || /^[\da-z-]+$/.test(topLabel)) ? label : letters;
}
