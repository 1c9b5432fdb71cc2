/** The scopes of an API key. A key never allows more than the role of its person does. */
export const scopes = ["desk:read", "desk:write", "verdict:publish", "event:read", "person:manage"] as const;
export type Scope = (typeof scopes)[number];
