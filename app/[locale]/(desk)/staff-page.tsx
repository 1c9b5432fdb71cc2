import type { ReactNode } from "react";
import { setRefusalStatus } from "@/lib/next/response-status";
import Forbidden from "./forbidden";
import NotFound from "./not-found";
import Unauthorized from "./unauthorized";

const errorPages = { 401: Unauthorized, 403: Forbidden, 404: NotFound };

type ErrorStatus = keyof typeof errorPages;

/**
 * Wraps a page for staff so that its error pages are rendered on the server: those of Next's
 * `unauthorized()`, `forbidden()` and `notFound()` need JavaScript.
 */
export function staffPage<Props>(page: (props: Props) => Promise<ReactNode>) {
  return async (props: Props): Promise<ReactNode> => {
    try {
      return await page(props);
    } catch (error) {
      const status = errorStatus(error);
      if (!status) throw error;
      setRefusalStatus(status);
      const ErrorPage = errorPages[status];
      return <ErrorPage />;
    }
  };
}

function errorStatus(error: unknown): ErrorStatus | null {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  const [, status] = digest.match(/^NEXT_HTTP_ERROR_FALLBACK;(\d+)$/) ?? [];
  return status && status in errorPages ? (Number(status) as ErrorStatus) : null;
}
