import { isSettledError, type SettledErrorCode } from "../run/settled-error.ts";
import { OPERATOR_MESSAGES, type OperatorMessage } from "./operator-message-copy.ts";
import { asPlainWords, joinSentences } from "./plain-words.ts";

export type { OperatorMessage };

/** Codes whose own message says which thing is wrong; it is written by the library, for any reader. */
const SAYS_WHICH: readonly SettledErrorCode[] = [
  "invalid_definition",
  "invalid_configuration",
  "value_not_storable",
  "database_too_new",
  "database_not_migrated",
  "migration_changed",
  "permission_missing",
];

/** Words for any error. Of an error that is not the library's own, nothing is repeated. Never throws. */
export function asOperatorMessage(error: unknown): OperatorMessage {
  const code = codeOf(error);
  const message = OPERATOR_MESSAGES[code];
  if (!SAYS_WHICH.includes(code) || !isSettledError(error)) return message;
  return { ...message, detail: joinSentences([message.detail, asPlainWords(error.message, "")]) };
}

function codeOf(error: unknown): SettledErrorCode {
  try {
    return isSettledError(error) && Object.hasOwn(OPERATOR_MESSAGES, error.code)
      ? error.code
      : "internal";
  } catch {
    return "internal";
  }
}
