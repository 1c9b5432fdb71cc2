import { describe, expect, test } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { asAppError, errorAnswer, readBody } from "@/lib/server/http/answers";
import { readJson } from "@/lib/server/http/read-json";
import { formBytes, longestBody } from "@/lib/text/form-bytes";

const address = "https://desk.example/";
const headers = { "content-type": "application/json" };

/** A request whose body comes in pieces, of which it does not say how many; counts those that were taken. */
function streamed(pieces: number, size: number) {
  const taken = { count: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken.count === pieces) return controller.close();
        taken.count++;
        controller.enqueue(Buffer.alloc(size, " "));
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "POST", headers, body, duplex: "half" };
  return { request: new Request(address, init as RequestInit), taken };
}

const readers = [
  ["readBody", readBody],
  ["readJson", (request: Request) => readJson(request, z.unknown(), longestBody)],
] as const;

describe.each(readers)("%s", (_name, read) => {
  test("reads no more of a body than it may be long", async () => {
    const { request, taken } = streamed(100, longestBody / 4);
    await expect(read(request)).rejects.toMatchObject({ code: "too_large" });
    expect(taken.count).toBe(5);
  });

  test("reads nothing of one that says it is too long", async () => {
    const { request, taken } = streamed(1, 1);
    request.headers.set("content-length", String(longestBody + 1));
    await expect(read(request)).rejects.toMatchObject({ code: "too_large" });
    expect(taken.count).toBe(0);
  });

  test.each(["نصّ", "text", "😀"])("reads %s as it was sent", async (text) => {
    const body = JSON.stringify({ text });
    expect(await read(new Request(address, { method: "POST", headers, body }))).toEqual({ text });
  });

  test("refuses bytes that are not UTF-8, and says so", async () => {
    const body = Buffer.concat([Buffer.from('{"a":"caf'), Buffer.from([0xe9]), Buffer.from('"}')]);
    const request = new Request(address, { method: "POST", headers, body });
    await expect(read(request)).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("UTF-8"),
    });
  });

  test("reads over a byte order mark", async () => {
    const request = new Request(address, { method: "POST", headers, body: '\uFEFF{"a":1}' });
    expect(await read(request)).toEqual({ a: 1 });
  });

  test("refuses what is no JSON", async () => {
    const request = new Request(address, { method: "POST", headers, body: "{" });
    await expect(read(request)).rejects.toMatchObject({ code: "invalid" });
  });
});

test("a name that stands twice in an object of a command is refused, and named", async () => {
  const request = new Request(address, { method: "POST", headers, body: '{"text":{"en":"a","en":"b"}}' });
  await expect(readBody(request)).rejects.toMatchObject({ code: "invalid", details: [{ path: "en" }] });
});

test("what is not available says when to come back", () => {
  const answer = errorAnswer(new AppError("unavailable", "Full."));
  expect([answer.status, Number(answer.headers.get("retry-after")) > 0]).toEqual([503, true]);
  expect(errorAnswer(new AppError("conflict", "No.")).headers.get("retry-after")).toBeNull();
});

test("a rule of a field says the way out, but for what programs read as a code", () => {
  const rules = z.object({ slug: z.string("slug"), title: z.string("required"), url: z.string("url_host") });
  const { details } = asAppError(rules.safeParse({}).error) ?? { details: [] };
  expect(details.map(({ message }) => message)).toEqual(["slug", "required", "url_host"]);
  return expect(errorAnswer(rules.safeParse({}).error).json()).resolves.toMatchObject({
    error: {
      details: [
        { path: "slug", message: "Use letters, digits and hyphens." },
        { path: "title", message: "required" },
        { path: "url", message: expect.stringContaining("example.org") },
      ],
    },
  });
});

test("a form is counted in the bytes of its texts", () => {
  const form = new FormData();
  form.append("text", "ن".repeat(1000));
  expect(formBytes(form)).toBeGreaterThan(2000);
  expect(formBytes(form)).toBeLessThan(2500);
});
