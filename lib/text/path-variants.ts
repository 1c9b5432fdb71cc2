import { trimInvisible } from "./web-address";

/** Punctuation that may follow a URL in a sentence. No path of the app ends with it. */
const TRAILING = /[.,;:!?)\]}>"'’”›»*~`|،؛؟۔。…．，！？）\p{Default_Ignorable_Code_Point}]$/u;

/**
 * Returns a percent-encoded path without what was copied with it from a text: punctuation at its end, and
 * invisible characters at either end of its last segment. Null if there is nothing to remove or the path
 * cannot be decoded.
 */
export function trimCopiedPath(path: string): string | null {
  const last = path.lastIndexOf("/") + 1;
  const segment = decodePathSegment(path.slice(last));
  if (segment === null) return null;
  let trimmed = trimInvisible(segment);
  while (TRAILING.test(trimmed)) trimmed = trimInvisible(trimmed.replace(TRAILING, ""));
  if (trimmed === segment) return null;
  // Two slashes at the beginning would name another host.
  const before = `/${path.slice(0, last).replace(/^[/\\]+/, "")}`;
  return trimmed === "" ? before.replace(/(?<=.)\/$/, "") : before + encodeURIComponent(trimmed);
}

/**
 * Returns the other Unicode normal forms of a path segment, percent-encoded; none if it cannot be decoded.
 */
export function otherNormalForms(segment: string): string[] {
  const text = decodePathSegment(segment);
  if (text === null) return [];
  const forms = [text.normalize("NFC"), text.normalize("NFD")];
  return [...new Set(forms)].filter((form) => form !== text).map(encodeURIComponent);
}

/** Decodes a percent-encoded path segment; null if it is malformed. */
export function decodePathSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
