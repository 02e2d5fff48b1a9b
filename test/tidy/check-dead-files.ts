import { dirname, join } from "node:path/posix";
import { entryPoints } from "./entry-points.ts";
import { importGraph } from "./find-imports.ts";
import { lexSource } from "./lex-source.ts";
import { type Finding, isTest, isTypeScript, type SourceFile } from "./source-file.ts";

const CONFIG = /(?:^|\/)[\w-]+\.config\.[mc]?[jt]s$/;
/** Tests, and what the compiler alone holds for users. */
const TEST = /\.(?:test|types)\.tsx?$/;
/** Code that documents quote. */
const QUOTED = /^docs\//;
/** Tools for developers, started by hand or by tests. */
const OUTSIDE = /^(?:chaos|bench|test|\.ci)\//;

/** Every file is reached from an entry point; what only tests reach is a test kit or lies in `testing/`. */
export function checkDeadFiles(files: readonly SourceFile[]): readonly Finding[] {
  const graph = withNamedFiles(files, importGraph(files));
  const entries = entryPoints(files);
  const modules = files.filter(isTypeScript).map(({ path }) => path);
  const started = modules.filter(
    (path) => entries.has(path) || CONFIG.test(path) || QUOTED.test(path),
  );
  const bins = files.map(({ path }) => path).filter((path) => entries.has(path));
  const live = reachedFrom([...started, ...bins], graph);
  const tested = reachedFrom([...live, ...modules.filter((path) => TEST.test(path))], graph);
  return modules.flatMap((path) => {
    if (!tested.has(path)) return [{ path, line: 1, problem: "is imported by nobody" }];
    const forTests = isTest({ path, text: "" }) || path.includes("/testing/") || OUTSIDE.test(path);
    if (forTests || live.has(path)) return [];
    return [{ path, line: 1, problem: "is used by tests alone" }];
  });
}

function reachedFrom(
  starts: readonly string[],
  graph: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...starts];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    open.push(...(graph.get(path) ?? []));
  }
  return reached;
}

/** Threads and child processes are started by a file's name, not imported. */
function withNamedFiles(
  files: readonly SourceFile[],
  graph: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const paths = new Set(files.map(({ path }) => path));
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return new Map(
    [...graph].map(([path, targets]) => {
      const named = lexSource(texts.get(path) ?? "")
        .filter(({ kind }) => kind === "string")
        .map(({ text }) => join(dirname(path), text.slice(1, -1)))
        .filter((target) => paths.has(target));
      return [path, [...targets, ...named]];
    }),
  );
}
