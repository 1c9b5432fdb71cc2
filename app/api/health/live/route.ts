export const dynamic = "force-dynamic";

/** Liveness: whether this process responds. */
export function GET(): Response {
  return Response.json({ status: "ok" });
}
