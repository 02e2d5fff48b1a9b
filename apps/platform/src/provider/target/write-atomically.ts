import { randomUUID } from "node:crypto";
import { link, mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { faultCode } from "../file-fault.ts";

/** Replaces a file: whoever reads it, and whenever this process ends, sees the old bytes or the new ones. */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const draft = await writeDraft(file, bytes);
  try {
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await keepFolder(path.dirname(file));
}

/** Makes a file that is not there yet, whole or not at all; false if the name is taken. */
export async function createFile(file: string, bytes: Uint8Array): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = await writeDraft(file, bytes);
  try {
    // Unlike a rename, a link never takes the place of another file.
    await link(draft, file);
  } catch (error) {
    if (faultCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await keepFolder(path.dirname(file));
  return true;
}

/** In the same folder, so that it can be moved; hidden, so that no reader takes a draft for a policy. */
async function writeDraft(file: string, bytes: Uint8Array): Promise<string> {
  const draft = path.join(path.dirname(file), `.${randomUUID()}.draft`);
  const handle = await open(draft, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
}

/** The new name itself is kept only when its folder is. Some systems cannot do that for a folder. */
async function keepFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!["EISDIR", "EPERM", "EINVAL", "EACCES"].includes(faultCode(error))) throw error;
  }
}
