import { NOT_PUBLIC } from "../read-endpoint-url.ts";
import { ADDRESS_NOT_PUBLIC } from "./checked-lookup.ts";

const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH)/;
const WORDS: Readonly<Record<string, string>> = {
  [ADDRESS_NOT_PUBLIC]: NOT_PUBLIC,
  ECONNREFUSED: "The receiver's machine takes no connection at that port.",
  ECONNRESET: "The receiver ended the connection before it had answered.",
  EPIPE: "The receiver ended the connection before it had answered.",
  ENOTFOUND: "The receiver's name leads to no address.",
  EAI_AGAIN: "The receiver's name could not be looked up.",
  EHOSTUNREACH: "There is no way to the receiver's machine.",
  ENETUNREACH: "There is no way to the receiver's machine.",
  ETIMEDOUT: "The receiver's machine did not take the connection in time.",
};

/** A fault of the connection in words for whoever looks after the receiver. */
export function whyUnanswered(error: unknown): string {
  const code = codeOf(error);
  const words = WORDS[code];
  if (words !== undefined) return words;
  if (CERTIFICATE.test(code)) return "The receiver's certificate is not one to be trusted.";
  if (code.startsWith("ERR_SSL") || code === "EPROTO") {
    return "The receiver does not speak TLS as it should.";
  }
  if (code.startsWith("HPE_")) return "The receiver's answer is no HTTP.";
  return "The receiver could not be reached.";
}

/** Where several addresses were tried, the last one's fault stands for all. */
function codeOf(error: unknown): string {
  const inner = error instanceof AggregateError ? error.errors.at(-1) : error;
  const code = (inner as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
}
