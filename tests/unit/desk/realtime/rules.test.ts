import { expect, test } from "vitest";
import { PRESENCE_MS, topicsOfNotification } from "@/lib/desk/realtime/rules";
import { databaseNotificationSchema, realtimeQuerySchema } from "@/lib/desk/realtime/schema";

const event = {
  kind: "event",
  sequence: 7,
  action: "claim.edit",
  entity: "claim",
  entityId: "c",
  claimId: "c",
  actorId: "p",
  actorName: "Rim",
} as const;

test.each([
  ["an event of a claim", event, ["queue", "claim:c"]],
  ["an event of something else", { ...event, entity: "article", claimId: null }, []],
  ["somebody who came or went", { kind: "presence", claimId: "c" } as const, ["claim:c"]],
  ["a notification", { kind: "notice", personId: "p" } as const, ["person:p"]],
])("%s concerns the pages about it, and no others", (_what, notice, topics) => {
  expect(topicsOfNotification(notice)).toEqual(topics);
  expect(databaseNotificationSchema.parse(notice)).toEqual(notice);
});

test("a page counts as open for 45 seconds after its last sign of life", () => {
  expect(PRESENCE_MS).toBe(45_000);
});

test.each([
  [{ kind: "other" }, false],
  [{ ...event, sequence: "7" }, false],
  [{ ...event, claimId: undefined }, false],
  [{ kind: "notice" }, false],
])("what the database tells in another form is no notice: %o", (notice, isNotice) => {
  expect(databaseNotificationSchema.safeParse(notice).success).toBe(isNotice);
});

test.each([
  [{}, { claim: undefined, since: undefined }],
  [
    { claim: "c", since: "12" },
    { claim: "c", since: 12 },
  ],
  [{ since: "0" }, { since: 0 }],
  [{ since: "-1" }, null],
  [{ since: "1.5" }, null],
  [{ since: "x" }, null],
  [{ other: "x" }, null],
])("a page asks for %o", (query, read) => {
  const parsed = realtimeQuerySchema.safeParse(query);
  if (read === null) expect(parsed.success).toBe(false);
  else expect(parsed.data).toEqual(read);
});
