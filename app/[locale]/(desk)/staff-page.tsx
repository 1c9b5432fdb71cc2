import type { ReactNode } from "react";
import { refuseAnswer } from "@/lib/next/answer-status";
import Forbidden from "./forbidden";
import NotFound from "./not-found";
import Unauthorized from "./unauthorized";

const instead = { 401: Unauthorized, 403: Forbidden, 404: NotFound };

type Refusal = keyof typeof instead;

/**
 * A page for staff that is whole without JavaScript also where it refuses: what Next throws for `unauthorized()`,
 * `forbidden()` and `notFound()` is drawn by the browser's script alone, so it is caught while the page is made.
 */
export function staffPage<Props>(page: (props: Props) => Promise<ReactNode>) {
  return async (props: Props): Promise<ReactNode> => {
    try {
      return await page(props);
    } catch (error) {
      const status = refusalOf(error);
      if (!status) throw error;
      refuseAnswer(status);
      const Instead = instead[status];
      return <Instead />;
    }
  };
}

function refusalOf(error: unknown): Refusal | null {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  const [, status] = digest.match(/^NEXT_HTTP_ERROR_FALLBACK;(\d+)$/) ?? [];
  return status && status in instead ? (Number(status) as Refusal) : null;
}
