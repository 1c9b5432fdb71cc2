import { z } from "zod";

const firstValue = z
  .union([z.string(), z.array(z.string()).transform((values) => values[0] ?? "")])
  .optional()
  .transform((text) => text?.trim().slice(0, 300) ?? "");

/** Query parameters of a list of claimants or topics: a name, and the key after which the page starts. */
export const namedQuerySchema = z.object({ q: firstValue, after: firstValue });
