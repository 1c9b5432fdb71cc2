import { codePointLength } from "./code-points";

/** In code points. The database has the same limit. */
export const longestAddress = 2000;

/** Why a text is no web address; each is a key of `fields.errors` in the message catalogue. */
export const addressFaults = [
  "url_no_scheme",
  "url_scheme",
  "url_slashes",
  "url_space",
  "url_hidden",
  "url_character",
  "url_credentials",
  "url_port",
  "url_host",
  "url_long",
] as const;
export type AddressFault = (typeof addressFaults)[number];

/** White space, controls, zero-width characters, bidi marks and isolates, soft hyphens: one code unit each. */
const STRAY =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing these is the purpose
  /[\u034F\s\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/;
const NOT_LATIN = String.raw`(?!\p{Script=Latin})[\p{L}\p{M}\p{Extended_Pictographic}\uFE0F]`;
/** Joiners between letters that need them (Persian, Indic scripts, emoji), and variation selectors behind their character. */
const MEANT = String.raw`(?<=${NOT_LATIN})[\u200C\u200D](?=${NOT_LATIN})|(?<=[^\u0000-\u00FF])[\uFE00-\uFE0F]`;
const HIDDEN = new RegExp(`(?!${MEANT})[\\p{Default_Ignorable_Code_Point}\\u2800\\uFFF9-\\uFFFB]`, "u");
/** Controls, halves of surrogate pairs, and what ends an address in prose or HTML. A backslash is read as a slash. */
const BROKEN = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD\\<>"]/u;

const AUTHORITY = /^https?:\/\/([^/?#]*)/i;
const PORT = /:([^:\]]*)$/;
const HIGHEST_PORT = 65_535;
const IP_V4 = /^\d+(?:\.\d+){3}$/;
const TYPED_LABEL = /^(?:[\p{L}\p{M}\p{N}\p{So}\u00B7\u05F3\u05F4\u0F0B\u30FB_-]|\u200C|\u200D)+$/u;
const DNS_LABEL = /^[a-z\d_-]{1,63}$/;
const LONGEST_HOST = 253;

/** The text without what cannot be seen at its ends. Punctuation stays: `.` and `)` may belong to an address. */
export function withoutStrayEnds(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && STRAY.test(text.charAt(start))) start += 1;
  while (end > start && STRAY.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/**
 * The http or https address in a text that was typed or pasted, or why there is none (`required` for an empty text).
 * The ends are cleaned; all else stays as given: no Unicode normal form, case or percent-encoding is changed, as each
 * may name another page. Follows the WHATWG URL standard, but refuses what that repairs: slashes, white space,
 * invisible characters, numbers as hosts.
 */
export function readWebAddress(text: string): { address: string } | { fault: AddressFault | "required" } {
  const address = withoutStrayEnds(text);
  if (address === "") return { fault: "required" };
  const fault = faultOfScheme(address) ?? faultOfCharacters(address) ?? faultOfAuthority(address);
  return fault ? { fault } : { address };
}

function faultOfScheme(address: string): AddressFault | null {
  if (/^https?:\/\/(?![/\\])/i.test(address)) return null;
  if (/^https?:/i.test(address)) return "url_slashes";
  // The colon of localhost:8080 ends no scheme.
  return /^[a-z][a-z\d+-]*:(?!\d)/i.test(address) ? "url_scheme" : "url_no_scheme";
}

function faultOfCharacters(address: string): AddressFault | null {
  // First, as U+FEFF is white space too.
  if (HIDDEN.test(address)) return "url_hidden";
  if (/\s/.test(address)) return "url_space";
  if (BROKEN.test(address)) return "url_character";
  return codePointLength(address) > longestAddress ? "url_long" : null;
}

function faultOfAuthority(address: string): AddressFault | null {
  const authority = AUTHORITY.exec(address)?.[1] ?? "";
  if (authority.includes("@")) return "url_credentials";
  const port = PORT.exec(authority)?.[1] ?? "";
  if (!/^\d*$/.test(port) || Number(port) > HIGHEST_PORT) return "url_port";
  return isHost(authority.replace(PORT, ""), address) ? null : "url_host";
}

/** Whether a host as typed is an IP address, or a name with a dot whose labels DNS can hold. */
function isHost(typed: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  // The standard has checked that it is IPv6.
  if (typed.startsWith("[")) return true;
  // The standard reads 0x7f.1 as 127.0.0.1.
  if (IP_V4.test(hostname)) return hostname === typed;
  const [labels, inDns] = [typed.split("."), hostname.split(".")];
  return (
    labels.length > 1 &&
    labels.every((label) => TYPED_LABEL.test(label)) &&
    inDns.every((label) => DNS_LABEL.test(label)) &&
    hostname.length <= LONGEST_HOST
  );
}
