import { AppError } from "@/lib/errors";
import { type Scope, scopes } from "./scopes";

export const roles = ["reader", "editor", "publisher", "admin"] as const;
export type Role = (typeof roles)[number];

/** What can be done at a desk, and by whom: the only place that says so. */
export const permissions = {
  "desk.read": ["editor", "publisher", "admin"],
  "article.create": ["editor", "publisher", "admin"],
  "article.edit": ["editor", "publisher", "admin"],
  "article.archive": ["editor", "publisher", "admin"],
  "claim.create": ["editor", "publisher", "admin"],
  "claim.edit": ["editor", "publisher", "admin"],
  "claim.assign": ["editor", "publisher", "admin"],
  "claim.review": ["editor", "publisher", "admin"],
  "claim.release": ["editor", "publisher", "admin"],
  "claim.archive": ["editor", "publisher", "admin"],
  "claimant.manage": ["editor", "publisher", "admin"],
  "evidence.edit": ["editor", "publisher", "admin"],
  "verdict.propose": ["editor", "publisher", "admin"],
  "verdict.withdraw": ["editor", "publisher", "admin"],
  "verdict.publish": ["publisher", "admin"],
  "verdict.return": ["publisher", "admin"],
  "draft.keep": ["editor", "publisher", "admin"],
  "presence.keep": ["editor", "publisher", "admin"],
  "comment.create": ["editor", "publisher", "admin"],
  "person.manage": ["admin"],
  "event.read": ["admin"],
  "record.alarm": ["publisher", "admin"],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof permissions;

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

/** A person, as commands know them; with `scopes` where a key acts for them, which does no more than those. */
export type Actor = { id: string; name: string; role: Role; scopes?: readonly Scope[] };

/** Who acts, and the clock and the ids that a test may decide. */
export type Context = { actor: Actor | null; now: () => Date; newId: () => string };

/** Whether the role may do it. */
export function may(role: Role, action: Action): boolean {
  return (permissions[action] as readonly Role[]).includes(role);
}

/** The scopes that a key of somebody with this role has a use for. */
export function scopesOf(role: Role): Scope[] {
  const actions = Object.keys(permissions) as Action[];
  return scopes.filter((scope) => actions.some((action) => scopeOf[action] === scope && may(role, action)));
}

/**
 * The actor, when they may do it.
 * Throws `unauthenticated` where nobody is signed in, `forbidden` where the role or the key does not allow it.
 */
export function authorize(context: Pick<Context, "actor">, action: Action): Actor {
  if (!context.actor) throw new AppError("unauthenticated", "Sign in to do this.");
  if (!may(context.actor.role, action)) {
    throw new AppError("forbidden", `The role ${context.actor.role} may not do this (${action}).`);
  }
  const scope = scopeOf[action];
  if (context.actor.scopes && !context.actor.scopes.includes(scope)) {
    throw new AppError("forbidden", `This key lacks the scope ${scope}.`);
  }
  return context.actor;
}

/**
 * The actor, for what everybody does with their own account: the password, the sessions, the keys.
 * Throws `unauthenticated` where nobody is signed in, `forbidden` for a key.
 */
export function requirePerson({ actor }: Pick<Context, "actor">): Actor {
  if (!actor) throw new AppError("unauthenticated", "Sign in to do this.");
  if (actor.scopes) throw new AppError("forbidden", "No key manages an account. Sign in to do this.");
  return actor;
}
