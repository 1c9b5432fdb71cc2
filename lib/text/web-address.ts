import { codePointLength } from "./code-points";

/** The longest address, in code points, as in the database. */
export const MAX_ADDRESS_LENGTH = 2000;

/** Why a text is not a valid web address; keys of `fields.errors` in the message catalogue. */
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

/**
 * White space, controls, zero-width characters, bidi marks and isolates, soft hyphens: one code unit each.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing these is the purpose
  /[\u034F\s\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/;
const NOT_LATIN = String.raw`(?!\p{Script=Latin})[\p{L}\p{M}\p{Extended_Pictographic}\uFE0F]`;
/** Meaningful joiners (Persian, Indic scripts, emoji) and variation selectors. */
const JOINERS = String.raw`(?<=${NOT_LATIN})[\u200C\u200D](?=${NOT_LATIN})|(?<=[^\u0000-\u00FF])[\uFE00-\uFE0F]`;
const HIDDEN = new RegExp(`(?!${JOINERS})[\\p{Default_Ignorable_Code_Point}\\u2800\\uFFF9-\\uFFFB]`, "u");
/**
 * Controls, lone surrogates, the delimiters of a URL in prose or HTML, and the backslash, which parsers read
 * as a slash.
 */
const BROKEN = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD\\<>"]/u;

const AUTHORITY = /^https?:\/\/([^/?#]*)/i;
const PORT = /:([^:\]]*)$/;
const HIGHEST_PORT = 65_535;
const IP_V4 = /^\d+(?:\.\d+){3}$/;
const TYPED_LABEL = /^(?:[\p{L}\p{M}\p{N}\p{So}\u00B7\u05F3\u05F4\u0F0B\u30FB_-]|\u200C|\u200D)+$/u;
const DNS_LABEL = /^[a-z\d_-]{1,63}$/;
const MAX_HOST_LENGTH = 253;

/**
 * Returns the text without invisible characters at its ends. Punctuation stays: `.` and `)` may belong to an
 * address.
 */
export function trimInvisible(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && INVISIBLE.test(text.charAt(start))) start += 1;
  while (end > start && INVISIBLE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/**
 * Parses an http or https address that was typed or pasted; returns why it is invalid (`required` if empty).
 * Trims invisible characters and changes nothing else: another normal form, case or percent-encoding may name
 * another page. Follows the WHATWG URL standard, but rejects what that repairs: slashes, white space,
 * invisible characters, numeric hosts.
 */
export function parseWebAddress(text: string): { address: string } | { fault: AddressFault | "required" } {
  const address = trimInvisible(text);
  if (address === "") return { fault: "required" };
  const fault = faultOfScheme(address) ?? faultOfCharacters(address) ?? faultOfAuthority(address);
  return fault ? { fault } : { address };
}

function faultOfScheme(address: string): AddressFault | null {
  if (/^https?:\/\/(?![/\\])/i.test(address)) return null;
  if (/^https?:/i.test(address)) return "url_slashes";
  // localhost:8080 has no scheme.
  return /^[a-z][a-z\d+-]*:(?!\d)/i.test(address) ? "url_scheme" : "url_no_scheme";
}

function faultOfCharacters(address: string): AddressFault | null {
  // Before white space, as U+FEFF is both.
  if (HIDDEN.test(address)) return "url_hidden";
  if (/\s/.test(address)) return "url_space";
  if (BROKEN.test(address)) return "url_character";
  return codePointLength(address) > MAX_ADDRESS_LENGTH ? "url_long" : null;
}

function faultOfAuthority(address: string): AddressFault | null {
  const authority = AUTHORITY.exec(address)?.[1] ?? "";
  if (authority.includes("@")) return "url_credentials";
  const port = PORT.exec(authority)?.[1] ?? "";
  if (!/^\d*$/.test(port) || Number(port) > HIGHEST_PORT) return "url_port";
  return isHost(authority.replace(PORT, ""), address) ? null : "url_host";
}

/** Whether a typed host is an IP address, or a name of at least two valid DNS labels. */
function isHost(typed: string, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  // URL.canParse has validated the IPv6 address.
  if (typed.startsWith("[")) return true;
  // The URL parser reads 0x7f.1 as 127.0.0.1.
  if (IP_V4.test(hostname)) return hostname === typed;
  const [labels, inDns] = [typed.split("."), hostname.split(".")];
  return (
    labels.length > 1 &&
    labels.every((label) => TYPED_LABEL.test(label)) &&
    inDns.every((label) => DNS_LABEL.test(label)) &&
    hostname.length <= MAX_HOST_LENGTH
  );
}
