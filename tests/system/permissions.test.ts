import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moveClaim } from "@/lib/desk/claims/transitions";
import { bootDatabase } from "@/lib/platform/db/boot";
import { disconnect } from "@/lib/platform/db/client";
import { admins, staff } from "@/tests/factories/rights";
import { type AccessRule, type Caller, createCallers, expectedRefusal, hasAccess } from "./callers";
import { snapshot } from "./database-snapshot";
import { findBuiltAction, listActions, type ServerAction } from "./entry-points";
import { actionInputs, addressOf, commandInputs, createWorld, type World } from "./permissions-inputs";
import { actionRights, commandRights, pageRights, routeRights } from "./permissions-table";
import { createHiddenClaim, marksIn, publicPaths } from "./public-paths";
import { type RunningDesk, startDesk } from "./running-desk";
import type { Member } from "./staff";

// Every caller tries every entry point of a running desk. permissions-table.ts lists who is allowed; all
// others are refused, and no row of the database changes.
const dataDir = path.resolve("data/test-permissions");

let desk: RunningDesk;
let database: Awaited<ReturnType<typeof bootDatabase>>;
let callers: Caller[];
let world: World & { editor: Member };
type Hidden = Awaited<ReturnType<typeof createHiddenClaim>>;

beforeAll(async () => {
  desk = await startDesk(dataDir, 3195);
  database = await bootDatabase({ DATA_DIR: dataDir });
  const made = await createCallers();
  callers = made.callers;
  const [editor, publisher] = [made.people.get("editor"), made.people.get("publisher")];
  if (!editor || !publisher) throw new Error("There is nobody.");
  world = { ...(await createWorld(editor, publisher)), editor };
}, 240_000);

afterAll(async () => {
  await disconnect();
  await database?.stop();
  await desk?.stop();
}, 60_000);

type Request = {
  address: string;
  method?: string;
  headers?: Record<string, string>;
  body?: FormData | string;
};

/** Sends a request as a desk page would. Returns the status and redirect target without reading the body. */
async function ask({ cookie }: Caller, { address, headers, ...init }: Request) {
  const leaving = new AbortController();
  const answer = await fetch(desk.address + address, {
    ...init,
    redirect: "manual",
    signal: leaving.signal,
    headers: { origin: desk.address, "sec-fetch-site": "same-origin", ...(cookie && { cookie }), ...headers },
  });
  const { status } = answer;
  leaving.abort();
  return { status, to: answer.headers.get("location") };
}

/**
 * Tries an entry point with each caller. Callers who are not allowed send valid input; they must be refused
 * and change nothing. Callers who are allowed send `harmless` input where the valid one would affect later
 * attempts.
 */
async function tryEntryPoint(
  door: string,
  right: AccessRule,
  send: (caller: Caller, harmless: boolean) => Promise<{ status: number }>,
): Promise<void> {
  const before = await snapshot();
  for (const caller of callers.filter((it) => !hasAccess(it, right))) {
    const { status } = await send(caller, false);
    expect(status, `${door}: ${caller.name}`).toBe(expectedRefusal(caller));
  }
  expect(await snapshot(), door).toEqual(before);
  for (const caller of callers.filter((it) => hasAccess(it, right))) {
    const { status } = await send(caller, true);
    expect([401, 403], `${door}: ${caller.name}`).not.toContain(status);
    expect(status, `${door}: ${caller.name}`).toBeLessThan(500);
  }
}

/** The expected response of a page: 200, 403, or a redirect to sign in (or away from there, if signed in). */
function expectedPageResponse(caller: Caller, pattern: string, right: AccessRule) {
  if (pattern === "/sign-in" && caller.role) return { status: 307, to: "/desk" };
  if (hasAccess(caller, right)) return { status: 200, to: null };
  if (caller.role) return { status: 403, to: null };
  return { status: 307, to: expect.stringMatching(/^\/sign-in\?next=/) };
}

test("pages respond with 403 to other roles, and redirect visitors to the sign-in page", {
  timeout: 120_000,
}, async () => {
  const before = await snapshot();
  for (const [pattern, right] of Object.entries(pageRights)) {
    for (const caller of callers) {
      expect(await ask(caller, { address: addressOf(pattern, world) }), `${pattern}: ${caller.name}`).toEqual(
        expectedPageResponse(caller, pattern, right),
      );
    }
  }
  expect(await snapshot()).toEqual(before);
});

/** The request to a route; for drafts, with the caller's own draft. */
function routeRequest({ id }: Caller, method: string, pattern: string): Request {
  const address = addressOf(pattern, world);
  if (pattern !== "/api/desk/drafts") return { address };
  const key = "x";
  if (method !== "PUT") return { address: `${address}?${new URLSearchParams({ person: id, key })}` };
  return { address, body: JSON.stringify({ person: id, key, content: { values: { title: ["T"] } } }) };
}

