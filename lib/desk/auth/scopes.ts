/** What a key may be made for. A key never does more than its person may. */
export const scopes = ["desk:read", "desk:write", "verdict:publish", "event:read", "person:manage"] as const;
export type Scope = (typeof scopes)[number];
