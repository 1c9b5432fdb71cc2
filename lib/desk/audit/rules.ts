/** A field of an event's change: its path, and its value before and after; null for none. */
export type FieldChange = { path: string[]; from: unknown; to: unknown };

type Change = { from?: unknown; to?: unknown };

/**
 * The fields of an event's change with their values before and after, in order. Objects are split into their
 * fields; a list is one value. Fields that are empty on both sides are left out.
 */
export function listFieldChanges(change: unknown): FieldChange[] {
  const { from = null, to = null } = (change ?? {}) as Change;
  return fieldsAt([], from, to);
}

/** Whether the field has the same value on both sides, so that it only identifies what was changed. */
export function isUnchanged({ from, to }: FieldChange): boolean {
  return JSON.stringify(from) === JSON.stringify(to);
}

/** Whether the change has no `from` (something was created) or no `to` (something was removed). */
export function isOneSided(change: unknown): boolean {
  const { from = null, to = null } = (change ?? {}) as Change;
  return from === null || to === null;
}

function fieldsAt(path: string[], from: unknown, to: unknown): FieldChange[] {
  if (!isObject(from) && !isObject(to)) return isEmpty(from) && isEmpty(to) ? [] : [{ path, from, to }];
  const [before, after] = [isObject(from) ? from : {}, isObject(to) ? to : {}];
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  const inner = keys.flatMap((key) => fieldsAt([...path, key], before[key] ?? null, after[key] ?? null));
  // A plain value that became an object, or an object that became a plain value.
  const plain = isObject(from) ? to : from;
  const whole =
    isEmpty(plain) || isObject(plain)
      ? []
      : [isObject(from) ? { path, from: null, to } : { path, from, to: null }];
  return [...whole, ...inner];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

/**
 * The action to display for an event, a key of `log` in the message catalogue. Old events use one action for
 * release and hide, and one for archive and restore; their change tells which it was.
 */
export function displayAction(action: string, change: unknown): string {
  const { to } = (change ?? {}) as Change;
  if (!isObject(to)) return action;
  if (action === "claim.release" && to.releasedAt === null) return "claim.hide";
  if (action === "claim.archive" && "stage" in to && to.stage !== "archived") return "claim.restore";
  return action;
}
