import { verdictsJsonSchema } from "@/lib/exports/schema";

/** JSON Schema of the verdict export. */
export function GET(): Response {
  return Response.json(verdictsJsonSchema(), { headers: { "content-type": "application/schema+json" } });
}
