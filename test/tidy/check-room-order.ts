import { findImports, targetOf } from "./find-imports.ts";
import { MAY_IMPORT, roomOf } from "./room-map.ts";
import { type Finding, findingAt, isTest, isTypeScript, type SourceFile } from "./source-file.ts";

/** Imports go up the list of rooms; applications take the library by its name. Tests may import any room. */
export function checkRoomOrder(files: readonly SourceFile[]): readonly Finding[] {
  return files.filter((file) => isTypeScript(file) && !isTest(file)).flatMap(checkFile);
}

function checkFile(file: SourceFile): readonly Finding[] {
  const room = roomOf(file.path);
  if (room === "unknown") {
    return [findingAt(file, 0, "lies in a room that the map of rooms does not have")];
  }
  return findImports(file.text).flatMap(({ specifier, offset }) => {
    const target = targetOf(file, specifier);
    const imported = target === null ? null : roomOf(target);
    if (imported === null || imported === room) return [];
    if (room === null) {
      const reachesIn = file.path.startsWith("apps/") || file.path.startsWith("packages/");
      return reachesIn ? [findingAt(file, offset, "reaches into the library by path")] : [];
    }
    const may = imported !== "unknown" && MAY_IMPORT[room].includes(imported);
    return may ? [] : [findingAt(file, offset, `${room}/ may not import ${imported}/`)];
  });
}
