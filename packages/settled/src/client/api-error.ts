import type { ProblemFaultJson, ProblemJson } from "./problem-json.ts";

/** The API refused, or met a fault. `message` is fit for any reader; `code` is what a program decides by. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** The whole answer, with members that only some codes have. */
  readonly problem: ProblemJson;
  /** To find the request again in the server's log. */
  readonly requestId: string | null;
  /** How long the server asks to be left alone; null if it does not say. */
  readonly retryAfterMs: number | null;

  constructor(
    problem: ProblemJson,
    told: { readonly requestId: string | null; readonly retryAfterMs: number | null },
  ) {
    super(`${problem.title}. ${problem.detail}`.trim());
    this.problem = problem;
    this.requestId = told.requestId;
    this.retryAfterMs = told.retryAfterMs;
  }

  get code(): ProblemJson["code"] {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  /** Why an action on a run was not taken, in the library's own word. */
  get reason(): string | null {
    return this.problem.reason ?? null;
  }

  get nextActions(): readonly string[] {
    return this.problem.next_actions;
  }

  get errors(): readonly ProblemFaultJson[] {
    return this.problem.errors ?? [];
  }
}
