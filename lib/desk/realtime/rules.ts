import type { ChangeNotice } from "./schema";

/** What a page can be about. */
export const topics = {
  queue: "queue",
  claim: (id: string) => `claim:${id}`,
  person: (id: string) => `person:${id}`,
};

/** The topics that a notice of the database belongs to. */
export function topicsOf(notice: ChangeNotice): string[] {
  switch (notice.kind) {
    case "event":
      return notice.claimId === null ? [] : [topics.queue, topics.claim(notice.claimId)];
    case "presence":
      return [topics.claim(notice.claimId)];
    case "notice":
      return [topics.person(notice.personId)];
  }
}

/** How long after the last sign of an open page its person counts as gone, in milliseconds. */
export const presenceMs = 45_000;
