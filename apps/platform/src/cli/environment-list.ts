import { asEnvironmentId, type EnvironmentId } from "settled";

export const EVERY_ENVIRONMENT = "all";

/** Null = every one; undefined = nothing was said. */
export function asEnvironmentList(
  text: string | undefined,
): readonly EnvironmentId[] | null | undefined {
  if (text === undefined) return undefined;
  if (text === EVERY_ENVIRONMENT) return null;
  return text.split(",").map((id) => asEnvironmentId(id.trim()));
}
