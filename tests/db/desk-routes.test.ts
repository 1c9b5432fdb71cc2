import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { DELETE, GET, PUT } from "@/app/api/desk/drafts/route";
import { POST } from "@/app/api/v1/desk/[command]/route";
import type { Context } from "@/lib/desk/auth/permissions";
import { saveDraft } from "@/lib/desk/drafts/commands";
import { listDrafts } from "@/lib/desk/drafts/queries";
import { db } from "@/lib/platform/db/client";
import { aClaim, somebody } from "@/tests/factories/desk";

// The routes of the desk as a browser meets them: a person's cookie comes along with whatever another site has it send.

let context: Context;
vi.mock("@/lib/next/context", () => ({
  requestContext: async () => context,
  apiContext: async () => context,
}));

let editor: Context;
let claim: { id: string; slug: string };
const none = { params: Promise.resolve({}) };

beforeAll(async () => {
  editor = await somebody("editor");
  claim = await aClaim(editor);
});
beforeEach(() => {
  context = editor;
});

describe("drafts", () => {
  const person = () => editor.actor?.id ?? "";
  const address = (key: string) =>
    `https://desk.example/api/desk/drafts?${new URLSearchParams({ person: person(), key })}`;
  const saved = (key: string, text: string) =>
    JSON.stringify({ person: person(), key, content: { values: { text: [text] } } });
  const methods = {
    GET: (key: string, headers: Record<string, string>) => GET(new Request(address(key), { headers }), none),
    PUT: (key: string, headers: Record<string, string>) =>
      PUT(new Request(address(key), { method: "PUT", headers, body: saved(key, "Forged") }), none),
    DELETE: (key: string, headers: Record<string, string>) =>
      DELETE(new Request(address(key), { method: "DELETE", headers }), none),
  };
  const stored = async (key: string) =>
    (await listDrafts(editor, { person: person(), key: [key] }))[key]?.content.values.text;

  beforeEach(async () => {
    await saveDraft(editor, { person: person(), key: "claim:1", content: { values: { text: ["Mine"] } } });
  });

  test.each(["GET", "PUT", "DELETE"] as const)("are closed to another site by %s", async (method) => {
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { origin: "https://evil.example", host: "desk.example" },
      {},
    ]) {
      const answer = await methods[method]("claim:1", headers as Record<string, string>);
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain("Mine");
    }
    expect(await stored("claim:1")).toEqual(["Mine"]);
  });

  test("are open to the desk's own pages, and not cached", async () => {
    const own = { "sec-fetch-site": "same-origin" };
    const read = await methods.GET("claim:1", own);
    expect([read.status, read.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect((await read.json()).drafts["claim:1"].content.values.text).toEqual(["Mine"]);
    expect((await methods.PUT("claim:1", own)).status).toBe(200);
    expect(await stored("claim:1")).toEqual(["Forged"]);
    expect((await methods.DELETE("claim:1", own)).status).toBe(204);
    expect(await stored("claim:1")).toBeUndefined();
  });

  test("are closed to readers and visitors, with the reason", async () => {
    const own = { "sec-fetch-site": "same-origin" };
    context = await somebody("reader");
    expect((await methods.GET("claim:1", own)).status).toBe(403);
    context = { ...editor, actor: null };
    for (const method of ["GET", "PUT", "DELETE"] as const)
      expect((await methods[method]("claim:1", own)).status).toBe(401);
    expect(await stored("claim:1")).toEqual(["Mine"]);
  });
});

describe("commands", () => {
  const send = (command: string, type: string, body = JSON.stringify({ claimId: claim.id })) =>
    POST(
      new Request(`https://desk.example/api/v1/desk/${command}`, {
        method: "POST",
        headers: { "content-type": type },
        body,
      }),
      { params: Promise.resolve({ command }) },
    );
  const stage = async () => (await db().claim.findUniqueOrThrow({ where: { id: claim.id } })).stage;

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "are not run for a form of the type %s, and nothing changes",
    async (type) => {
      const answer = await send("review-claim", type);
      expect(answer.status).toBe(400);
      expect((await answer.json()).error.details[0].path).toBe("content-type");
      expect(await stage()).toBe("inbox");
    },
  );

  test.each(["nothing", "constructor", "toString", "__proto__"])("there is none named %s", async (name) => {
    expect((await send(name, "application/json")).status).toBe(404);
  });

  test("are run for those who are signed in alone", async () => {
    context = { ...editor, actor: null };
    const answer = await send("review-claim", "application/json");
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    // Before anything of what they sent is looked at.
    expect((await send("review-claim", "text/plain", "{")).status).toBe(401);
    expect(await stage()).toBe("inbox");
    context = editor;
    expect((await send("review-claim", "application/json")).status).toBe(200);
    expect(await stage()).toBe("in_review");
  });
});
