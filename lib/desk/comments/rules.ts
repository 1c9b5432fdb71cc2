import { fold, foldWithMap, originalRange } from "@/lib/text/fold";

/** A staff member who can be mentioned. */
export type Colleague = { id: string; name: string; email: string };

/** A mention in a text (UTF-16 units); several people if they share the handle. */
export type MentionRange = { start: number; end: number; personIds: string[] };

/** A piece of a comment: plain text, a mention or a link. */
export type CommentPiece = { kind: "text" | "mention" | "link"; text: string };

// Not inside an email address; an Arabic letter can precede it, as in و@ليلى.
const SIGN = /(?<![\p{Script=Latin}\p{N}._%+-])@/gu;
const MAX_HANDLE_LENGTH = 320;
// Invisible characters end it: bidi marks and zero-width spaces that were pasted with it.
const LINK = /https?:\/\/[^\s<>"'«»“”\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]+/gu;
const TRAILING_PUNCTUATION = /[.,;:!?،؛؟)\]]+$/u;

const localPart = (email: string) => email.slice(0, email.indexOf("@"));

/**
 * The shortest unambiguous handle of a person: the name, the part of the email before the @, or the email.
 */
export function getHandle(person: Colleague, everybody: Colleague[]): string {
  const others = everybody.filter(({ id }) => id !== person.id);
  const taken = (handle: string) =>
    others.some(({ name, email }) => [name, localPart(email)].some((word) => fold(word) === fold(handle)));
  return [person.name, localPart(person.email)].find((handle) => !taken(handle)) ?? person.email;
}

/**
 * Finds mentions: `@` and a full name, the part of an email before its @, or the whole email, compared after
 * folding. The longest match counts, so that @Ana Maria is not Ana.
 */
export function findMentions(text: string, colleagues: Colleague[]): MentionRange[] {
  const handles = new Map<string, Set<string>>();
  for (const { id, name, email } of colleagues) {
    for (const word of [name, localPart(email), email].map(fold)) {
      if (word) handles.set(word, (handles.get(word) ?? new Set()).add(id));
    }
  }
  const longestFirst = [...handles].sort(([a], [b]) => b.length - a.length);
  return [...text.matchAll(SIGN)].flatMap(({ index }) => {
    const rest = foldWithMap(text.slice(index + 1, index + 1 + MAX_HANDLE_LENGTH));
    // The name follows at once.
    if (rest.map[0] !== 0) return [];
    const found = longestFirst.find(
      ([word]) => rest.folded.startsWith(word) && !/^[\p{L}\p{N}]/u.test(rest.folded.slice(word.length)),
    );
    if (!found) return [];
    const end = index + 1 + originalRange(rest, 0, found[0].length).end;
    return [{ start: index, end, personIds: [...found[1]] }];
  });
}

/** Splits a comment at its mentions and links. The pieces joined are the text. */
export function splitComment(text: string, mentioned: Colleague[]): CommentPiece[] {
  const mentions = findMentions(text, mentioned).map((place) => ({ ...place, kind: "mention" as const }));
  const links = [...text.matchAll(LINK)].map(({ 0: link, index }) => {
    const end = index + link.replace(TRAILING_PUNCTUATION, "").length;
    return { start: index, end, kind: "link" as const };
  });
  const pieces: CommentPiece[] = [];
  let at = 0;
  for (const { start, end, kind } of [...links, ...mentions].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    if (start > at) pieces.push({ kind: "text", text: text.slice(at, start) });
    pieces.push({ kind, text: text.slice(start, end) });
    at = end;
  }
  if (at < text.length) pieces.push({ kind: "text", text: text.slice(at) });
  return pieces;
}
