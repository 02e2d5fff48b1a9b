import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export interface TemporaryFolder extends AsyncDisposable {
  readonly root: string;
  /** Writes a file below the root; anything but text or bytes is written as JSON. */
  write(file: string, content: unknown): Promise<string>;
}

/** A folder for one test; `await using` takes it away at the end. */
export async function temporaryFolder(): Promise<TemporaryFolder> {
  const root = await mkdtemp(path.join(tmpdir(), "export-"));
  return {
    root,
    async write(file, content) {
      const place = path.join(root, file);
      await mkdir(path.dirname(place), { recursive: true });
      const raw = typeof content === "string" || Buffer.isBuffer(content);
      await writeFile(place, raw ? content : JSON.stringify(content));
      return place;
    },
    async [Symbol.asyncDispose]() {
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Text as Windows PowerShell writes it: UTF-16 with its mark. */
export function utf16le(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, "utf16le");
}
