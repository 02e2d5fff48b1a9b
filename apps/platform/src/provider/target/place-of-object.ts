import type { TextEncoding } from "../decode-text.ts";
import type { ExportReading } from "../export-reading.ts";
import { typeFolder } from "./type-folder.ts";

export interface ObjectPlace {
  /** Paths below the root to try, the first that is free is taken. */
  readonly files: readonly string[];
  readonly encoding: TextEncoding;
}

const NAME_CHARACTERS_MAX = 100;

/** Where a new object lies and how it is encoded: beside those of its type, and as most files of the folder are. */
export function placeOfObject(
  reading: ExportReading,
  object: { readonly type: string; readonly id: string; readonly name: string },
): ObjectPlace | null {
  const own = typeFolder(object.type);
  if (own === null) return null;
  const sibling = reading.items.find(({ type }) => type === object.type);
  const folder = sibling === undefined ? `${baseOf(reading)}${own.folder}` : folderOf(sibling.file);
  const place = folder === "" ? "" : `${folder}/`;
  const name = fileName(object.name);
  return {
    files: [`${place}${name}.json`, `${place}${name}_${object.id}.json`],
    encoding: sibling?.encoding ?? commonEncoding(reading),
  };
}

/** Above the folders of the types: where the migration table lies, else the root. */
function baseOf(reading: ExportReading): string {
  const table = reading.references.migrationTables[0]?.file ?? "";
  const folder = folderOf(table);
  return folder === "" ? "" : `${folder}/`;
}

function folderOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : "";
}

function commonEncoding({ items }: ExportReading): TextEncoding {
  const utf8 = items.filter(({ encoding }) => encoding.startsWith("utf-8")).length;
  return utf8 * 2 > items.length ? "utf-8" : "utf-16le";
}

function fileName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are forbidden in file names too
  const allowed = name.replaceAll(/[<>:"/\\|?*\u0000-\u001f]/g, "").trim();
  const plain = allowed.slice(0, NAME_CHARACTERS_MAX).replace(/^\.+|[. ]+$/g, "");
  return plain.isWellFormed() && plain !== "" ? plain : "unnamed";
}
