import { entryPoints } from "./entry-points.ts";
import type { Finding, SourceFile } from "./source-file.ts";

const VAGUE = [
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "misc",
  "service",
  "services",
  "manager",
  "types",
  "constants",
  "shared",
  "lib",
  "data",
  "info",
];
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A file bears the name of the one noun or verb in it, in kebab case; `index` is a public entry point. */
export function checkFileNames(files: readonly SourceFile[]): readonly Finding[] {
  const entries = entryPoints(files);
  return files
    .filter(({ path }) => /\.(?:ts|tsx|mts|js|mjs|sql)$/.test(path))
    .flatMap(({ path }) => {
      const folders = path.split("/").slice(0, -1);
      const name = path.slice(path.lastIndexOf("/") + 1).replace(/\..*$/, "");
      const problems = [
        ...(isVague(name) ? [`has the vague name "${name}"`] : []),
        ...folders
          .filter((folder) => VAGUE.includes(folder))
          .map((folder) => `lies in the vague folder "${folder}"`),
        ...(KEBAB.test(name.replace(/^\d{4}_/, "").replaceAll("_", "-"))
          ? []
          : ["is not named in kebab case"]),
        ...(name === "index" && !entries.has(path)
          ? ["is a barrel that no package.json exports"]
          : []),
      ];
      return problems.map((problem) => ({ path, line: 1, problem }));
    });
}

function isVague(name: string): boolean {
  return VAGUE.includes(name) || VAGUE.some((word) => name.endsWith(`-${word}`));
}
