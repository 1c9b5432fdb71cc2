import { AppError } from "@/lib/errors";
import { apiContext } from "@/lib/next/context";
import { readBody, route } from "@/lib/server/http/responses";
import { commands } from "./commands";

/** Runs a command of the desk. The body is its input as JSON; the response is `{ data }`. */
export const POST = route<{ command: string }>(async (request, { command: name }) => {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new AppError("not_found", `The desk has no command ${name}.`);
  const context = await apiContext();
  if (!context.actor) throw new AppError("unauthenticated", "Send an API key in the Authorization header.");
  return Response.json({ data: (await command(context, await readBody(request))) ?? null });
});
