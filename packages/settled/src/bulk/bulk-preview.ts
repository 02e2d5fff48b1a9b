import type { JsonObject } from "../run/json-value.ts";
import type { JudgedTarget } from "./judge-targets.ts";
import { countVerdicts } from "./target-verdict.ts";
import { VERDICT_WORDS } from "./verdict-words.ts";

const EXAMPLES_MAX = 20;

/** What would become of the targets: how many of each verdict, with some of them. */
export function asPreviewJson(judged: readonly JudgedTarget[]): JsonObject {
  const counts = countVerdicts(judged.map(({ verdict }) => verdict));
  return {
    targets: judged.length,
    will_be_taken: counts.get("taken") ?? 0,
    verdicts: [...counts].map(([verdict, count]) => ({
      verdict,
      text: VERDICT_WORDS[verdict],
      count,
      examples: judged
        .filter((target) => target.verdict === verdict)
        .slice(0, EXAMPLES_MAX)
        .map(exampleJson),
    })),
  };
}

function exampleJson({ id, run }: JudgedTarget): JsonObject {
  if (run === null) return { id };
  return {
    id,
    environment_id: run.environmentId,
    operation_type: run.operationType,
    status: run.status,
    outcome: run.outcome,
    version: run.version,
  };
}
