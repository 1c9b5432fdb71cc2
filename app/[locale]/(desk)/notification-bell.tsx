import { getTranslations } from "next-intl/server";
import { Link } from "@/lib/next/navigation";

/** The link to one's notifications, with the number of unread ones. */
export async function NotificationBell({ unread }: { unread: number }) {
  const t = await getTranslations("notices");
  return (
    <Link
      href="/desk/notices"
      prefetch={false}
      aria-label={t("bell", { count: unread })}
      className="ms-auto inline-flex min-h-10 min-w-10 items-center justify-center gap-1.5 text-ink no-underline hover:bg-wash"
    >
      <svg viewBox="0 0 20 20" aria-hidden="true" className="size-5 fill-none stroke-current stroke-[1.5]">
        <path d="M4 14.5h12l-1.5-2V8.5a4.5 4.5 0 0 0-9 0v4zM8 17a2 2 0 0 0 4 0" />
      </svg>
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="min-w-6 rounded-full bg-accent px-1.5 text-center text-xs leading-6 font-semibold text-accent-ink"
        >
          {t("number", { count: unread })}
        </span>
      )}
    </Link>
  );
}
