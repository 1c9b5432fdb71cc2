import type { Action, Role } from "@/lib/desk/auth/permissions";
import type { Scope } from "@/lib/desk/auth/scopes";

// Who may do what, written out by hand. Nothing here is read from the code under test: a role that gains or loses a right
// there has to gain or lose it here as well.

export const allRoles = ["reader", "editor", "publisher", "admin"] as const satisfies readonly Role[];
export const staff = ["editor", "publisher", "admin"] as const satisfies readonly Role[];
export const publishers = ["publisher", "admin"] as const satisfies readonly Role[];
export const admins = ["admin"] as const satisfies readonly Role[];

/** The roles that may take each action, and the scope that an API key needs for it. */
export const rights: Record<Action, { roles: readonly Role[]; scope: Scope }> = {
  "desk.read": { roles: staff, scope: "desk:read" },
  "article.create": { roles: staff, scope: "desk:write" },
  "article.edit": { roles: staff, scope: "desk:write" },
  "article.archive": { roles: staff, scope: "desk:write" },
  "claim.create": { roles: staff, scope: "desk:write" },
  "claim.edit": { roles: staff, scope: "desk:write" },
  "claim.assign": { roles: staff, scope: "desk:write" },
  "claim.review": { roles: staff, scope: "desk:write" },
  "claim.release": { roles: staff, scope: "desk:write" },
  "claim.archive": { roles: staff, scope: "desk:write" },
  "claimant.manage": { roles: staff, scope: "desk:write" },
  "evidence.edit": { roles: staff, scope: "desk:write" },
  "verdict.propose": { roles: staff, scope: "desk:write" },
  "verdict.withdraw": { roles: staff, scope: "desk:write" },
  "verdict.publish": { roles: publishers, scope: "verdict:publish" },
  "verdict.return": { roles: publishers, scope: "verdict:publish" },
  "draft.save": { roles: staff, scope: "desk:write" },
  "presence.record": { roles: staff, scope: "desk:write" },
  "comment.create": { roles: staff, scope: "desk:write" },
  "person.manage": { roles: admins, scope: "person:manage" },
  "event.read": { roles: admins, scope: "event:read" },
  "record.alarm": { roles: publishers, scope: "desk:read" },
};
