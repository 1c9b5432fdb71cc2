import { AppError } from "@/lib/errors";
import { route } from "@/lib/server/http/responses";

/** Responds to unknown paths under /api with the JSON error `not_found`. */
export const GET = route(async (request) => {
  throw new AppError("not_found", `There is nothing at ${new URL(request.url).pathname}.`);
});
