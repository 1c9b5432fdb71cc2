import { AppError } from "@/lib/errors";
import { apiContext } from "@/lib/next/context";
import { readBody, route } from "@/lib/server/http/answers";
import { commands } from "./commands";

/** One command of the desk, as a program sends it: its input as JSON, its answer under `data`. */
export const POST = route<{ command: string }>(async (request, { command: name }) => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new AppError("not_found", `The desk has no command ${name}.`);
  const context = await apiContext();
  if (!context.actor) throw new AppError("unauthenticated", "Give a key of the desk to do this.");
  return Response.json({ data: (await command(context, await readBody(request))) ?? null });
});
