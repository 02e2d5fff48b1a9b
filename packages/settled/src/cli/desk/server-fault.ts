import { ApiError } from "../../client/api-error.ts";
import { NetworkError } from "../../client/network-error.ts";
import { UnexpectedAnswerError } from "../../client/unexpected-answer-error.ts";
import type { CliIo } from "../cli-io.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { writeFault } from "../report-fault.ts";
import { type Refusal, tellRefusal } from "./refusal.ts";

interface FaultWords {
  readonly what: string;
  readonly nextStep: string;
}

const CHECK_SERVER = "Check --server, and that the server runs.";
const TRUST =
  "If it is right, name its authority's certificate in NODE_EXTRA_CA_CERTS; never switch the check off.";

/** Tells what kept the server from answering. Answers the exit code; null for what is no fault of that. */
export function tellServerFault(io: CliIo, error: unknown, url: string): ExitCode | null {
  if (error instanceof ApiError) return tellRefusal(io, asRefusal(error));
  const words = serverFaultWords(error, url);
  if (words === null) return null;
  writeFault(io, words.what, words.nextStep);
  return EXIT.error;
}

export function asRefusal({ code, status, problem, nextActions, errors }: ApiError): Refusal {
  const { title, detail } = problem;
  return { code, status, title, detail, nextActions, errors };
}

export function serverFaultWords(error: unknown, url: string): FaultWords | null {
  if (error instanceof NetworkError) return networkWords(error.code ?? "", url);
  if (error instanceof UnexpectedAnswerError) return unexpectedWords(error, url);
  return null;
}

function networkWords(code: string, url: string): FaultWords {
  switch (code) {
    case "ECONNREFUSED":
      return { what: `Nobody listens at ${url}.`, nextStep: CHECK_SERVER };
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return { what: `The host of ${url} is not known here.`, nextStep: CHECK_SERVER };
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return { what: `The certificate of ${url} is for another name.`, nextStep: CHECK_SERVER };
    case "CERT_HAS_EXPIRED":
    case "CERT_NOT_YET_VALID":
      return {
        what: `The certificate of ${url} is not valid now.`,
        nextStep: "Check the time of this machine; else whoever runs the server renews it.",
      };
  }
  if (/CERT|SELF_SIGNED|SIGNATURE/.test(code)) {
    const what = `The certificate of ${url} is not one that this machine trusts.`;
    return { what, nextStep: TRUST };
  }
  if (/SSL|TLS|EPROTO/.test(code)) {
    const what = `What listens at ${url} does not speak TLS as this program does.`;
    return {
      what,
      nextStep: "Check whether --server should begin with http:// or name another port.",
    };
  }
  if (/timeout|TIMEDOUT/i.test(code)) {
    return { what: `${url} did not answer in time.`, nextStep: CHECK_SERVER };
  }
  return {
    what: `The connection to ${url} failed${code === "" ? "" : ` (${code})`}.`,
    nextStep:
      "Check --server, the network, and the proxy on the way: NODE_USE_ENV_PROXY=1 uses one.",
  };
}

function unexpectedWords(
  { status, mediaType, location }: UnexpectedAnswerError,
  url: string,
): FaultWords {
  if (location !== null) {
    return {
      what: `${url} sends requests on${location === "" ? "" : ` to ${location}`}. The token was not sent there.`,
      nextStep: "If that is where the API is, give its address to --server.",
    };
  }
  return {
    what: `What answers at ${url} is not the API: status ${status}, ${mediaType ?? "without a type"}.`,
    nextStep: "Check --server and the path in it; a proxy or a sign-in page may stand in front.",
  };
}
