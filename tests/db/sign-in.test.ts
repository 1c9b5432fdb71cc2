import { beforeEach, expect, test, vi } from "vitest";
import { countAttempt } from "@/lib/desk/auth/attempts";
import { totpCode } from "@/lib/desk/auth/totp";
import { editPerson } from "@/lib/desk/people/commands";
import { beginTwoFactor, confirmTwoFactor, getTwoFactor } from "@/lib/desk/people/two-factor";
import { signIn, signInWithCode, signOut } from "@/lib/next/sign-in";
import { db } from "@/lib/platform/db/client";
import { somebody } from "@/tests/factories/desk";
import { aMember, type Member } from "@/tests/factories/people";

// Signing in through the page's own functions, with the cookies that a browser would be left with.

type Cookie = { value: string; maxAge?: number; httpOnly?: boolean };
const jar = new Map<string, Cookie>();
vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({
      cookie: [...jar].map(([name, { value }]) => `${name}=${encodeURIComponent(value)}`).join("; "),
    }),
  cookies: async () => ({
    set: (name: string, value: string, options: Omit<Cookie, "value">) =>
      jar.set(name, { value, ...options }),
  }),
}));
beforeEach(() => jar.clear());

const sessions = ({ id }: Member) => db().session.count({ where: { userId: id } });
const session = () => [...jar].find(([name]) => name.endsWith(".session_token"))?.[1];

test.each([
  ["editor", "1"],
  ["publisher", "1"],
  ["admin", "1"],
  ["reader", ""],
] as const)(
  "the right password signs a %s in, and the browser shows what is for staff to staff alone",
  async (role, staff) => {
    const person = await aMember(role);
    expect(await signIn(person)).toEqual({ codeNeeded: false });
    expect(await sessions(person)).toBe(1);
    expect(session()).toMatchObject({ value: expect.stringMatching(/./), httpOnly: true });
    expect(jar.get("staff")).toMatchObject({ value: staff, httpOnly: false });
  },
);

test("a wrong password, or nobody's email, signs nobody in and says the same", async () => {
  const person = await aMember("editor");
  const wrong = { code: "unauthenticated", reason: "wrong_password" };
  await expect(signIn({ ...person, password: "not the right one" })).rejects.toMatchObject(wrong);
  await expect(signIn({ ...person, email: "nobody@desk.example" })).rejects.toMatchObject(wrong);
  expect(await sessions(person)).toBe(0);
  expect(session()).toBeUndefined();
});

test("after ten attempts the right password is refused, too; before, it clears their count", async () => {
  const person = await aMember("editor");
  const wrong = () => signIn({ ...person, password: "not the right one" }).catch((error) => error.code);
  const attempts = async (count: number) => {
    for (let n = 0; n < count; n++) await countAttempt("password", person.email, new Date());
  };
  await attempts(8);
  expect(await wrong()).toBe("unauthenticated");
  await signIn(person);
  await attempts(9);
  expect(await wrong()).toBe("unauthenticated");
  await expect(signIn(person)).rejects.toMatchObject({ code: "rate_limited" });
});

test("whoever has no access any more is told so", async () => {
  const person = await aMember("editor");
  await editPerson(await somebody("admin"), { personId: person.id, role: "editor", active: false });
  await expect(signIn(person)).rejects.toMatchObject({ code: "forbidden", reason: "no_access" });
  expect(await sessions(person)).toBe(0);
});

test("with an authenticator app, a code signs in, and not the password alone", async () => {
  const person = await aMember("editor");
  await beginTwoFactor(person, { current: person.password });
  const status = await getTwoFactor(person, "desk.example");
  const secret = status.state === "setup" ? status.secret : "";
  const codes = await confirmTwoFactor(person, { code: totpCode(secret, new Date()) }, "");
  expect(await signIn(person)).toEqual({ codeNeeded: true });
  expect([await sessions(person), jar.get("staff")?.value ?? ""]).toEqual([0, ""]);
  await expect(signInWithCode("000000")).rejects.toMatchObject({
    code: "unauthenticated",
    reason: "wrong_code",
  });
  await expect(signInWithCode("aaaaa-aaaaa")).rejects.toMatchObject({ reason: "wrong_code" });
  await signInWithCode(totpCode(secret, new Date()));
  expect([await sessions(person), jar.get("staff")?.value]).toEqual([1, "1"]);
  jar.clear();
  await signIn(person);
  await signInWithCode(codes[0] ?? "");
  expect(await sessions(person)).toBe(2);
  jar.clear();
  await expect(signInWithCode(codes[1] ?? "")).rejects.toMatchObject({ reason: "code_over" });
});

test("signing out ends the session in the database, and takes both cookies away", async () => {
  const person = await aMember("editor");
  await signIn(person);
  await signOut();
  expect(await sessions(person)).toBe(0);
  expect(session()).toMatchObject({ value: "", maxAge: 0 });
  expect(jar.get("staff")).toMatchObject({ value: "", maxAge: 0 });
});
