import { withoutStrayEnds } from "./web-address";

/** What ends the sentence, the bracket or the quotation in which an address stands. No path of ours ends with any of it. */
const BEHIND = /[.,;:!?)\]}>"'’”›»*~`|،؛؟۔。…．，！？）\p{Default_Ignorable_Code_Point}]$/u;

/**
 * A path of ours (percent-encoded) without what came along when it was copied out of a text: punctuation at its end, and
 * invisible characters at either end of its last part. Null where there is none of it, or the path cannot be decoded.
 */
export function withoutCopiedEnds(path: string): string | null {
  const last = path.lastIndexOf("/") + 1;
  const segment = decodedSegment(path.slice(last));
  if (segment === null) return null;
  let cut = withoutStrayEnds(segment);
  while (BEHIND.test(cut)) cut = withoutStrayEnds(cut.replace(BEHIND, ""));
  if (cut === segment) return null;
  // Two slashes at the beginning would lead to another host.
  const before = `/${path.slice(0, last).replace(/^[/\\]+/, "")}`;
  return cut === "" ? before.replace(/(?<=.)\/$/, "") : before + encodeURIComponent(cut);
}

/** The other Unicode normal forms of a segment of a path, percent-encoded; none where it has but one or is not decodable. */
export function otherForms(segment: string): string[] {
  const text = decodedSegment(segment);
  if (text === null) return [];
  const forms = [text.normalize("NFC"), text.normalize("NFD")];
  return [...new Set(forms)].filter((form) => form !== text).map(encodeURIComponent);
}

/** The text that a percent-encoded segment of a path stands for; null where it cannot be decoded. */
export function decodedSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
