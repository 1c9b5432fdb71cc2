import { expect, test } from "vitest";
import { authorize, isAllowed, permissions, requiredScopes, roles } from "@/lib/desk/auth/permissions";
import { allRoles, rights } from "@/tests/factories/rights";

test("the table of permissions is the one that was written out by hand: roles and scopes of every action", () => {
  expect(roles).toEqual(["reader", "editor", "publisher", "admin"]);
  const written = Object.entries(rights).map(([action, right]) => [action, right.roles]);
  expect(permissions).toEqual(Object.fromEntries(written));
  expect(requiredScopes).toEqual(
    Object.fromEntries(Object.entries(rights).map(([action, { scope }]) => [action, scope])),
  );
});

test.each(Object.entries(rights))(
  "%s is allowed to the roles of its line and to nobody else",
  (name, right) => {
    const action = name as keyof typeof rights;
    for (const role of allRoles) {
      const actor = { id: "1", name: "Rim", role };
      const allowed = right.roles.includes(role);
      expect(isAllowed(role, action), role).toBe(allowed);
      if (allowed) expect(authorize({ actor }, action)).toBe(actor);
      else expect(() => authorize({ actor }, action)).toThrow(expect.objectContaining({ code: "forbidden" }));
    }
    expect(() => authorize({ actor: null }, action)).toThrow(
      expect.objectContaining({ code: "unauthenticated" }),
    );
  },
);

test("a key without a scope does nothing, whatever its person may do", () => {
  for (const action of Object.keys(rights) as Array<keyof typeof rights>) {
    const actor = { id: "1", name: "Rim", role: "admin" as const, scopes: [] };
    expect(() => authorize({ actor }, action), action).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  }
});
