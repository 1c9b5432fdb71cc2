/** A field that an event speaks of: its path in the change, and what it was and is; null where there was nothing. */
export type FieldChange = { path: string[]; from: unknown; to: unknown };

type Change = { from?: unknown; to?: unknown };

/**
 * The fields of an event's change one by one, each with what it was and what it became, in the order of the change.
 * Texts by language and other objects are taken apart; a list is one value. Fields with nothing on both sides are
 * left out.
 */
export function fieldsOf(change: unknown): FieldChange[] {
  const { from = null, to = null } = (change ?? {}) as Change;
  return fieldsAt([], from, to);
}

/** Whether the field only says what the event is about: the same on both sides. */
export function isUnchanged({ from, to }: FieldChange): boolean {
  return JSON.stringify(from) === JSON.stringify(to);
}

/** Whether the change has no before (something was made) or no after (something was removed). */
export function isOneSided(change: unknown): boolean {
  const { from = null, to = null } = (change ?? {}) as Change;
  return from === null || to === null;
}

function fieldsAt(path: string[], from: unknown, to: unknown): FieldChange[] {
  if (!isObject(from) && !isObject(to)) return isNothing(from) && isNothing(to) ? [] : [{ path, from, to }];
  const [before, after] = [isObject(from) ? from : {}, isObject(to) ? to : {}];
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const inner = keys.flatMap((key) => fieldsAt([...path, key], before[key] ?? null, after[key] ?? null));
  // A plain value that became an object, or the other way round.
  const plain = isObject(from) ? to : from;
  const whole =
    isNothing(plain) || isObject(plain)
      ? []
      : [isObject(from) ? { path, from: null, to } : { path, from, to: null }];
  return [...whole, ...inner];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

/**
 * The action by which an event is told, a key of `log` in the catalogue. Events from before a release was told from its
 * undoing, and archiving from restoring, say by their change which of the two it was.
 */
export function toldAction(action: string, change: unknown): string {
  const { to } = (change ?? {}) as Change;
  if (!isObject(to)) return action;
  if (action === "claim.release" && to.releasedAt === null) return "claim.hide";
  if (action === "claim.archive" && "stage" in to && to.stage !== "archived") return "claim.restore";
  return action;
}
