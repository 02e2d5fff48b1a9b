import { findImports, targetOf } from "./find-imports.ts";
import { only } from "./lex-source.ts";
import { roomOf } from "./room-map.ts";
import { type Finding, findingAt, isTest, isTypeScript, type SourceFile } from "./source-file.ts";

/** What a browser loads beside the client itself. */
const PACKAGES: readonly string[] = ["eventsource-parser", "uuid"];
const TYPES_ALONE = /^(?:import|export)\s+type\b/;

/** A browser that loads the client loads nothing of the server: of other rooms it takes types alone. */
export function checkClientImports(files: readonly SourceFile[]): readonly Finding[] {
  return files
    .filter((file) => isTypeScript(file) && !isTest(file) && roomOf(file.path) === "client")
    .flatMap((file) =>
      findImports(file.text)
        .filter(({ specifier, offset }) => {
          const target = targetOf(file, specifier);
          const isOwn = target !== null && roomOf(target) === "client";
          return !isOwn && !PACKAGES.includes(specifier) && !takesTypes(file, offset);
        })
        .map(({ specifier, offset }) =>
          findingAt(file, offset, `loads ${specifier}, which a browser has no use for`),
        ),
    );
}

/** Whether the statement that ends in this specifier is one of types alone. */
function takesTypes({ text }: SourceFile, offset: number): boolean {
  const before = only(text, ["code"]).slice(0, offset);
  const start = [...before.matchAll(/\b(?:import|export)\b/g)].at(-1)?.index ?? 0;
  return TYPES_ALONE.test(before.slice(start));
}
