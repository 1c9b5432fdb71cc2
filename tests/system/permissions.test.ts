import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { moveClaim } from "@/lib/desk/claims/steps";
import { bootDatabase } from "@/lib/platform/db/boot";
import { disconnect } from "@/lib/platform/db/client";
import { type Caller, isLetIn, makeCallers, type Right, refusalOf } from "./callers";
import { findBuilt, listActions, type ServerAction } from "./doors";
import { addressOf, fieldsOfActions, inputsOf, makeWorld, type World } from "./permissions-inputs";
import { actionRights, commandRights, pageRights, routeRights } from "./permissions-table";
import { makeHidden, marksIn, publicAddresses } from "./public-doors";
import { type RunningDesk, startDesk } from "./running-desk";
import { snapshot } from "./snapshot";
import type { Member } from "./staff";

// Everybody tries every door of a running desk. Who may go through is what the table of permissions says; everybody
// else is refused, and not a row of the database changes.
const dataDir = path.resolve("data/test-permissions");

let desk: RunningDesk;
let database: Awaited<ReturnType<typeof bootDatabase>>;
let callers: Caller[];
let world: World & { editor: Member };
type Hidden = Awaited<ReturnType<typeof makeHidden>>;

beforeAll(async () => {
  desk = await startDesk(dataDir, 3195);
  database = await bootDatabase({ DATA_DIR: dataDir });
  const made = await makeCallers();
  callers = made.callers;
  const [editor, publisher] = [made.people.get("editor"), made.people.get("publisher")];
  if (!editor || !publisher) throw new Error("There is nobody.");
  world = { ...(await makeWorld(editor, publisher)), editor };
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

/** Asks as a page of the desk would; answers the status and where it leads, and reads no more of it. */
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
 * Sends what each caller would send to a door: those who are not let in, what it would take, and they are refused and
 * change nothing; then those who are, `harmless` where that would change what the next door is tried on.
 */
async function tryDoor(
  door: string,
  right: Right,
  send: (caller: Caller, harmless: boolean) => Promise<{ status: number }>,
): Promise<void> {
  const before = await snapshot();
  for (const caller of callers.filter((it) => !isLetIn(it, right))) {
    const { status } = await send(caller, false);
    expect(status, `${door}: ${caller.name}`).toBe(refusalOf(caller));
  }
  expect(await snapshot(), door).toEqual(before);
  for (const caller of callers.filter((it) => isLetIn(it, right))) {
    const { status } = await send(caller, true);
    expect([401, 403], `${door}: ${caller.name}`).not.toContain(status);
    expect(status, `${door}: ${caller.name}`).toBeLessThan(500);
  }
}

/** What a page answers: itself, that it is not for them, or where to sign in; whoever did that is led on from there. */
function pageAnswer(caller: Caller, pattern: string, right: Right) {
  if (pattern === "/sign-in" && caller.role) return { status: 307, to: "/desk" };
  if (isLetIn(caller, right)) return { status: 200, to: null };
  if (caller.role) return { status: 403, to: null };
  return { status: 307, to: expect.stringMatching(/^\/sign-in\?next=/) };
}

test("pages answer 403 to a role that may not see them, and send visitors to sign in", {
  timeout: 120_000,
}, async () => {
  const before = await snapshot();
  for (const [pattern, right] of Object.entries(pageRights)) {
    for (const caller of callers) {
      expect(await ask(caller, { address: addressOf(pattern, world) }), `${pattern}: ${caller.name}`).toEqual(
        pageAnswer(caller, pattern, right),
      );
    }
  }
  expect(await snapshot()).toEqual(before);
});

/** What is sent to a route: the sender's own draft where it keeps drafts. */
function draftOf({ id }: Caller, method: string, pattern: string): Request {
  const address = addressOf(pattern, world);
  if (pattern !== "/api/desk/drafts") return { address };
  const key = "x";
  if (method !== "PUT") return { address: `${address}?${new URLSearchParams({ person: id, key })}` };
  return { address, body: JSON.stringify({ person: id, key, content: { values: { title: ["T"] } } }) };
}

test("routes answer 401 and 403 to whoever may not", { timeout: 120_000 }, async () => {
  for (const [door, right] of Object.entries(routeRights)) {
    const [method = "", pattern = ""] = door.split(" ");
    await tryDoor(door, right, (caller) => ask(caller, { method, ...draftOf(caller, method, pattern) }));
  }
});

test("commands answer 401 and 403 to whoever may not, whatever is sent", { timeout: 120_000 }, async () => {
  const inputs: Record<string, object> = inputsOf(world);
  const headers = { "content-type": "application/json" };
  for (const [name, right] of Object.entries(commandRights)) {
    const request = { address: `/api/v1/desk/${name}`, method: "POST", headers };
    for (const input of [inputs[name], {}]) {
      await tryDoor(name, right, (caller, harmless) =>
        ask(caller, { ...request, body: JSON.stringify(harmless ? {} : input) }),
      );
    }
  }
});

/** A form's fields as browsers name them: what stands in a thing is `thing.part`. */
function fieldsOf(input: object, prefix = ""): Array<[string, string]> {
  return Object.entries(input).flatMap(([name, value]): Array<[string, string]> => {
    if (value === null || value === undefined) return [];
    if (Array.isArray(value)) return value.map((item) => [prefix + name, String(item)]);
    return typeof value === "object"
      ? fieldsOf(value, `${prefix}${name}.`)
      : [[prefix + name, String(value)]];
  });
}

/** Calls an action as React does: its arguments as JSON, in which the form stands by reference. */
function call(action: ServerAction, caller: Caller, input: object) {
  const { id, page } = findBuilt(action);
  const body = new FormData();
  for (const [name, value] of fieldsOf(input)) body.append(`1_${name}`, value);
  body.append("0", JSON.stringify(["$undefined", "$K1"].slice(2 - action.takes)));
  const headers = { "next-action": id, accept: "text/x-component" };
  return ask(caller, { address: addressOf(page, world), method: "POST", headers, body });
}

/** The hidden fields of a form on a page, by which React finds its action without JavaScript. */
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
  ["/desk/articles/new", "publisher", "article.create"],
  ["/desk/people", "email", "person.manage"],
  ["/desk/account", "current", "whoever is signed in"],
] as const)("forms of %s answer so without JavaScript too", async (address, field, right) => {
  const admin = callers.find(({ role }) => role === "admin") as Caller;
  const body = await hiddenFields(admin, address, field);
  expect([...body.keys()]).toContain("$ACTION_KEY");
  await tryDoor(address, right, (caller) => ask(caller, { address, method: "POST", body }));
});

