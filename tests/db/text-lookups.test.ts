import { expect, test } from "vitest";
import { listDeskArticles } from "@/lib/desk/articles/list";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { deskArticleQuerySchema } from "@/lib/desk/articles/schema";
import { searchEvents } from "@/lib/desk/audit/queries";
import { eventQuerySchema } from "@/lib/desk/audit/schema";
import {
  getNamedEntity,
  listClaimsOfClaimant,
  searchNamedEntities,
  suggestClaimants,
} from "@/lib/desk/claims/named-entities/queries";
import { getDeskClaim } from "@/lib/desk/claims/queries";
import { openNotification } from "@/lib/desk/notifications/commands";
import { listNotifications } from "@/lib/desk/notifications/queries";
import { getPublicArticle } from "@/lib/public/articles";
import { claimQuerySchema } from "@/lib/public/claims/filters";
import { getClaim, getRevision } from "@/lib/public/claims/get-claim";
import { somebody } from "@/tests/factories/desk";
import { findClaims } from "@/tests/factories/reading";

const admin = await somebody("admin");
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

// What PostgreSQL cannot hold, in every place of an address that a row is looked up by.
const names = ["a\u0000b", "\u0000", "\uD800", "a\uFFFF"];

test.each(names)("nothing is called %j", async (name) => {
  const lookups = [
    () => getClaim(name),
    () => getRevision(name, 1),
    () => getPublicArticle(name),
    () => getDeskClaim(admin, name),
    () => getDeskArticle(admin, name),
    () => getNamedEntity(admin, "claimant", name),
    () => getNamedEntity(admin, "topic", name),
    () => openNotification(admin, name),
  ];
  for (const lookup of lookups) await expect(lookup()).rejects.toMatchObject({ code: "not_found" });
});

test.each(names)("lists are read with %j in their address", async (text) => {
  const at = "2026-01-01T00:00:00.000Z";
  await findClaims(
    claimQuerySchema.parse({ q: text, topic: text, claimant: text, publisher: text, article: text }),
  );
  await listDeskArticles(admin, deskArticleQuerySchema.parse({ q: text }));
  await searchEvents(admin, eventQuerySchema.parse({ q: text, actor: text, action: text }));
  await searchNamedEntities(admin, "claimant", { q: text, after: text });
  await listClaimsOfClaimant(admin, "nobody", text);
  await suggestClaimants(admin, text);
  await listNotifications(admin, encoded([at, text]));
});

test.each(["after", "before"])("a cursor with what no row has is none: %s", async (side) => {
  for (const name of names) {
    for (const [sort, value] of [
      ["-updated", "2026-01-01T00:00:00.000Z"],
      ["claim", name],
    ] as const) {
      const query = claimQuerySchema.parse({ sort, [side]: encoded([sort, value, name]) });
      await expect(findClaims(query)).rejects.toMatchObject({ code: "invalid", details: [{ path: side }] });
    }
  }
});
