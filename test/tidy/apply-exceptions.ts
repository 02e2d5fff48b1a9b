import type { Finding } from "./source-file.ts";

/** A place where a rule makes things worse, and why. */
export interface Exception {
  readonly path: string;
  readonly problem: string;
  readonly because: string;
}

/** What is left of the findings; an exception that excuses nothing any more is a finding itself. */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
): readonly Finding[] {
  const excuses = (exception: Exception, finding: Finding): boolean =>
    exception.path === finding.path && exception.problem === finding.problem;
  const stale = exceptions.filter(
    (exception) => !findings.some((finding) => excuses(exception, finding)),
  );
  return [
    ...findings.filter((finding) => !exceptions.some((exception) => excuses(exception, finding))),
    ...stale.map(({ path, problem }) => ({
      path,
      line: 1,
      problem: `is excused for what it no longer does: ${problem}`,
    })),
  ];
}
