import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../../..");
const REGISTERS = [
  "packages/console/src/app/create-console-router.tsx",
  "apps/platform/console/src/platform-pages.ts",
];

/** The routes that the console and the platform's own pages register, read from where they do. */
export function registeredRoutes(): ReadonlySet<string> {
  return new Set(
    REGISTERS.flatMap((path) => {
      const text = readFileSync(join(ROOT, path), "utf8");
      const constants = new Map(
        [...text.matchAll(/const (\w+) =\s*["`]([^"`]+)["`]/g)].map(([, name = "", value = ""]) => [
          name,
          value,
        ]),
      );
      const filled = (route: string): string =>
        route.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => filled(constants.get(name) ?? ""));
      return [...text.matchAll(/\bpath: (?:["`]([^"`]+)["`]|(\w+))/g)].map(([, said, name = ""]) =>
        filled(said ?? constants.get(name) ?? name),
      );
    }),
  );
}
