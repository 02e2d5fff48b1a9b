import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** One built file of the console, in memory: there are few, and they are small. */
export interface ConsoleFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The same for who reads gzip; absent where it would not be smaller. */
  readonly gzipped?: Uint8Array<ArrayBuffer>;
  /** Its name holds the hash of its content: whoever has it need not ask again. */
  readonly isImmutable: boolean;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Every built asset by its path below the console's own; throws with what to do if the console was not built. */
export function readConsoleFiles(folder: string): ReadonlyMap<string, ConsoleFile> {
  const assets = join(folder, "assets");
  return new Map(
    readdirSync(assets).flatMap((name) => {
      const mediaType = MEDIA_TYPES[extname(name)];
      if (mediaType === undefined) return [];
      const bytes = new Uint8Array(readFileSync(join(assets, name)));
      const gzipped = new Uint8Array(gzipSync(bytes));
      const smaller = gzipped.length < bytes.length ? { gzipped } : {};
      return [[`assets/${name}`, { mediaType, bytes, ...smaller, isImmutable: true }] as const];
    }),
  );
}
