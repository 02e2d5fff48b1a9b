/** No answer came. Whether the request was received is not known. */
export class NetworkError extends Error {
  override readonly name = "NetworkError";
  /** As the runtime names it, such as ECONNREFUSED; `timeout` if time ran out; null where it says nothing, as in browsers. */
  readonly code: string | null;

  constructor(code: string | null, cause: unknown) {
    const words =
      code === "timeout" ? "The server did not answer in time." : "The server cannot be reached.";
    super(words, { cause });
    this.code = code;
  }
}

const CAUSES_MAX = 5;

/** The first code in the chain of causes, also of several attempts at once. */
export function networkCodeOf(error: unknown): string | null {
  let cause: unknown = error;
  for (
    let depth = 0;
    depth < CAUSES_MAX && typeof cause === "object" && cause !== null;
    depth += 1
  ) {
    const {
      code,
      errors,
      cause: next,
    } = cause as Partial<Record<"code" | "errors" | "cause", unknown>>;
    if (typeof code === "string") return code;
    cause = next ?? (Array.isArray(errors) ? (errors[0] as unknown) : null);
  }
  return null;
}
