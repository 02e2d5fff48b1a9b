import type { AnswerHeaders } from "./answer.ts";

/** The Link header (RFC 8288) of a page that is not the last. */
export function linkToNext(next: string | null): AnswerHeaders {
  return next === null ? {} : { link: `<${next}>; rel="next"` };
}

/** The same query with one parameter set anew; blanks of a form are left behind. */
export function withParameter(
  query: URLSearchParams,
  name: string,
  value: string,
): URLSearchParams {
  const kept = [...query].filter(([key, text]) => key !== name && text !== "");
  return new URLSearchParams([...kept, [name, value]]);
}
