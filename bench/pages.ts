import { encodeCursor } from "@/lib/public/claims/cursor";
import { median } from "./drive";

/**
 * What a reader's first look at the table loads, in kilobytes as they are sent to a browser that takes Brotli: the HTML
 * of the heavier language, and the scripts.
 */
export async function weightOf(address: string): Promise<{ htmlKb: number; scriptsKb: number }> {
  const pages = await Promise.all(["/", "/ar"].map((path) => sent(address + path)));
  const scripts = [...(pages[0]?.text ?? "").matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, source]) => source ?? "");
  const loaded = await Promise.all([...new Set(scripts)].map((source) => sent(address + source)));
  return {
    htmlKb: Math.max(...pages.map(({ bytes }) => bytes)) / 1000,
    scriptsKb: loaded.reduce((sum, { bytes }) => sum + bytes, 0) / 1000,
  };
}

/** An answer's text, and its size as it was sent. */
async function sent(url: string): Promise<{ text: string; bytes: number }> {
  const answer = await fetch(url, { headers: { "accept-encoding": "br" } });
  const bytes = Number(answer.headers.get("content-length"));
  if (!bytes) throw new Error(`${url} does not say how long it is.`);
  return { text: await answer.text(), bytes };
}

const TRIES = 60;

/** The median time of pages near the end of the table against those near its beginning, one at a time. */
export async function deepestAgainstFirst(address: string): Promise<{ firstMs: number; deepestMs: number }> {
  const page = async (year: number, n: number) => {
    const value = new Date(Date.UTC(year, 3, 1 + (n % 28), n % 24, n)).toISOString();
    const began = performance.now();
    await (
      await fetch(`${address}/api/v1/claims?after=${encodeCursor("-updated", { value, id: `${n}` })}`)
    ).text();
    return performance.now() - began;
  };
  const [first, deepest]: [number[], number[]] = [[], []];
  for (let n = 0; n < TRIES; n++) {
    first.push(await page(2025, n));
    deepest.push(await page(2012, n));
  }
  return { firstMs: median(first), deepestMs: median(deepest) };
}
