import { message } from "../messages/message.ts";
import type { SearchFault } from "./read-search.ts";

/** Why a part of a search is not understood, and what would be. */
export function faultWords(fault: SearchFault): string {
  switch (fault.because) {
    case "unknown_key":
      return message("runs.search.unknown_key", { key: fault.key, known: fault.known });
    case "bad_value":
      return message("runs.search.bad_value", {
        key: fault.key,
        value: fault.value,
        allowed: fault.allowed,
      });
    case "no_not":
      return message("runs.search.no_not", { key: fault.key });
    case "twice":
      return message("runs.search.twice", { key: fault.key });
  }
}
