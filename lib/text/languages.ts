import { fold } from "./fold";
import { alternativeNames, listedLanguages, supplementaryNames } from "./language-list";

/** The tag of an unknown language; screens show nothing for it. */
export const UNKNOWN_LANGUAGE = "und";

/** The grandfathered tags of RFC 5646 that are not Unicode locale identifiers, with their modern tags. */
const grandfathered: Record<string, string> = {
  "i-ami": "ami",
  "i-bnn": "bnn",
  "i-hak": "hak",
  "i-klingon": "tlh",
  "i-lux": "lb",
  "i-navajo": "nv",
  "i-pwn": "pwn",
  "i-tao": "tao",
  "i-tay": "tay",
  "i-tsu": "tsu",
  "no-bok": "nb",
  "no-nyn": "nn",
  "en-gb-oed": "en-GB-oxendict",
  "zh-min-nan": "nan",
  "zh-guoyu": "zh",
  "zh-hakka": "hak",
  "zh-xiang": "hsn",
};
/** An extended language subtag: zh-yue is yue (RFC 5646, 4.5). */
const EXTENDED = /^[a-z]{2,3}-([a-z]{3})(?=-|$)/i;
const MAX_TAG_LENGTH = 35;

const namers = new Map<string, Intl.DisplayNames>();

function namer(locale: string): Intl.DisplayNames {
  const known = namers.get(locale) ?? new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
  namers.set(locale, known);
  return known;
}

/** Returns the name of a language in a locale; undefined for an invalid tag or a language without a name. */
export function nameOfLanguage(tag: string, locale: string): string | undefined {
  const own = supplementaryNames[tag]?.[locale.startsWith("ar") ? "ar" : "en"];
  if (own) return own;
  try {
    return namer(locale).of(tag);
  } catch {
    return undefined;
  }
}

/** Returns the names of a language: in English, in Arabic, in itself, and alternative ones. */
export function namesOfLanguage(tag: string): string[] {
  const names = ["en", "ar", tag].map((locale) => nameOfLanguage(tag, locale));
  return [...new Set([...names, ...(alternativeNames[tag] ?? [])])].filter((name) => name !== undefined);
}

/**
 * Parses a language typed as a tag (`AR-eg`, `iw`, `fa_IR`, `zh-min-nan`) or as its name in English, in
 * Arabic or in itself (farsi, الفارسية, français). Returns the canonical BCP 47 tag without extensions, or
 * null. The language, script and region must be known; `und` is accepted.
 */
export function parseLanguage(typed: string): string | null {
  const text = typed
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
  if (text === "" || text.length > 200) return null;
  return (
    canonicalTag(text) ??
    parseNameWithRegion(text) ??
    tagsByName().get(languageNameKey(text)) ??
    parseListedName(text)
  );
}

/**
 * Returns the canonical form of a BCP 47 tag with a known language, script and region; null for any other
 * text.
 */
export function canonicalTag(text: string): string | null {
  const given = text.replaceAll("_", "-").toLowerCase();
  const modern = grandfathered[given] ?? given.replace(EXTENDED, "$1");
  if (modern.length > MAX_TAG_LENGTH) return null;
  try {
    // The variant of en-US-posix becomes an extension, which stays.
    const tag = new Intl.Locale(modern).baseName.replace(/-u-.*/, "");
    if (tag.split("-")[0] === UNKNOWN_LANGUAGE) return tag;
    return supplementaryNames[tag] || namer("en").of(tag) ? tag : null;
  } catch {
    return null;
  }
}

/** Parses a language with its region in brackets: "Arabic (Egypt)", "العربية (مصر)". */
function parseNameWithRegion(text: string): string | null {
  const [, name = "", region = ""] = /^([^()]+)\(([^()]+)\)$/.exec(text) ?? [];
  const tag = tagsByName().get(languageNameKey(name));
  const code = tag && regionsByName().get(fold(region));
  return code ? canonicalTag(`${tag}-${code}`) : null;
}

let regions: Map<string, string> | undefined;

/** Returns ISO 3166 codes by the folded region names in English and Arabic. */
function regionsByName(): Map<string, string> {
  if (regions) return regions;
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  regions = new Map();
  for (const locale of ["en", "ar"]) {
    const region = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
    for (const code of codes) {
      const key = fold(region.of(code) ?? "");
      if (key && !regions.has(key)) regions.set(key, code);
    }
  }
  return regions;
}

/** Parses a language as the list shows it: "Persian / الفارسية". */
function parseListedName(text: string): string | null {
  const parts = text.split(/\s*[/·|()،,]\s*/).filter(Boolean);
  if (parts.length < 2) return null;
  const tags = new Set(parts.map((part) => tagsByName().get(languageNameKey(part)) ?? canonicalTag(part)));
  const [tag, ...others] = tags;
  return others.length === 0 ? (tag ?? null) : null;
}

let byName: Map<string, string> | undefined;

/** Returns tags by the key of each name; a shared name belongs to the first language. */
function tagsByName(): Map<string, string> {
  if (byName) return byName;
  byName = new Map();
  for (const tag of listedLanguages)
    for (const name of namesOfLanguage(tag)) {
      const key = languageNameKey(name);
      if (key && !byName.has(key)) byName.set(key, tag);
    }
  return byName;
}

/**
 * Returns the lookup key of a name: without "language", and in Arabic without article and ending (العربية,
 * عربية, عربي).
 */
export function languageNameKey(name: string): string {
  return fold(name)
    .split(" ")
    .filter((word) => !["language", "اللغه", "لغه", "باللغه"].includes(word))
    .map((word) => word.replace(/^ال(?=\p{L}{3})/u, "").replace(/(?<=\p{L}{2})(?:يه|ي)$/u, ""))
    .join(" ");
}
