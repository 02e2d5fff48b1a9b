import { type Finding, isTest, type SourceFile } from "./source-file.ts";

const LINES_MAX = 300;

/** A file that does not fit the eye holds more than one thing. */
export function checkFileLength(files: readonly SourceFile[]): readonly Finding[] {
  return files
    .filter((file) => /\.(?:ts|tsx|mts|js|mjs|sql)$/.test(file.path) && !isTest(file))
    .flatMap(({ path, text }) => {
      const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
      return lines > LINES_MAX
        ? [{ path, line: LINES_MAX + 1, problem: `has ${lines} lines` }]
        : [];
    });
}
