import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { readJson } from "@/lib/server/http/read-json";
import { errorResponse, readBody, toAppError } from "@/lib/server/http/responses";
import { estimateFormBytes, MAX_BODY_BYTES } from "@/lib/text/body-size";

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
  ["readJson", (request: Request) => readJson(request, z.unknown(), MAX_BODY_BYTES)],
] as const;

describe.each(readers)("%s", (_name, read) => {
  test("reads no more of a body than it may be long", async () => {
    const { request, taken } = streamed(100, MAX_BODY_BYTES / 4);
    await expect(read(request)).rejects.toMatchObject({ code: "too_large" });
    expect(taken.count).toBe(5);
  });

  test("reads nothing of one that says it is too long", async () => {
    const { request, taken } = streamed(1, 1);
    request.headers.set("content-length", String(MAX_BODY_BYTES + 1));
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
  const answer = errorResponse(new AppError("unavailable", "Full."));
  expect([answer.status, Number(answer.headers.get("retry-after")) > 0]).toEqual([503, true]);
  expect(errorResponse(new AppError("conflict", "No.")).headers.get("retry-after")).toBeNull();
});

test("a rule of a field says the way out, but for what programs read as a code", () => {
  const rules = z.object({ slug: z.string("slug"), title: z.string("required"), url: z.string("url_host") });
  const { details } = toAppError(rules.safeParse({}).error) ?? { details: [] };
  expect(details.map(({ message }) => message)).toEqual(["slug", "required", "url_host"]);
  return expect(errorResponse(rules.safeParse({}).error).json()).resolves.toMatchObject({
    error: {
      details: [
        { path: "slug", message: "Use only letters, digits and hyphens." },
        { path: "title", message: "required" },
        { path: "url", message: expect.stringContaining("example.org") },
      ],
    },
  });
});

test("a form is counted in the bytes of its texts", () => {
  const form = new FormData();
  form.append("text", "ن".repeat(1000));
  expect(estimateFormBytes(form)).toBeGreaterThan(2000);
  expect(estimateFormBytes(form)).toBeLessThan(2500);
});

// A form of a foreign site sends one of the first four, and the browser the person's cookie with it.
test.each<[string, Record<string, string>]>([
  ["a form", { "content-type": "application/x-www-form-urlencoded" }],
  ["a form with files", { "content-type": "multipart/form-data; boundary=x" }],
  ["plain text", { "content-type": "text/plain" }],
  ["plain text that says it is JSON", { "content-type": "text/plain; application/json" }],
  ["JSON of another kind", { "content-type": "application/jsonp" }],
  ["a body of no type", { "content-type": "" }],
])("%s is no command, whatever stands in it", async (_what, sent) => {
  const request = new Request(address, { method: "POST", headers: sent, body: '{"a":1}' });
  await expect(readBody(request)).rejects.toMatchObject({
    code: "invalid",
    details: [{ path: "content-type", message: "must be application/json" }],
  });
});

test.each(["application/json", "application/json; charset=utf-8", "Application/JSON"])(
  "a body of the type %s is read",
  async (type) => {
    const request = new Request(address, {
      method: "POST",
      headers: { "content-type": type },
      body: '{"a":1}',
    });
    expect(await readBody(request)).toEqual({ a: 1 });
  },
);

test("a body may be 4 MB long, and not a byte more", async () => {
  expect(MAX_BODY_BYTES).toBe(4_194_304);
  const sized = (length: number) => {
    const body = JSON.stringify({ a: "x".repeat(length - '{"a":""}'.length) });
    return new Request(address, {
      method: "POST",
      headers: { ...headers, "content-length": `${length}` },
      body,
    });
  };
  await expect(readBody(sized(4_194_304))).resolves.toBeDefined();
  await expect(readBody(sized(4_194_305))).rejects.toMatchObject({ code: "too_large" });
});

test.each([
  ["invalid", 400],
  ["unauthenticated", 401],
  ["forbidden", 403],
  ["not_found", 404],
  ["conflict", 409],
  ["too_large", 413],
  ["rate_limited", 429],
  ["unavailable", 503],
] as const)("what is %s is answered %i, and cached by nobody", async (code, status) => {
  const answer = errorResponse(new AppError(code, "Said."));
  expect(answer.status).toBe(status);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("www-authenticate")).toBe(status === 401 ? "Bearer" : null);
  expect(await answer.json()).toEqual({ error: { code, message: "Said.", details: [] } });
});

test("a fault of ours is answered 500 without its message", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const answer = errorResponse(new Error("password=secret"));
  expect(answer.status).toBe(500);
  const text = await answer.text();
  expect(JSON.parse(text).error.code).toBe("internal");
  expect(text).not.toContain("secret");
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});
