/** How one kind of problem is told. */
export interface ProblemCopy {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly nextAction: string;
  readonly retryAfterS?: number;
}
