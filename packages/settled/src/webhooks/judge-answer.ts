import type { TryEnd } from "../ports/webhook-post.ts";

/** What came of calling an endpoint. */
export type SendAnswer =
  | { readonly kind: "answered"; readonly status: number; readonly firstLine: string }
  /** Nobody answered; `words` say why. */
  | { readonly kind: "unanswered"; readonly words: string };

export interface AnswerVerdict extends TryEnd {
  /** What it says of the endpoint; `unheard` = it was not asked. */
  readonly endpoint: "fine" | "failing" | "gone" | "unheard";
}

/** 2xx is delivered, 410 ends the endpoint, anything else is tried again until the last try. */
export function judgeAnswer(answer: SendAnswer, isLastTry: boolean): AnswerVerdict {
  const status = isLastTry ? "given_up" : "failed";
  if (answer.kind === "unanswered") {
    return { status, httpStatus: null, error: answer.words, endpoint: "failing" };
  }
  const httpStatus = answer.status;
  if (httpStatus >= 200 && httpStatus < 300) {
    return { status: "delivered", httpStatus, error: null, endpoint: "fine" };
  }
  if (httpStatus === 410) {
    const error = "The receiver answered 410: it wants no more, so the endpoint was disabled.";
    return { status: "given_up", httpStatus, error, endpoint: "gone" };
  }
  if (httpStatus >= 300 && httpStatus < 400) {
    const error = `The receiver answered ${httpStatus}: redirects are not followed. Enter the address that it leads to.`;
    return { status, httpStatus, error, endpoint: "failing" };
  }
  const said = answer.firstLine === "" ? "." : `: ${answer.firstLine}`;
  const error = `The receiver answered ${httpStatus}${said}`;
  return { status, httpStatus, error, endpoint: "failing" };
}
