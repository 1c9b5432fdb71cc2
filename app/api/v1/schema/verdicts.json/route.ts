import { verdictsJsonSchema } from "@/lib/record/format/schema";

/** JSON Schema of the verdict export. */
export function GET(): Response {
  return Response.json(verdictsJsonSchema(), { headers: { "content-type": "application/schema+json" } });
}
