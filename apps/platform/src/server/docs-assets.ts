import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { DocsAssets } from "settled/http";

/** The files of Swagger UI from the installed package, each read once, when it is first asked for. */
export function createDocsAssets(): DocsAssets {
  const read = new Map<string, Promise<string>>();
  const fileNamed = (name: string): Promise<string> => {
    const there = read.get(name) ?? readFile(join(folder(), name), "utf8");
    read.set(name, there);
    return there;
  };
  return {
    script: () => fileNamed("swagger-ui-bundle.js"),
    style: () => fileNamed("swagger-ui.css"),
  };
}

function folder(): string {
  return dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
}
