import { z } from "zod";

const one = z
  .union([z.string(), z.array(z.string()).transform((values) => values[0] ?? "")])
  .optional()
  .transform((text) => text?.trim().slice(0, 300) ?? "");

/** What a list of claimants or topics is asked for: `q` is a name, `after` a key that the page begins behind. */
export const namedQuerySchema = z.object({ q: one, after: one });
