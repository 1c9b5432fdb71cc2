import { AppError } from "@/lib/errors";
import { route } from "@/lib/server/http/answers";

/** Any other address under /api says so in the shape of every error. */
export const GET = route(async (request) => {
  throw new AppError("not_found", `There is nothing at ${new URL(request.url).pathname}.`);
});
