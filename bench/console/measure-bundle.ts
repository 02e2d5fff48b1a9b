import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** What a browser may load before the list of runs shows a row. */
export const FIRST_LOAD_MAX_KB = 200;

export interface Bundle {
  /** All script and style that the list of runs needs before it shows a row. */
  readonly firstLoadKb: number;
  readonly chunks: readonly {
    readonly name: string;
    readonly kb: number;
    readonly isFirst: boolean;
  }[];
}

const ASSETS = join(import.meta.dirname, "../../apps/platform/console/dist/assets");
/** The home of an operator, by the name of its chunk. */
const HOME = /^runs-page-.*\.js$/;

/** What the built console weighs, gzipped; the first load is the page's own files, the list, and what they import. */
export function measureBundle(): Bundle {
  const page = readFileSync(join(ASSETS, "../index.html"), "utf8");
  const own = [...page.matchAll(/<(?:script|link)[^>]+"[^"]*assets\/([^"]+\.(?:js|css))"/g)];
  const files = readdirSync(ASSETS).filter((name) => /\.(?:js|css)$/.test(name));
  const home = files.find((name) => HOME.test(name));
  if (own.length === 0 || home === undefined) throw new Error("The build has no entry or no list.");
  const first = new Set<string>();
  const take = (name: string): void => {
    if (first.has(name)) return;
    first.add(name);
    importsOf(readFileSync(join(ASSETS, name), "utf8")).forEach(take);
  };
  for (const [, name = ""] of own) take(name);
  take(home);
  const chunks = files
    .map((name) => ({
      name,
      kb: gzipSync(readFileSync(join(ASSETS, name)), { level: 9 }).length / 1_000,
      isFirst: first.has(name),
    }))
    .toSorted((a, b) => b.kb - a.kb);
  const firstLoadKb = chunks.reduce((sum, { kb, isFirst }) => (isFirst ? sum + kb : sum), 0);
  return { firstLoadKb, chunks };
}

/** Static imports alone: what is imported on demand is no part of the first load. */
function importsOf(text: string): readonly string[] {
  return [
    ...text.matchAll(/(?:^|[;}])\s*(?:import|export)[^"'`();]*?["']\.\/([^"']+\.js)["']/g),
  ].map(([, name = ""]) => name);
}

export function printBundle({ firstLoadKb, chunks }: Bundle): void {
  console.log(`first load: ${firstLoadKb.toFixed(1)} kB of script and style, gzipped`);
  for (const { name, kb, isFirst } of chunks) {
    console.log(`  ${kb.toFixed(1).padStart(6)} kB ${isFirst ? "first " : "later "} ${name}`);
  }
}
