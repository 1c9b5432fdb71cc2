import { expect, test } from "vitest";
import {
  type Action,
  authorize,
  permissions,
  requirePerson,
  scopeOf,
  scopesOf,
} from "@/lib/desk/auth/permissions";
import { scopes } from "@/lib/desk/auth/scopes";

const actions = Object.keys(permissions) as Action[];
const person = { id: "1", name: "Rim", role: "publisher" as const };

test("every action needs one of the scopes, and every scope is of use", () => {
  expect(Object.keys(scopeOf).sort()).toEqual([...actions].sort());
  expect(new Set(Object.values(scopeOf))).toEqual(new Set(scopes));
});

test("a key does what its scopes hold, within the role", () => {
  const key = { actor: { ...person, scopes: ["desk:read", "person:manage"] as const } };
  expect(authorize(key, "desk.read")).toBe(key.actor);
  expect(() => authorize(key, "verdict.publish")).toThrow("This key lacks the scope verdict:publish.");
  expect(() => authorize(key, "person.manage")).toThrow(
    "The role publisher may not do this (person.manage).",
  );
  expect(authorize({ actor: person }, "verdict.publish")).toBe(person);
});

test("no key manages the account of its person", () => {
  expect(() => requirePerson({ actor: { ...person, scopes } })).toThrow("No key manages an account.");
  expect(requirePerson({ actor: person })).toBe(person);
});

test("a role is offered the scopes that it has a use for", () => {
  expect(scopesOf("reader")).toEqual([]);
  expect(scopesOf("editor")).toEqual(["desk:read", "desk:write"]);
  expect(scopesOf("publisher")).toEqual(["desk:read", "desk:write", "verdict:publish"]);
  expect(scopesOf("admin")).toEqual([...scopes]);
});
