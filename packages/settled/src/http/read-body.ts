import type { z } from "zod";
import { faultsOfIssues } from "./faults-of-issues.ts";
import { plainIssue } from "./plain-issue.ts";
import { type Problem, problemOf } from "./problem.ts";

export type ReadBodyBy<Schema extends z.ZodType> =
  | { readonly kind: "read"; readonly body: z.output<Schema> }
  | { readonly kind: "problem"; readonly problem: Problem };

/**
 * A body, read by the schema that the OpenAPI document shows; where it does not fit, each place and what is wrong
 * there. A strict object refuses members that it does not know rather than overlook them.
 */
export function readBody<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): ReadBodyBy<Schema> {
  const read = schema.safeParse(value, { error: plainIssue });
  if (read.success) return { kind: "read", body: read.data };
  const errors = faultsOfIssues(read.error.issues);
  return { kind: "problem", problem: problemOf("invalid_body", { errors }) };
}
