import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Context } from "@/lib/desk/auth/permissions";
import { createComment } from "@/lib/desk/comments/commands";
import { saveDraft } from "@/lib/desk/drafts/commands";
import { listDrafts } from "@/lib/desk/drafts/queries";
import { AppError, type ErrorCode } from "@/lib/errors";
import { orRefused, runForm } from "@/lib/next/actions";
import { deskContext } from "@/lib/next/desk-page";
import { orNotFound } from "@/lib/next/not-found";
import { db } from "@/lib/platform/db/client";
import { aClaim, somebody } from "@/tests/factories/desk";

// How a form of the desk runs, and how a page refuses: Next's own functions only note here that they were called.

let context: Context;
let refused: number[];
let refreshed = 0;
let isRefused = false;
const { leaving } = vi.hoisted(() => ({
  leaving: (what: string) => () => {
    throw new Error(what);
  },
}));
vi.mock("@/lib/next/context", () => ({ requestContext: async () => context }));
vi.mock("@/lib/next/response-status", () => ({
  setRefusalStatus: (status: number) => refused.push(status),
  isRefused: () => isRefused,
}));
vi.mock("next/cache", () => ({ refresh: () => refreshed++ }));
vi.mock("next/navigation", () => ({
  forbidden: leaving("forbidden"),
  unauthorized: leaving("unauthorized"),
  notFound: leaving("not found"),
}));
vi.mock("@/lib/next/navigation", () => ({ redirect: (to: object) => leaving(JSON.stringify(to))() }));
vi.mock("next-intl/server", () => ({ getLocale: async () => "ar" }));

let editor: Context;
let claim: { id: string };

beforeAll(async () => {
  editor = await somebody("editor");
  claim = await aClaim(editor);
});
beforeEach(() => {
  context = editor;
  [refused, refreshed, isRefused] = [[], 0, false];
});

const visitor = (): Context => ({ ...editor, actor: null });
const schema = z.object({ text: z.string("required").min(3, "too_short"), claimId: z.string().optional() });
const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};
/** A form that comments on the claim. */
const comment = (
  fields: Record<string, string>,
  action: Parameters<typeof runForm>[1]["action"] = "comment.create",
) =>
  runForm(formOf(fields), {
    action,
    schema,
    command: (by, { text }) => createComment(by, { claimId: claim.id, parentId: null, text }),
  });
const comments = () => db().comment.count();

describe("a form", () => {
  test("that is right is saved, and what stands beside it is read anew", async () => {
    const before = await comments();
    const state = await comment({ text: "A word." });
    expect(state).toMatchObject({ outcome: "saved", reason: null, fields: {}, conflict: null, secret: null });
    expect([await comments(), refreshed, refused]).toEqual([before + 1, 1, []]);
  });

  test("that is wrong says where, keeps what was typed, and saves nothing", async () => {
    const before = await comments();
    const state = await comment({ text: "A" });
    expect(state).toMatchObject({
      outcome: "invalid",
      reason: "invalid",
      fields: { text: ["too_short"] },
      typed: { text: "A" },
    });
    expect([await comments(), refreshed, refused]).toEqual([before, 0, []]);
  });

  test.each([
    ["a visitor", async () => visitor(), 401, "unauthenticated"],
    ["a reader", async () => somebody("reader"), 403, "forbidden"],
  ] as const)("of %s is refused before anything of it is looked at", async (_who, who, status, reason) => {
    context = await who();
    const before = await comments();
    for (const text of ["A word.", "A"]) {
      expect(await comment({ text })).toMatchObject({
        outcome: "refused",
        reason,
        fields: {},
        typed: { text },
      });
    }
    expect(refused).toEqual([status, status]);
    expect([await comments(), refreshed]).toEqual([before, 0]);
  });

  test("of one's own account is for signed in, and not for keys; some are for everybody", async () => {
    const run = (action: null | "everybody") =>
      runForm(formOf({ text: "A word." }), { action, schema, command: async () => "done" });
    const outcomes = async () => [(await run(null)).outcome, (await run("everybody")).outcome];
    expect(await outcomes()).toEqual(["saved", "saved"]);
    context = await somebody("reader");
    expect(await outcomes()).toEqual(["saved", "saved"]);
    context = visitor();
    expect(await outcomes()).toEqual(["refused", "saved"]);
    context = { ...editor, actor: { id: "1", name: "Rim", role: "admin", scopes: ["desk:write"] } };
    expect(await outcomes()).toEqual(["refused", "saved"]);
  });

  test.each<[ErrorCode, string, string, number[]]>([
    ["conflict", "stage", "refused", []],
    ["not_found", "not_found", "refused", []],
    ["invalid", "invalid", "invalid", []],
    ["forbidden", "four_eyes", "refused", [403]],
    ["unauthenticated", "wrong_password", "refused", [401]],
  ])("whose command throws %s says so in the form", async (code, reason, outcome, statuses) => {
    const state = await runForm(formOf({ text: "A word." }), {
      action: "comment.create",
      schema,
      command: async () => {
        throw new AppError(code, "No.", [{ path: "text", message: "no_such" }], reason);
      },
    });
    expect(state).toMatchObject({
      outcome,
      reason,
      fields: { text: ["no_such"] },
      typed: { text: "A word." },
    });
    expect(refused).toEqual(statuses);
    expect(refreshed).toBe(0);
  });

  test.each(["content_changed", "content_other"])(
    "that was shown something else is shown the new (%s)",
    async (reason) => {
      await runForm(formOf({ text: "A word." }), {
        action: "comment.create",
        schema,
        command: async () => {
          throw new AppError("conflict", "No.", [], reason);
        },
      });
      expect(refreshed).toBe(1);
    },
  );

  test("fails as a whole where the fault is ours", async () => {
    const fault = runForm(formOf({ text: "A word." }), {
      action: "comment.create",
      schema,
      command: async () => {
        throw new TypeError("ours");
      },
    });
    await expect(fault).rejects.toThrow("ours");
  });

  test("that somebody else saved before is merged with what they saved", async () => {
    const state = await runForm(
      formOf({ title: "Mine", note: "As it was", base: JSON.stringify({ title: "Old", note: "As it was" }) }),
      {
        action: "claim.edit",
        schema: z.object({ title: z.string(), note: z.string() }),
        command: async () => {
          throw new AppError("conflict", "No.", [], "edited");
        },
        current: async () => ({ version: 3, values: { title: "Old", note: "Theirs" }, saved: null }),
      },
    );
    expect(state).toMatchObject({
      outcome: "conflict",
      reason: "edited",
      typed: { title: "Mine", note: "Theirs" },
      conflict: { version: 3, mine: { title: "Mine", note: "As it was" } },
    });
  });

  test("shows a secret this once, and offers what an error asks to choose from", async () => {
    const base = { action: "comment.create", schema } as const;
    const shown = await runForm(formOf({ text: "A word." }), {
      ...base,
      command: async () => "key",
      secret: (value) => ({ value }),
    });
    expect(shown.secret).toEqual({ value: "key" });
    const offered = await runForm(formOf({ text: "A word." }), {
      ...base,
      command: async () => {
        throw new AppError("conflict", "Which?", [], "claimant_unclear");
      },
      candidates: () => ({ text: [{ key: "k", names: { en: "K" } }] }),
    });
    expect(offered).toMatchObject({
      outcome: "invalid",
      reason: "claimant_unclear",
      fields: { text: ["unclear"] },
      candidates: { text: [{ key: "k" }] },
    });
  });
});

