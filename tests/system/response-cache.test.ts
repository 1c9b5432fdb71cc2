import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bootDatabase } from "@/lib/platform/db/boot";
import { db, disconnect } from "@/lib/platform/db/client";
import ar from "@/messages/ar.json" with { type: "json" };
import en from "@/messages/en.json" with { type: "json" };
import { aClaim, anArticle, arabicText, someEvidence } from "@/tests/factories/desk";
import { type RunningDesk, startDesk } from "./running-desk";
import { type Member, members, send } from "./staff";

const TRIES = 1000;
const dataDir = path.resolve("data/test-response-cache");

let database: Awaited<ReturnType<typeof bootDatabase>>;
let desks: RunningDesk[] = [];
let editor: Member;
let claim: { id: string; slug: string };
let version = 1;

beforeAll(async () => {
  const first = await startDesk(dataDir, 3193);
  desks = [first];
  database = await bootDatabase({ DATA_DIR: dataDir });
  const { DATABASE_URL = "", AUTH_SECRET } = process.env;
  desks.push(await startDesk(`${dataDir}-second`, 3194, { DATABASE_URL, AUTH_SECRET }));
  [editor] = (await members("editor", 1)) as [Member];
  claim = await aClaim(editor.context, { text: { en: "Said 0 times." } });
}, 240_000);

afterAll(async () => {
  for (const desk of desks.slice(1)) await desk.stop();
  await disconnect();
  await database?.stop();
  await desks[0]?.stop();
}, 60_000);

/** Changes a public claim by a command of the first process; resolves when it is acknowledged. */
async function change(n: number): Promise<void> {
  const { status } = await send(desks[0]?.address ?? "", editor, "edit-claim", {
    claimId: claim.id,
    version: version++,
    language: "en",
    claimant: { key: "deepseek" },
    topics: [],
    quote: "$6M على 2,000 وحدة H800",
    text: { en: `Said ${n} times.` },
  });
  expect(status).toBe(200);
}

const places = () => [
  `/api/v1/claims/${claim.slug}`,
  "/api/v1/claims?sort=-updated",
  "/",
  `/ar/claims/${claim.slug}`,
];

/** A reader of one URL, who returns whether the response was stale. */
function reader(address: string) {
  let etag = "";
  let text = "";
  return async (atLeast: number): Promise<boolean> => {
    const answer = await fetch(address, { headers: { "if-none-match": etag } });
    if (answer.status === 200) {
      etag = answer.headers.get("etag") ?? "";
      text = await answer.text();
    }
    return Number(/Said (\d+) times/.exec(text)?.[1]) >= atLeast;
  };
}

async function countStaleResponses(disturb: (n: number) => Promise<unknown>): Promise<number> {
  // The JSON of both processes every time; the pages, which are slower to render, now and then.
  const readers = desks.flatMap(({ address }) => places().map((place) => reader(`${address}${place}`)));
  const cheap = readers.filter((_, n) => n % places().length === 0);
  let [stale, tries] = [0, 0];
  for (let n = version; tries < TRIES / 2; n++) {
    await disturb(n);
    await change(n);
    const asked = await Promise.all((n % 20 === 0 ? readers : [...cheap, ...cheap]).map((ask) => ask(n)));
    tries += asked.length;
    stale += asked.filter((fresh) => !fresh).length;
  }
  return stale;
}

test("no process serves a stale response after a command is acknowledged", { timeout: 180_000 }, async () => {
  expect(await countStaleResponses(async () => {})).toBe(0);
});

test("nor with all notifications lost and the connection cut", { timeout: 180_000 }, async () => {
  const [{ source }] = await db().$queryRaw<[{ source: string }]>`
    SELECT pg_get_functiondef('bump_public'::regproc) AS source`;
  await db().$executeRawUnsafe(source.replace(/PERFORM pg_notify\(.*\);/, ""));
  const cut = () => db().$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'veritable response cache'`;
  expect(await countStaleResponses(async (n) => (n % 10 === 0 ? cut() : null))).toBe(0);
  await db().$executeRawUnsafe(source);
  // Without a connection nothing is cached; once reconnected, responses are cached again.
  for (const { address } of desks)
    await expect.poll(() => cachingOf(address), { timeout: 10_000 }).toContain("public");
});

const cachingOf = async (address: string) => (await fetch(address)).headers.get("cache-control");

/** Texts as long as claims: the messages of the interface, each once. */
function sentences(messages: object): string[] {
  const all = Object.values(messages).flatMap((value): string[] =>
    typeof value === "string" ? [value] : sentences(value),
  );
  return [...new Set(all)].filter((text) => text.length >= 60 && text.length <= 220 && !/[{<]/.test(text));
}

/** The content of the page's `main` element, without React's markers. */
const mainOf = (html: string) =>
  /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1]?.replaceAll(/<!--\/?\$-->/g, "") ?? "";

test("signed-in people see the table that everybody sees", async () => {
  for (const path of [
    "/",
    "/ar",
    "/?q=Said&sort=claim",
    "/ar?status=unchecked&from=2020",
    "/?q=xyzzy&status=no",
  ]) {
    const address = `${desks[0]?.address}${path}`;
    const [everybody, signedIn] = await Promise.all([
      fetch(address),
      fetch(address, { headers: { cookie: "veritable.session_token=none" } }),
    ]);
    expect(everybody.headers.get("cache-control"), path).toContain("public");
    expect(signedIn.headers.get("cache-control"), path).toContain("private");
    const [theirs, ours] = [mainOf(await everybody.text()), mainOf(await signedIn.text())];
    expect(ours, path).toContain('data-fragment="rows"');
    expect(theirs, path).toBe(ours);
  }
});

const firstWords = (text = "") => text.split(" ").slice(0, 3).join(" ");

test("a page of fifty claims is sent in 25 KB at most", { timeout: 120_000 }, async () => {
  const [english, arabic] = [sentences(en), sentences(ar)];
  for (let n = 0; n < 50; n++) {
    const text = { en: english[n], ar: arabic[n] };
    const { id: articleId } = await anArticle(editor.context, {
      publisher: `${firstWords(english.at(-n - 1))} ${n}`,
      text: arabicText,
    });
    const { id } = await aClaim(editor.context, {
      articleId,
      text,
      claimant: { en: `${firstWords(text.en)} ${n}`, ar: `${firstWords(text.ar)} ${n}` },
      newTopic: { en: `${firstWords(english.at(-n - 1))} ${n}`, ar: `${firstWords(arabic.at(-n - 1))} ${n}` },
    });
    await someEvidence(editor.context, id);
  }
  for (const path of ["/", "/ar"]) {
    for (const encoding of ["br", "gzip"]) {
      const answer = await fetch(`${desks[0]?.address}${path}`, { headers: { "accept-encoding": encoding } });
      expect(answer.headers.get("content-encoding")).toBe(encoding);
      expect((await answer.text()).match(/class="claim-row"/g), path).toHaveLength(50);
      expect(Number(answer.headers.get("content-length")), path).toBeLessThanOrEqual(25_000);
      expect(Number(answer.headers.get("content-length")), path).toBeGreaterThan(10_000);
    }
  }
});
