import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { commands } from "@/app/api/v1/desk/[command]/commands";
import { POST } from "@/app/api/v1/desk/[command]/route";
import type { Context } from "@/lib/desk/auth/permissions";
import { db } from "@/lib/platform/db/client";
import { somebody } from "@/tests/factories/desk";
import { commandInputs, createWorld } from "@/tests/system/permissions-inputs";

let caller: Context;
vi.mock("@/lib/next/context", () => ({ apiContext: async () => caller }));

let inputs: Record<string, object>;
beforeAll(async () => {
  const [editor, admin] = [await somebody("editor"), await somebody("admin")];
  const member = (context: Context) => ({ context }) as Parameters<typeof createWorld>[0];
  inputs = commandInputs(await createWorld(member(editor), member(admin)));
  caller = admin;
});

/** What answers the command, and how many events it left. */
async function send(command: string, input: object) {
  const before = await db().event.count();
  const request = new Request(`https://desk.example/api/v1/desk/${command}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  const response = await POST(request, { params: Promise.resolve({ command }) });
  const { error } = (await response.json()) as { error?: { code: string; details: unknown } };
  return { status: response.status, error, events: (await db().event.count()) - before };
}

describe.each(Object.entries(commands))("%s", (command, { schema }) => {
  test("a field that it does not have is refused by name, and nothing is changed", async () => {
    const { status, error, events } = await send(command, { ...inputs[command], clamedOn: "2025-01-01" });
    expect(status).toBe(400);
    expect(error).toMatchObject({
      code: "invalid",
      details: [{ path: "clamedOn", message: "This name is not known here." }],
    });
    expect(events).toBe(0);
  });

  test("so is one within a field", () => {
    const open = openObjects(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Json, []);
    // The text of a claim stands by its language, which may be any.
    expect(open.filter((path) => path !== "text")).toEqual([]);
  });
});

type Json = { [key: string]: unknown };

/** The objects of a JSON Schema that take what they do not name, by the way to them. */
function openObjects(json: Json, path: string[]): string[] {
  const choices = ["anyOf", "oneOf", "allOf"].flatMap((name) => (json[name] as Json[] | undefined) ?? []);
  const properties = Object.entries((json.properties as Record<string, Json> | undefined) ?? {});
  return [
    ...(json.type === "object" && json.additionalProperties !== false ? [path.join(".")] : []),
    ...choices.flatMap((choice) => openObjects(choice, path)),
    ...properties.flatMap(([name, inner]) => openObjects(inner, [...path, name])),
    ...(json.items ? openObjects(json.items as Json, [...path, "*"]) : []),
  ];
}
