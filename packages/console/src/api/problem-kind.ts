import { type ApiProblem, isUnreachable } from "./api-problem.ts";

export type ProblemKind = "unreachable" | "signed_out" | "forbidden" | "not_found" | "fault";

/** What a person has before them: each is told in another way. */
export function problemKind(problem: ApiProblem): ProblemKind {
  const { status } = problem;
  if (isUnreachable(problem)) return "unreachable";
  if (status === 401) return "signed_out";
  if (status === 403) return "forbidden";
  return status === 404 ? "not_found" : "fault";
}
