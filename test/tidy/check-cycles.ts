import { importGraph } from "./find-imports.ts";
import type { Finding, SourceFile } from "./source-file.ts";

/** No file imports itself through others; type-only imports count as well. Each cycle is told once. */
export function checkCycles(files: readonly SourceFile[]): readonly Finding[] {
  const graph = importGraph(files);
  const done = new Set<string>();
  const findings: Finding[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const again = trail.indexOf(path);
    if (again >= 0) {
      const ring = [...trail.slice(again), path].join(" -> ");
      findings.push({ path, line: 1, problem: `imports itself: ${ring}` });
      return;
    }
    if (done.has(path)) return;
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return findings;
}
