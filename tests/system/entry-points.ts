import { readdirSync, readFileSync } from "node:fs";

/** A server action: its file, name and number of parameters. */
export type ServerAction = { file: string; name: string; takes: number };

const sources = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("generated"))
    .map((name) => `${folder}/${name}`),
);

/** The path pattern of a file of `app/`, without its language: "/claims/[slug]". */
function addressOf(file: string): string {
  const parts = file.split("/").slice(1, -1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part) && part !== "[locale]").join("/")}`;
}

/** The path patterns of all pages. */
export function listPages(): string[] {
  return sources.filter((file) => /^app\/(.*\/)?page\.tsx$/.test(file)).map(addressOf);
}

/** All route handlers, as "GET /api/v1/claims/[slug]". */
export function listRoutes(): string[] {
  return sources
    .filter((file) => /^app\/(.*\/)?route\.tsx?$/.test(file))
    .flatMap((file) => {
      const exported = readFileSync(file, "utf8").matchAll(
        /^export (?:const|(?:async )?function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm,
      );
      return [...exported].map(([, method]) => `${method} ${addressOf(file)}`);
    });
}

/** All server actions. Throws for an action inside a function, which it cannot find. */
export function listActions(): ServerAction[] {
  return sources.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    if (/^\s+["']use server["']/m.test(text)) throw new Error(`${file} has an action inside a function.`);
    if (!/^["']use server["']/m.test(text)) return [];
    const exported = text.matchAll(/^export (?:default |const |async function )(\w+)(?:\(([^)]*)\))?/gm);
    return [...exported].map(([, name = "", given = ""]) => ({
      file,
      name,
      takes: given.split(",").filter((it) => it.trim()).length,
    }));
  });
}

type Manifest = { node: Record<string, { workers: object; filename: string; exportedName: string }> };

/** The id of an action in the build, and the path pattern of a page that uses it. */
export function findBuiltAction({ file, name }: ServerAction): { id: string; page: string } {
  const { node }: Manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  const found = Object.entries(node).find(
    ([, { filename, exportedName }]) => filename === file && exportedName === name,
  );
  const [page] = Object.keys(found?.[1].workers ?? {});
  if (!found || !page) throw new Error(`No page of the build has the action ${name} of ${file}.`);
  return { id: found[0], page: addressOf(page) };
}
