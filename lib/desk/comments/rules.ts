import { fold, foldWithMap, originalRange } from "@/lib/text/fold";

/** Somebody of the desk, by what they can be mentioned by. */
export type Colleague = { id: string; name: string; email: string };

/** A place in a text (UTF-16 units) that mentions people: several only where one handle is that of several. */
export type MentionPlace = { start: number; end: number; personIds: string[] };

/** A stretch of a comment as it is shown. */
export type CommentPiece = { kind: "text" | "mention" | "link"; text: string };

// Not inside of an email address. An Arabic letter may stand before it, as in و@ليلى.
const SIGN = /(?<![\p{Script=Latin}\p{N}._%+-])@/gu;
const LONGEST_HANDLE = 320;
// Invisible characters end it: bidi marks and zero-width spaces that were pasted with it.
const LINK = /https?:\/\/[^\s<>"'«»“”\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]+/gu;
const BEHIND_LINK = /[.,;:!?،؛؟)\]]+$/u;

const localPart = (email: string) => email.slice(0, email.indexOf("@"));

/**
 * The word that mentions this person and nobody else: the name, or the part of the email before the @ where others
 * have the same name, or the email.
 */
export function handleOf(person: Colleague, everybody: Colleague[]): string {
  const others = everybody.filter(({ id }) => id !== person.id);
  const taken = (handle: string) =>
    others.some(({ name, email }) => [name, localPart(email)].some((word) => fold(word) === fold(handle)));
  return [person.name, localPart(person.email)].find((handle) => !taken(handle)) ?? person.email;
}

/**
 * Who is mentioned where: `@` and a full name, the part of an email before its @, or the whole email, in any spelling
 * that the search takes for the same. The longest that fits counts, so that @Ana Maria is not Ana.
 */
export function findMentions(text: string, colleagues: Colleague[]): MentionPlace[] {
  const handles = new Map<string, Set<string>>();
  for (const { id, name, email } of colleagues) {
    for (const word of [name, localPart(email), email].map(fold)) {
      if (word) handles.set(word, (handles.get(word) ?? new Set()).add(id));
    }
  }
  const longestFirst = [...handles].sort(([a], [b]) => b.length - a.length);
  return [...text.matchAll(SIGN)].flatMap(({ index }) => {
    const rest = foldWithMap(text.slice(index + 1, index + 1 + LONGEST_HANDLE));
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

/** The comment cut at its mentions and web addresses. The pieces joined are the text. */
export function piecesOf(text: string, mentioned: Colleague[]): CommentPiece[] {
  const mentions = findMentions(text, mentioned).map((place) => ({ ...place, kind: "mention" as const }));
  const links = [...text.matchAll(LINK)].map(({ 0: link, index }) => {
    const end = index + link.replace(BEHIND_LINK, "").length;
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
