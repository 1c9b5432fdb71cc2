import { encodeCursor } from "@/lib/public/claims/cursor";
import { median } from "./drive";

/**
 * Measures the transfer size of the table page's first load with Brotli, in kilobytes: the HTML of the larger language, and
 * the scripts.
 */
export async function measurePageWeight(address: string): Promise<{ htmlKb: number; scriptsKb: number }> {
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

/** Fetches a URL and returns its text with the transfer size in bytes. */
async function sent(url: string): Promise<{ text: string; bytes: number }> {
  const response = await fetch(url, { headers: { "accept-encoding": "br" } });
  const bytes = Number(response.headers.get("content-length"));
  if (!bytes) throw new Error(`${url} has no Content-Length.`);
  return { text: await response.text(), bytes };
}

const TRIES = 60;

/** Measures the median time of pages near the end of the table and near its beginning, one request at a time. */
export async function measureDeepPages(address: string): Promise<{ firstMs: number; deepestMs: number }> {
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
