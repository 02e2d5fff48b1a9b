import { only } from "./lex-source.ts";
import { type Finding, findingAt, isTypeScript, type SourceFile } from "./source-file.ts";

const ANY = /\bas\s+any\b|<any>/g;
const IGNORED = /@ts-(?:ignore|nocheck|expect-error)\b/g;
/** By its name, or by an option behind its own name, which stands in quotes and so is blank here. */
const LEFT_OUT =
  /\b(?:test|it|describe|suite)(?:\.\w+)*(?:\.(?:only|skip|todo)\b|\(\s*,\s*\{[^}]*\b(?:only|skip|todo)\s*:)|(?<![.\w])(?:xit|xtest|xdescribe|fit|fdescribe)\s*\(/g;

/** Nothing is taken out of the compiler's or the tests' sight, unless the list of exceptions says why. */
export function checkLoopholes(files: readonly SourceFile[]): readonly Finding[] {
  return files.filter(isTypeScript).flatMap((file) => {
    const code = only(file.text, ["code"]);
    const comments = only(file.text, ["comment"]);
    return [
      ...found(file, { text: code, pattern: ANY, problem: "erases a type with any" }),
      ...found(file, { text: comments, pattern: IGNORED, problem: "silences the compiler" }),
      ...found(file, { text: code, pattern: LEFT_OUT, problem: "leaves a test out" }),
    ];
  });
}

function found(
  file: SourceFile,
  look: { readonly text: string; readonly pattern: RegExp; readonly problem: string },
): readonly Finding[] {
  return [...look.text.matchAll(look.pattern)].map(({ index }) =>
    findingAt(file, index, look.problem),
  );
}
