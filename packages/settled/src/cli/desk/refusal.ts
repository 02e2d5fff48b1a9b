import { type CliIo } from "../cli-io.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { writeFault } from "../report-fault.ts";

/** An expected no, from either door. */
export interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly nextActions: readonly string[];
  readonly errors: readonly {
    readonly pointer?: string;
    readonly parameter?: string;
    readonly detail: string;
  }[];
}

/** What whoever sits at a terminal can do, where the words of the API are for programs. */
const NEXT_AT_TERMINAL: Readonly<Record<string, string>> = {
  not_signed_in:
    "Check --token, --token-file or SETTLED_TOKEN: the server does not know the token, or it has ended.",
  not_found: "Check --workspace and the id, and whether the token may see them.",
  unknown_route: "Check --server: it is the address in front of /api/v1.",
  unknown_operation: "`settled operations` lists what can be started.",
  renamed_operation: "`settled operations` lists the types of today.",
  invalid_input: "Correct what is named, and start it again.",
  invalid_body: "Correct what is named, and try again.",
};
const ERRORS_SHOWN_MAX = 5;
const NO_ACCESS: readonly number[] = [401, 403, 404];
const MISTYPED: readonly number[] = [400, 413, 415, 422];

/** Two lines on stderr. Answers the exit code. */
export function tellRefusal(io: CliIo, refusal: Refusal): ExitCode {
  const { code, title, detail, nextActions, errors } = refusal;
  const places = errors.slice(0, ERRORS_SHOWN_MAX).map(placeWords);
  const what = [`${title}. ${detail}`, ...places].join(" ");
  const next = Object.hasOwn(NEXT_AT_TERMINAL, code) ? NEXT_AT_TERMINAL[code] : nextActions[0];
  writeFault(io, what, next ?? "Correct the command and try again.");
  return exitCodeOf(refusal);
}

function placeWords({ pointer, parameter, detail }: Refusal["errors"][number]): string {
  const place = pointer ?? parameter ?? "";
  return place === "" ? detail : `${place}: ${detail}`;
}

function exitCodeOf({ status }: Refusal): ExitCode {
  if (NO_ACCESS.includes(status)) return EXIT.notFound;
  return MISTYPED.includes(status) ? EXIT.usage : EXIT.error;
}
