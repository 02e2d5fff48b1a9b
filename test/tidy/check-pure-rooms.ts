import { builtinModules } from "node:module";
import { findImports } from "./find-imports.ts";
import { only } from "./lex-source.ts";
import { PURE_ROOMS, type Room, roomOf } from "./room-map.ts";
import { type Finding, findingAt, isTest, isTypeScript, type SourceFile } from "./source-file.ts";

const NOW =
  /\bDate\s*\.\s*now\s*\(|\bnew\s+Date\s*(?:\(\s*\)|(?![\s(\w]))|\bMath\s*\.\s*random\s*\(/g;

/** The pure rooms know neither machine nor time: `node:` stays outside, time is the Clock's or the database's. */
export function checkPureRooms(files: readonly SourceFile[]): readonly Finding[] {
  return files
    .filter((file) => isTypeScript(file) && !isTest(file) && isPure(file))
    .flatMap((file) => [
      ...findImports(file.text)
        .filter(
          ({ specifier }) => specifier.startsWith("node:") || builtinModules.includes(specifier),
        )
        .map(({ specifier, offset }) =>
          findingAt(file, offset, `imports ${specifier} in a pure room`),
        ),
      ...[...only(file.text, ["code"]).matchAll(NOW)].map(({ index }) =>
        findingAt(file, index, "takes time or chance from this machine in a pure room"),
      ),
    ]);
}

function isPure({ path }: SourceFile): boolean {
  return PURE_ROOMS.includes(roomOf(path) as Room);
}