test("routes respond with 401 and 403 to others", { timeout: 120_000 }, async () => {
  for (const [door, right] of Object.entries(routeRights)) {
    const [method = "", pattern = ""] = door.split(" ");
    await tryEntryPoint(door, right, (caller) =>
      ask(caller, { method, ...routeRequest(caller, method, pattern) }),
    );
  }
});

test("commands respond with 401 and 403 to others, whatever the input", { timeout: 120_000 }, async () => {
  const inputs: Record<string, object> = commandInputs(world);
  const headers = { "content-type": "application/json" };
  for (const [name, right] of Object.entries(commandRights)) {
    const request = { address: `/api/v1/desk/${name}`, method: "POST", headers };
    for (const input of [inputs[name], {}]) {
      await tryEntryPoint(name, right, (caller, harmless) =>
        ask(caller, { ...request, body: JSON.stringify(harmless ? {} : input) }),
      );
    }
  }
});

/** The fields of a form for nested input, named `object.property`. */
function fieldsOf(input: object, prefix = ""): Array<[string, string]> {
  return Object.entries(input).flatMap(([name, value]): Array<[string, string]> => {
    if (value === null || value === undefined) return [];
    if (Array.isArray(value)) return value.map((item) => [prefix + name, String(item)]);
    return typeof value === "object"
      ? fieldsOf(value, `${prefix}${name}.`)
      : [[prefix + name, String(value)]];
  });
}

/** Calls a server action as React does: its arguments as JSON with a reference to the form. */
function call(action: ServerAction, caller: Caller, input: object) {
  const { id, page } = findBuiltAction(action);
  const body = new FormData();
  for (const [name, value] of fieldsOf(input)) body.append(`1_${name}`, value);
  body.append("0", JSON.stringify(["$undefined", "$K1"].slice(2 - action.takes)));
  const headers = { "next-action": id, accept: "text/x-component" };
  return ask(caller, { address: addressOf(page, world), method: "POST", headers, body });
}

/** The hidden fields of a form, which identify its action without JavaScript. */
async function hiddenFields({ cookie }: Caller, address: string, field: string): Promise<FormData> {
  const html = await (await fetch(desk.address + address, { headers: { cookie } })).text();
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((it) => it.includes(`name="${field}"`)) ?? "";
  const body = new FormData();
  for (const [input] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [, name = ""] = input.match(/ name="([^"]*)"/) ?? [];
    const [, value = ""] = input.match(/ value="([^"]*)"/) ?? [];
    body.append(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  return body;
}

test.each([
  ["/desk/articles/new", "publisher", staff],
  ["/desk/people", "email", admins],
  ["/desk/account", "current", "signed in"],
] as const)("forms of %s answer so without JavaScript too", async (address, field, right) => {
  const admin = callers.find(({ role }) => role === "admin") as Caller;
  const body = await hiddenFields(admin, address, field);
  expect([...body.keys()]).toContain("$ACTION_KEY");
  await tryEntryPoint(address, right, (caller) => ask(caller, { address, method: "POST", body }));
});

// Signing out comes last: nobody is signed in afterwards.
test("server actions respond with 401 and 403 to others, whatever the input", {
  timeout: 120_000,
}, async () => {
  const actions = listActions();
  const fields = actionInputs(world, callers[0] as Caller);
  for (const [name, right] of Object.entries(actionRights)) {
    const action = actions.find((it) => it.name === name) as ServerAction;
    await tryEntryPoint(name, right, (caller, harmless) =>
      call(action, caller, harmless ? {} : (fields[name] ?? {})),
    );
  }
});

/** The public paths whose response contains something of the hidden claim. */
async function findLeaks(hidden: Hidden): Promise<string[]> {
  const found: string[] = [];
  for (const address of publicPaths(hidden)) {
    const answer = await fetch(desk.address + address);
    if (marksIn(await answer.text(), address).length > 0) found.push(address);
  }
  return found;
}

test("no public path shows an internal claim, before its release and after it is hidden", {
  timeout: 120_000,
}, async () => {
  const { editor } = world;
  const hidden = await createHiddenClaim(editor);
  const own = [`/claims/${hidden.claim.slug}`, `/api/v1/claims/${hidden.claim.slug}`];
  const statuses = () => Promise.all(own.map(async (path) => (await fetch(desk.address + path)).status));
  const article = async () => (await fetch(`${desk.address}/articles/${hidden.article.slug}`)).status;
  expect(await findLeaks(hidden)).toEqual([]);
  expect([...(await statuses()), await article()]).toEqual([404, 404, 404]);
  await moveClaim(editor.context, hidden.claim.id, "release");
  expect([...(await statuses()), await article()]).toEqual([200, 200, 200]);
  const released = await findLeaks(hidden);
  for (const path of ["/", "/ar", "/articles", "/api/v1/claims", ...own]) expect(released).toContain(path);
  await moveClaim(editor.context, hidden.claim.id, "hide");
  expect(await findLeaks(hidden)).toEqual([]);
  expect([...(await statuses()), await article()]).toEqual([404, 404, 404]);
});
