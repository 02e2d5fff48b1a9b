import { asPlainName } from "../present/plain-words.ts";
import type { JsonObject } from "../run/json-value.ts";
import type { ProblemFault } from "./problem.ts";

/** An unknown member is refused, not overlooked. */
export function unknownMembers(
  body: JsonObject,
  known: readonly string[],
): readonly ProblemFault[] {
  return Object.keys(body)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const shown = asPlainName(key, "");
      const pointer = `/${shown.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      const detail =
        key === "context"
          ? "The context of a run is written by the server only."
          : `This member is not known; allowed are ${namesOf(known)}.`;
      return { pointer, detail };
    });
}

function namesOf(known: readonly string[]): string {
  const last = known.at(-1) ?? "none";
  return known.length < 2 ? last : `${known.slice(0, -1).join(", ")} and ${last}`;
}
