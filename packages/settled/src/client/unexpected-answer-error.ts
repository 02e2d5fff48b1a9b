/** Something answered that is not this API: a sign-in page, a proxy, another program. */
export class UnexpectedAnswerError extends Error {
  override readonly name = "UnexpectedAnswerError";
  readonly status: number;
  readonly mediaType: string | null;
  /** Where it wanted to send the request; it was not followed, since a token belongs to one address alone. */
  readonly location: string | null;
  readonly retryAfterMs: number | null;

  constructor(answer: {
    readonly status: number;
    readonly mediaType: string | null;
    readonly location: string | null;
    readonly retryAfterMs: number | null;
  }) {
    super(
      answer.location === null
        ? `The answer is not one of the API: status ${answer.status}, ${answer.mediaType ?? "no type"}.`
        : "The address sends requests on to another one.",
    );
    this.status = answer.status;
    this.mediaType = answer.mediaType;
    this.location = answer.location;
    this.retryAfterMs = answer.retryAfterMs;
  }
}
