"use server";

import { refresh } from "next/cache";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import type { FormState } from "@/lib/desk/forms/form-state";
import { markAllNotificationsRead, openNotification } from "@/lib/desk/notifications/commands";
import { orRefused, runForm } from "@/lib/next/actions";
import { requestContext } from "@/lib/next/context";
import { redirect } from "@/lib/next/navigation";
import { orNotFound } from "@/lib/next/not-found";

/** Marks a notification as read and redirects to its claim or comment. */
export async function openNotificationAction(form: FormData): Promise<void> {
  const { slug, commentId } = await orRefused(
    orNotFound(openNotification(await requestContext(), String(form.get("notificationId")))),
  );
  // Updates the number at the bell.
  refresh();
  const anchor = commentId ? `#comment-${commentId}` : "";
  redirect({ href: `/desk/claims/${encodeURIComponent(slug)}${anchor}`, locale: await getLocale() });
}

/** Marks all notifications as read. */
export async function readAllAction(_before: FormState, form: FormData): Promise<FormState> {
  return runForm(form, {
    action: "desk.read",
    schema: z.object({}),
    command: (context) => markAllNotificationsRead(context),
  });
}
