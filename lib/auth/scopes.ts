import type { Action } from "./permissions";

/** What a key may be made for. A key never does more than its person may. */
export const scopes = ["desk:read", "desk:write", "verdict:publish", "event:read", "person:manage"] as const;
export type Scope = (typeof scopes)[number];

/** The scope that a key needs for each action of the table of permissions. */
export const scopeOf = {
  "desk.read": "desk:read",
  "article.create": "desk:write",
  "article.edit": "desk:write",
  "article.archive": "desk:write",
  "claim.create": "desk:write",
  "claim.edit": "desk:write",
  "claim.assign": "desk:write",
  "claim.review": "desk:write",
  "claim.release": "desk:write",
  "claim.archive": "desk:write",
  "claimant.manage": "desk:write",
  "evidence.edit": "desk:write",
  "verdict.propose": "desk:write",
  "verdict.withdraw": "desk:write",
  "verdict.publish": "verdict:publish",
  "verdict.return": "verdict:publish",
  "draft.keep": "desk:write",
  "presence.keep": "desk:write",
  "comment.create": "desk:write",
  "person.manage": "person:manage",
  "event.read": "event:read",
  "record.alarm": "desk:read",
} as const satisfies Record<Action, Scope>;
