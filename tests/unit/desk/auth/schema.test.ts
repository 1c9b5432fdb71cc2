import { describe, expect, test } from "vitest";
import { firstCodeSchema, passwordChangeSchema, signInSchema } from "@/lib/desk/auth/schema";
import { acceptedInvitationSchema, newInvitationSchema, passwordResetSchema } from "@/lib/desk/people/schema";

const messages = (parsed: { error?: { issues: Array<{ path: PropertyKey[]; message: string }> } }) =>
  (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

describe.each([
  ["of one's own", (fields: object) => passwordChangeSchema.safeParse({ current: "old", ...fields })],
  ["by a link", (fields: object) => passwordResetSchema.safeParse({ token: "t", ...fields })],
  [
    "of somebody who is invited",
    (fields: object) => acceptedInvitationSchema.safeParse({ token: "t", name: "Rim", ...fields }),
  ],
])("a new password %s", (_what, parse) => {
  test.each([
    ["x".repeat(12), []],
    ["x".repeat(200), []],
    ["x".repeat(11), ["password: password_short"]],
    ["x".repeat(201), ["password: too_long"]],
  ])("has twelve to two hundred characters: %s", (password, faults) => {
    expect(messages(parse({ password, again: password }))).toEqual(faults);
  });

  test("is typed twice, the same", () => {
    expect(messages(parse({ password: "x".repeat(12), again: "y".repeat(12) }))).toEqual([
      "again: password_again",
    ]);
  });
});

test("signing in takes an email, whatever stands around it, and a password", () => {
  expect(signInSchema.parse({ email: " rim@desk.example ", password: "p" })).toEqual({
    email: "rim@desk.example",
    password: "p",
  });
  expect(messages(signInSchema.safeParse({ email: "rim", password: "p" }))).toEqual(["email: email"]);
  expect(messages(signInSchema.safeParse({ email: "", password: "" }))).toEqual([
    "email: required",
    "password: required",
  ]);
  expect(signInSchema.safeParse({ email: "r@desk.example", password: "x".repeat(201) }).success).toBe(false);
});

test("a code has forty characters at most, and one at least", () => {
  expect(firstCodeSchema.safeParse({ code: " - " }).success).toBe(false);
  expect(firstCodeSchema.safeParse({ code: "1".repeat(41) }).success).toBe(false);
  expect(firstCodeSchema.parse({ code: "1".repeat(40) }).code).toHaveLength(40);
});

test("an invitation is to an email in small letters, for a role that there is", () => {
  expect(newInvitationSchema.parse({ email: "Rim@Desk.Example", role: "editor" })).toEqual({
    email: "rim@desk.example",
    role: "editor",
  });
  expect(newInvitationSchema.safeParse({ email: "rim@desk.example", role: "owner" }).success).toBe(false);
});
