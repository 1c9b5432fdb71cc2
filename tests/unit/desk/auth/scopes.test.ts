import { expect, test } from "vitest";
import {
  type Action,
  authorize,
  grantableScopes,
  permissions,
  requiredScopes,
  requirePerson,
} from "@/lib/desk/auth/permissions";
import { scopes } from "@/lib/desk/auth/scopes";

const actions = Object.keys(permissions) as Action[];
const person = { id: "1", name: "Rim", role: "publisher" as const };

test("every action needs one of the scopes, and every scope is of use", () => {
  expect(Object.keys(requiredScopes).sort()).toEqual([...actions].sort());
  expect(new Set(Object.values(requiredScopes))).toEqual(new Set(scopes));
});

test("a key does what its scopes hold, within the role", () => {
  const key = { actor: { ...person, scopes: ["desk:read", "person:manage"] as const } };
  expect(authorize(key, "desk.read")).toBe(key.actor);
  expect(() => authorize(key, "verdict.publish")).toThrow("This key lacks the scope verdict:publish.");
  expect(() => authorize(key, "person.manage")).toThrow(
    "The role publisher does not have the permission person.manage.",
  );
  expect(authorize({ actor: person }, "verdict.publish")).toBe(person);
});

test("no key manages the account of its person", () => {
  expect(() => requirePerson({ actor: { ...person, scopes } })).toThrow(
    "An API key cannot manage an account.",
  );
  expect(requirePerson({ actor: person })).toBe(person);
});

test("a role is offered the scopes that it has a use for", () => {
  expect(grantableScopes("reader")).toEqual([]);
  expect(grantableScopes("editor")).toEqual(["desk:read", "desk:write"]);
  expect(grantableScopes("publisher")).toEqual(["desk:read", "desk:write", "verdict:publish"]);
  expect(grantableScopes("admin")).toEqual([...scopes]);
});
