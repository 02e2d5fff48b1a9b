import type { FieldValue } from "../policy.ts";

/** A property of a compliance or access policy; the first value is the strict one. */
export interface FieldDefinition {
  /** Written with `/` between the levels. */
  readonly path: string;
  readonly values: readonly FieldValue[];
  /** May be absent (null, or an empty list) in the policy. */
  readonly optional: boolean;
}

export function always(path: string, ...values: readonly FieldValue[]): FieldDefinition {
  return { path, values, optional: false };
}

export function maybe(path: string, ...values: readonly FieldValue[]): FieldDefinition {
  return { path, values, optional: true };
}
