import type { z } from "zod";
import { asPlainName } from "../present/plain-words.ts";
import type { ProblemFault } from "./problem.ts";

/** Each thing that is wrong with a body, by JSON Pointer. A member that is not known is named by itself. */
export function faultsOfIssues(issues: readonly z.core.$ZodIssue[]): readonly ProblemFault[] {
  return issues.flatMap((issue): readonly ProblemFault[] => {
    const { path } = issue;
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        pointer: pointerTo([...path, key]),
        detail: path.length === 0 && key === "context" ? CONTEXT_WORDS : issue.message,
      }));
    }
    const isWhole = issue.code === "invalid_type" && path.length === 0;
    return [{ pointer: pointerTo(path), detail: isWhole ? WHOLE_WORDS : issue.message }];
  });
}

const CONTEXT_WORDS = "The context of a run is written by the server only.";
const WHOLE_WORDS = "The body must be an object.";

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${escaped(asPlainName(String(part), ""))}`).join("");
}

/** RFC 6901. */
function escaped(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}
