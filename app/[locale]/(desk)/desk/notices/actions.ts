"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import type { FormState } from "@/lib/desk/forms/form-state";
import { openNotice, readAllNotices } from "@/lib/desk/notifications/commands";
import { orRefused, runForm } from "@/lib/next/actions";
import { requestContext } from "@/lib/next/context";
import { redirect } from "@/lib/next/navigation";
import { orNotFound } from "@/lib/next/not-found";

/** Marks a notice as read and goes to what it is about. */
export async function openNoticeAction(form: FormData): Promise<void> {
  const { slug, commentId } = await orRefused(
    orNotFound(openNotice(await requestContext(), String(form.get("noticeId")))),
  );
  // The bell is read anew.
  refresh();
  const place = commentId ? `#comment-${commentId}` : "";
  redirect({ href: `/desk/claims/${encodeURIComponent(slug)}${place}`, locale: await getLocale() });
}

/** Marks all notices as read. */
export async function readAllAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "desk.read",
    schema: z.object({}),
    command: (context) => readAllNotices(context),
  });
}
