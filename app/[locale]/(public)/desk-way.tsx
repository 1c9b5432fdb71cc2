"use client";

import { useEffect, useState } from "react";
import type { LocaleId } from "@/lib/i18n/locales";
import { barePath, localPath } from "@/lib/i18n/paths";

type DeskWayProps = { labels: { claims: string; articles: string }; locale: LocaleId };

type Way = { path: string; kind: keyof DeskWayProps["labels"] };

/**
 * The way to the desk from the address of a claim or an article that readers do not see; nothing elsewhere. It is shown to
 * staff alone, as `StaffLink` is. The browser knows the address: this page is the same for every one.
 */
export function DeskWay({ labels, locale }: DeskWayProps) {
  const [way, setWay] = useState<Way | null>(null);
  useEffect(() => {
    const [, kind, slug] = /^\/(claims|articles)\/([^/]+)/.exec(barePath(location.pathname)) ?? [];
    if (slug) setWay({ path: `/desk/${kind}/${slug}`, kind: kind as Way["kind"] });
  }, []);
  if (!way) return null;
  return (
    <p className="hidden text-sm in-data-staff:block print:hidden">
      <a href={localPath(way.path, locale)} rel="nofollow">
        {labels[way.kind]}
      </a>
    </p>
  );
}
