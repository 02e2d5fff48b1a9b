import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { byCodeUnit } from "../normal-form/canonical-json.ts";
import type { PackFile } from "./pack-file.ts";

/** A zip keeps local wall time: made from local parts, it is the same text on every machine. */
const ENTRY_TIME = new Date(2000, 0, 1, 0, 0, 0);
const ENTRY_MODE = 0o100644;

/** Same files, same bytes: sorted entries under one fixed time, without a time stamp in UTC beside it. */
export async function zipFiles(files: readonly PackFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, bytes } of files.toSorted((a, b) => byCodeUnit(a.path, b.path))) {
    zip.addBuffer(bytes, path, { mtime: ENTRY_TIME, mode: ENTRY_MODE, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}
