import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { readStoredFile } from "../pack/stored-files.ts";
import type { StoredFile } from "../pack/review-pack.ts";
import type { Platform } from "../platform.ts";
import { EXIT } from "./exit-code.ts";
import type { NamedPack } from "./named-pack.ts";
import { CommandFault } from "./terminal.ts";

export interface SavedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Saves a file of a pack, hashed again before it is written. The file appears whole or not at all; one that was there
 * under the name is replaced by it.
 */
export async function savePackFile(
  { database }: Platform,
  found: NamedPack,
  input: { readonly file: string | null; readonly out: string },
): Promise<SavedFile> {
  assertOpen(found);
  const file = chosenFile(found, input.file);
  const bytes = await readStoredFile(database, found.scope.workspaceId, file);
  if (bytes === null) {
    throw new CommandFault(
      "The file is damaged: its bytes are gone or do not have their hash any more. Restore the store from its backup.",
    );
  }
  const path = resolve(input.out);
  await writeWhole(path, bytes);
  return { path, bytes: bytes.byteLength, sha256: file.sha256 };
}

function assertOpen({ delivery, pack }: NamedPack): void {
  switch (delivery) {
    case "open":
      return;
    case "failed":
      throw new CommandFault(
        "This pack could not be rendered, so it has no files. Render it again.",
      );
    case "review_withheld":
      throw new CommandFault("The review of this pack was taken back, so it is not given out.");
    case "revoked": {
      const { standing } = pack;
      const why =
        standing.status === "revoked"
          ? `${standing.revocation.by} took it back: ${standing.revocation.reason}`
          : "";
      throw new CommandFault(`This pack is not given out any more. ${why}`.trim());
    }
  }
}

function chosenFile({ files }: NamedPack, name: string | null): StoredFile {
  const file = files.find(({ path }) => (name === null ? path.endsWith(".zip") : path === name));
  if (file !== undefined) return file;
  const names = files.map(({ path }) => path).join(", ");
  throw new CommandFault(`The pack has no such file. It has: ${names}.`, EXIT.usage);
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const partial = join(dirname(path), `.${randomUUID()}.partial`);
  try {
    const handle = await open(partial, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new CommandFault(`There is no folder ${dirname(path)}.`);
    if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
      throw new CommandFault(`${path} may not be written. Choose another place.`);
    }
    if (code === "EISDIR" || code === "ENOTEMPTY") {
      throw new CommandFault(`${path} is a folder. Give the name of a file.`);
    }
    if (code === "ENOSPC") throw new CommandFault("The disk is full; nothing was written.");
    throw error;
  }
}
