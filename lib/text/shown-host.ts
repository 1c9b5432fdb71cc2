import { decodePunycode } from "./punycode";

/** An address in the parts in which it is shown. The host has letters where they can be told apart from others. */
export type AddressParts = { scheme: string; host: string; rest: string };

// Latin without what looks like another letter of it: ı, ĸ, ſ, the letters of phonetics.
const LATIN =
  "a-z0-9\\u00DF-\\u00F6\\u00F8-\\u0130\\u0132-\\u0137\\u0139-\\u017E\\u0218-\\u021B\\u1E00-\\u1EFF-";
const together = (...scripts: string[]) =>
  new RegExp(`^[0-9-${scripts.map((script) => `\\p{Script_Extensions=${script}}`).join("")}]+$`, "u");
/** What a label may be written in: one script, or those that one language writes together (UTS #39, 5.2). */
const WRITTEN_TOGETHER = [
  new RegExp(`^[${LATIN}]+$`, "u"),
  together("Han", "Hiragana", "Katakana"),
  together("Han", "Hangul"),
  together("Han", "Bopomofo"),
  ...(
    "Arabic Hebrew Cyrillic Greek Armenian Georgian Ethiopic Devanagari Bengali Gurmukhi Gujarati Tamil Telugu " +
    "Kannada Malayalam Sinhala Thai Lao Khmer Myanmar Tibetan"
  )
    .split(" ")
    .map((script) => together(script)),
];
/** Letters of other alphabets that look like Latin ones. */
const LIKE_LATIN = /^[\daԁеёѕіїјӏорсухһԛԝьвкмнтгпзаοαυνκριτсօսոհյցքզ-]+$/u;

/**
 * The host of an address in letters that people read. A label that mixes scripts, or could be taken for a Latin one,
 * stays in Punycode. What is no URL is shown as it is.
 */
export function shownHost(address: string): string {
  if (!URL.canParse(address)) return address;
  const labels = new URL(address).hostname.split(".");
  const last = readable(labels.at(-1) ?? "", null);
  return labels.map((label) => readable(label, last)).join(".");
}

/** The parts of an address, in the order in which they stand in it. Together they are the address but for the host's letters. */
export function addressParts(address: string): AddressParts {
  const [, scheme = "", authority = "", rest = ""] = /^(https?:\/\/)([^/?#]*)(.*)$/isu.exec(address) ?? [];
  if (!URL.canParse(address) || authority === "") return { scheme: "", host: address, rest: "" };
  // Accounts stood in addresses once: they are no host.
  const at = authority.lastIndexOf("@") + 1;
  const port = /:\d*$/.exec(authority)?.[0] ?? "";
  return { scheme: scheme + authority.slice(0, at), host: shownHost(address), rest: port + rest };
}

/** `topLabel` is the last one of the host: beside one in the same script, no label is taken for a Latin one. */
function readable(label: string, topLabel: string | null): string {
  const letters = decodePunycode(label);
  if (letters === null || !WRITTEN_TOGETHER.some((script) => script.test(letters))) return label;
  const again = `http://${letters}/`;
  if (!URL.canParse(again) || new URL(again).hostname !== label) return label;
  const isAlike = LIKE_LATIN.test(letters);
  return isAlike && (topLabel === null || /^[\da-z-]+$/.test(topLabel)) ? label : letters;
}
