import { AppError } from "@/lib/errors";
import { type Scope, scopes } from "./scopes";

/** The roles of people, from least to most permissions. */
export const roles = ["reader", "editor", "publisher", "admin"] as const;
export type Role = (typeof roles)[number];

/** The roles that may perform each action: the only definition of permissions. */
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
  "draft.save": ["editor", "publisher", "admin"],
  "presence.record": ["editor", "publisher", "admin"],
  "comment.create": ["editor", "publisher", "admin"],
  "person.manage": ["admin"],
  "event.read": ["admin"],
  "record.alarm": ["publisher", "admin"],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof permissions;

/** The scope that an API key needs for each action. */
export const requiredScopes = {
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
  "draft.save": "desk:write",
  "presence.record": "desk:write",
  "comment.create": "desk:write",
  "person.manage": "person:manage",
  "event.read": "event:read",
  "record.alarm": "desk:read",
} as const satisfies Record<Action, Scope>;

/** The person who acts. `scopes` is set if they act through an API key, and limits what it may do. */
export type Actor = { id: string; name: string; role: Role; scopes?: readonly Scope[] };

/** The actor (null: not signed in), and the clock and id generator, which tests replace. */
export type Context = { actor: Actor | null; now: () => Date; newId: () => string };

/** Whether the role may perform the action. */
export function isAllowed(role: Role, action: Action): boolean {
  return (permissions[action] as readonly Role[]).includes(role);
}

/** The scopes that a person with this role can give to a key. */
export function grantableScopes(role: Role): Scope[] {
  const actions = Object.keys(permissions) as Action[];
  return scopes.filter((scope) =>
    actions.some((action) => requiredScopes[action] === scope && isAllowed(role, action)),
  );
}

/**
 * Returns the actor if they may perform the action. Throws `unauthenticated` if nobody is signed in,
 * `forbidden` if the role or the key's scopes do not allow it.
 */
export function authorize(context: Pick<Context, "actor">, action: Action): Actor {
  if (!context.actor) throw new AppError("unauthenticated", "Sign in to do this.");
  if (!isAllowed(context.actor.role, action)) {
    throw new AppError("forbidden", `The role ${context.actor.role} does not have the permission ${action}.`);
  }
  const scope = requiredScopes[action];
  if (context.actor.scopes && !context.actor.scopes.includes(scope)) {
    throw new AppError("forbidden", `This key lacks the scope ${scope}.`);
  }
  return context.actor;
}

/**
 * Returns the actor for changes to their own account, such as password, sessions and keys. Throws
 * `unauthenticated` if nobody is signed in, `forbidden` for an API key.
 */
export function requirePerson({ actor }: Pick<Context, "actor">): Actor {
  if (!actor) throw new AppError("unauthenticated", "Sign in to do this.");
  if (actor.scopes)
    throw new AppError("forbidden", "An API key cannot manage an account. Sign in to do this.");
  return actor;
}
