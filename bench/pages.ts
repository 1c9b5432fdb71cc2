import { gzipSync } from "node:zlib";
import { encodeCursor } from "@/lib/public/cursor";
import { median } from "./drive";

/** What a reader's first look at the table loads, in kilobytes as they are sent packed. */
export async function weightOf(address: string): Promise<{ htmlKb: number; scriptsKb: number }> {
  const html = await (await fetch(`${address}/`)).text();
  const sources = [
    ...new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => source ?? "")),
  ];
  const scripts = await Promise.all(sources.map(async (source) => (await fetch(address + source)).text()));
  const packed = (text: string) => gzipSync(text).length / 1000;
  return { htmlKb: packed(html), scriptsKb: scripts.reduce((sum, text) => sum + packed(text), 0) };
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