describe("a form's draft", () => {
  const person = () => editor.actor?.id ?? "";
  const keep = () => saveDraft(editor, { person: person(), key: "comment:1", content: { values: {} } });
  const isKept = async () =>
    "comment:1" in (await listDrafts(editor, { person: person(), key: ["comment:1"] }));
  const draft = () => `draft:${person()}:comment:1`;

  test("ends with the save", async () => {
    await keep();
    await comment({ text: "A word.", draft: draft() });
    expect(await isKept()).toBe(false);
  });

  test("stays where the form is wrong, or the command fails", async () => {
    await keep();
    await comment({ text: "A", draft: draft() });
    const fails = { action: "comment.create", schema } as const;
    await runForm(formOf({ text: "A word.", draft: draft() }), {
      ...fails,
      command: async () => {
        throw new AppError("conflict", "No.");
      },
    });
    expect(await isKept()).toBe(true);
  });

  test("of a page that was made for somebody else keeps the form from being saved under another name", async () => {
    await keep();
    const before = await comments();
    context = await somebody("editor");
    expect(await comment({ text: "A word.", draft: draft() })).toMatchObject({
      outcome: "refused",
      reason: "somebody_else",
    });
    expect([await comments(), await isKept(), refused]).toEqual([before, true, [403]]);
  });
});

describe("a page of the desk", () => {
  test("is for whoever may see it; a visitor is sent to sign in and comes back", async () => {
    expect((await deskContext("/desk")).actor).toEqual(editor.actor);
    await expect(deskContext("/desk/people", "person.manage")).rejects.toThrow(/^forbidden$/);
    context = await somebody("reader");
    await expect(deskContext("/desk")).rejects.toThrow(/^forbidden$/);
    expect((await deskContext("/desk/account", null)).actor.role).toBe("reader");
    context = visitor();
    const signIn = { href: { pathname: "/sign-in", query: { next: "/desk/log" } }, locale: "ar" };
    await expect(deskContext("/desk/log", "event.read")).rejects.toThrow(JSON.stringify(signIn));
    isRefused = true;
    await expect(deskContext("/desk/log")).rejects.toThrow(/^unauthorized$/);
  });

  const failing = (code: ErrorCode) => Promise.reject(new AppError(code, `thrown ${code}`));

  test.each<[ErrorCode, string, string]>([
    ["unauthenticated", "unauthorized", "thrown unauthenticated"],
    ["forbidden", "forbidden", "thrown forbidden"],
    ["not_found", "thrown not_found", "not found"],
    ["conflict", "thrown conflict", "thrown conflict"],
  ])("refuses what is %s with the page for that", async (code, ofAction, ofQuery) => {
    await expect(orRefused(failing(code))).rejects.toThrow(ofAction);
    await expect(orNotFound(failing(code))).rejects.toThrow(ofQuery);
  });

  test("has what is found", async () => {
    expect(await orRefused(Promise.resolve(1))).toBe(1);
    expect(await orNotFound(Promise.resolve(2))).toBe(2);
  });
});
