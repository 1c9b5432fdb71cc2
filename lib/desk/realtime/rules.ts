import type { DatabaseNotification } from "./schema";

/** The topics that pages subscribe to. */
export const topics = {
  queue: "queue",
  claim: (id: string) => `claim:${id}`,
  person: (id: string) => `person:${id}`,
};

/** The topics that a database notification concerns. */
export function topicsOfNotification(notification: DatabaseNotification): string[] {
  switch (notification.kind) {
    case "event":
      return notification.claimId === null ? [] : [topics.queue, topics.claim(notification.claimId)];
    case "presence":
      return [topics.claim(notification.claimId)];
    case "notice":
      return [topics.person(notification.personId)];
  }
}

/** The time after the last heartbeat at which a presence expires, in milliseconds. */
export const PRESENCE_MS = 45_000;
