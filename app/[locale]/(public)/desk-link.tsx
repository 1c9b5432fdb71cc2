"use client";

import { useEffect, useState } from "react";
import type { LocaleId } from "@/lib/i18n/locales";
import { localPath, stripLocale } from "@/lib/i18n/paths";

type DeskLinkProps = { labels: { claims: string; articles: string }; locale: LocaleId };

type Target = { path: string; kind: keyof DeskLinkProps["labels"] };

/**
 * On the not-found page at the URL of a claim or article: a link to its desk page, shown to staff only, as
 * `StaffLink` is. The URL is read in the browser, since the page is the same for all URLs.
 */
export function DeskLink({ labels, locale }: DeskLinkProps) {
  const [target, setTarget] = useState<Target | null>(null);
  useEffect(() => {
    const [, kind, slug] = /^\/(claims|articles)\/([^/]+)/.exec(stripLocale(location.pathname)) ?? [];
    if (slug) setTarget({ path: `/desk/${kind}/${slug}`, kind: kind as Target["kind"] });
  }, []);
  if (!target) return null;
  return (
    <p className="hidden text-sm in-data-staff:block print:hidden">
      <a href={localPath(target.path, locale)} rel="nofollow">
        {labels[target.kind]}
      </a>
    </p>
  );
}