// Signing out is the last of them: nobody is signed in afterwards.
test("server actions answer 401 and 403 to whoever may not, whatever is sent", {
  timeout: 120_000,
}, async () => {
  const actions = listActions();
  const fields = fieldsOfActions(world, callers[0] as Caller);
  for (const [name, right] of Object.entries(actionRights)) {
    const action = actions.find((it) => it.name === name) as ServerAction;
    await tryDoor(name, right, (caller, harmless) =>
      call(action, caller, harmless ? {} : (fields[name] ?? {})),
    );
  }
});

/** The public addresses that say something of the hidden claim. */
async function telling(hidden: Hidden): Promise<string[]> {
  const found: string[] = [];
  for (const address of publicAddresses(hidden)) {
    const answer = await fetch(desk.address + address);
    if (marksIn(await answer.text(), address).length > 0) found.push(address);
  }
  return found;
}

test("an internal claim is behind no public door until it is released, and again after", {
  timeout: 120_000,
}, async () => {
  const { editor } = world;
  const hidden = await makeHidden(editor);
  const own = [`/claims/${hidden.claim.slug}`, `/api/v1/claims/${hidden.claim.slug}`];
  const statuses = () => Promise.all(own.map(async (path) => (await fetch(desk.address + path)).status));
  const article = async () => (await fetch(`${desk.address}/articles/${hidden.article.slug}`)).status;
  expect(await telling(hidden)).toEqual([]);
  expect([...(await statuses()), await article()]).toEqual([404, 404, 404]);
  await moveClaim(editor.context, hidden.claim.id, "release");
  expect([...(await statuses()), await article()]).toEqual([200, 200, 200]);
  const released = await telling(hidden);
  for (const path of ["/", "/ar", "/articles", "/api/v1/claims", ...own]) expect(released).toContain(path);
  await moveClaim(editor.context, hidden.claim.id, "hide");
  expect(await telling(hidden)).toEqual([]);
  expect([...(await statuses()), await article()]).toEqual([404, 404, 404]);
});
