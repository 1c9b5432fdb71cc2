import { fold } from "./fold";
import { listedLanguages, otherNames, ownNames } from "./language-list";

/** The tag of a text whose language nobody knows; screens show nothing for it. */
export const UNKNOWN_LANGUAGE = "und";

/** Tags of RFC 5646 that are no locale identifiers of the Unicode standard, and what stands for them today. */
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
/** A language as an extension of its macrolanguage: zh-yue is yue (RFC 5646, 4.5). */
const EXTENDED = /^[a-z]{2,3}-([a-z]{3})(?=-|$)/i;
const LONGEST_TAG = 35;

const namers = new Map<string, Intl.DisplayNames>();

function namer(locale: string): Intl.DisplayNames {
  const known = namers.get(locale) ?? new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
  namers.set(locale, known);
  return known;
}

/** The name of a language in a locale; undefined for what is no tag, and for a language that has no name there. */
export function nameOfLanguage(tag: string, locale: string): string | undefined {
  const own = ownNames[tag]?.[locale.startsWith("ar") ? "ar" : "en"];
  if (own) return own;
  try {
    return namer(locale).of(tag);
  } catch {
    return undefined;
  }
}

/** All that a language is called: in English, in Arabic, by those who speak it, and otherwise. */
export function namesOfLanguage(tag: string): string[] {
  const names = ["en", "ar", tag].map((locale) => nameOfLanguage(tag, locale));
  return [...new Set([...names, ...(otherNames[tag] ?? [])])].filter((name) => name !== undefined);
}

/**
 * The canonical BCP 47 tag of a language that was typed as a tag (`AR-eg`, `iw`, `fa_IR`, `zh-min-nan`) or by its name in
 * English, in Arabic or in itself (farsi, الفارسية, français); null where it is neither. Extensions of a tag go; its
 * language, script and region must be known ones. `und`, an unknown language, is a tag.
 */
export function readLanguage(typed: string): string | null {
  const text = typed
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
  if (text === "" || text.length > 200) return null;
  return canonicalTag(text) ?? byRegion(text) ?? tagsByName().get(languageNameKey(text)) ?? byParts(text);
}

/** The canonical form of a BCP 47 tag whose language, script and region are known; null for any other text. */
export function canonicalTag(text: string): string | null {
  const given = text.replaceAll("_", "-").toLowerCase();
  const modern = grandfathered[given] ?? given.replace(EXTENDED, "$1");
  if (modern.length > LONGEST_TAG) return null;
  try {
    // The variant of en-US-posix becomes an extension, which stays.
    const tag = new Intl.Locale(modern).baseName.replace(/-u-.*/, "");
    if (tag.split("-")[0] === UNKNOWN_LANGUAGE) return tag;
    return ownNames[tag] || namer("en").of(tag) ? tag : null;
  } catch {
    return null;
  }
}

/** A language and, in brackets, its region, as the names of tags are made: "Arabic (Egypt)", "العربية (مصر)". */
function byRegion(text: string): string | null {
  const [, name = "", region = ""] = /^([^()]+)\(([^()]+)\)$/.exec(text) ?? [];
  const tag = tagsByName().get(languageNameKey(name));
  const code = tag && regionsByName().get(fold(region));
  return code ? canonicalTag(`${tag}-${code}`) : null;
}

let regions: Map<string, string> | undefined;

/** ISO 3166 codes by the folded names of the regions in English and Arabic. */
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

/** What the list shows of a language, "Persian / الفارسية", typed or copied as it stands. */
function byParts(text: string): string | null {
  const parts = text.split(/\s*[/·|()،,]\s*/).filter(Boolean);
  if (parts.length < 2) return null;
  const tags = new Set(parts.map((part) => tagsByName().get(languageNameKey(part)) ?? canonicalTag(part)));
  const [tag, ...others] = tags;
  return others.length === 0 ? (tag ?? null) : null;
}

let byName: Map<string, string> | undefined;

/** Tags by the key of each name; names that two languages share are those of the first. */
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

/** A name without the word "language", and in Arabic without article and ending: العربية, عربية and عربي are one. */
export function languageNameKey(name: string): string {
  return fold(name)
    .split(" ")
    .filter((word) => !["language", "اللغه", "لغه", "باللغه"].includes(word))
    .map((word) => word.replace(/^ال(?=\p{L}{3})/u, "").replace(/(?<=\p{L}{2})(?:يه|ي)$/u, ""))
    .join(" ");
}
