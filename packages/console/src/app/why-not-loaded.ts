import { ApiProblemError, UNREACHABLE } from "../api/api-problem.ts";
import type { Api } from "../api/create-api.ts";
import { keepText, keptText } from "../keep/kept-text.ts";

const RELOADED = "settled.reloaded";

/**
 * Why a file of the console could not be had: the server is away, or `fault`. A file that is gone because the server has
 * a newer console loads that, once.
 */
export async function whyNotLoaded(api: Api, fault: unknown): Promise<unknown> {
  await api.ask("/me").catch(() => undefined);
  if (api.line.view().isAway) return new ApiProblemError(UNREACHABLE);
  const isFirst = keptText("sessionStorage", RELOADED) !== location.href;
  // What cannot be remembered would be loaded again and again.
  if (isFirst && keepText("sessionStorage", RELOADED, location.href)) location.reload();
  return fault;
}
