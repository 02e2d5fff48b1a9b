import type { RunScope } from "settled";
import { entryNamed, pinEntry } from "../baseline/pin-entry.ts";
import type { BaselineEntry, BaselineVersion } from "../baseline/baseline.ts";
import type { Platform } from "../platform.ts";
import { removePin } from "../store/pin-store.ts";
import { assertEnvironment } from "./assert-scope.ts";
import { EXIT } from "./exit-code.ts";
import { findNamedBaseline } from "./find-baseline.ts";
import { asScope } from "./find-scope.ts";
import { recordFromTerminal } from "./record-from-terminal.ts";
import { personAtTerminal } from "./start-and-follow.ts";
import { CommandFault } from "./terminal.ts";

export interface PinOptions {
  readonly workspace: string;
  readonly environment: string;
  readonly baseline: string;
  readonly policy: string;
  readonly type?: string;
  readonly providerId?: string;
  readonly remove: boolean;
}

/** Pins an entry of a baseline to a policy of an environment, or takes the pin away. Answers what was done, in words. */
export async function pinFromTerminal(platform: Platform, options: PinOptions): Promise<string> {
  const { providerId, remove, environment } = options;
  if ((providerId === undefined) !== remove) {
    throw new CommandFault("Give either --provider-id ID or --remove.", EXIT.usage);
  }
  const scope = asScope(options);
  await assertEnvironment(platform, scope);
  const baseline = await findNamedBaseline(platform, options);
  if (providerId === undefined) return unpin(platform, scope, { baseline, options });
  const { policy, type } = options;
  const pinnedBy = personAtTerminal().name;
  const answer = await platform.database.transaction(async (tx) => {
    const done = await pinEntry(tx, scope, { baseline, policy, type, providerId, pinnedBy });
    if (done.kind !== "pinned") return done;
    await recordFromTerminal(platform, tx, {
      scope,
      action: "baseline.pin",
      target: { type: "baseline", id: baseline.baselineId, name: baseline.name },
      detail: {
        type: done.entry.type,
        match_key: done.entry.matchKey,
        provider_id: providerId,
      },
    });
    return done;
  });
  switch (answer.kind) {
    case "pinned":
      return `${answer.entry.displayName} is ${providerId} in environment ${environment} from now on.`;
    case "not_seen":
    case "seen_twice": {
      const count = answer.kind === "not_seen" ? "no policy" : "more than one policy";
      throw new CommandFault(
        `The newest snapshot of ${environment} has ${count} of type ${answer.entry.type} with the id ${providerId}. See: platform snapshot show --workspace ${options.workspace} --environment ${environment}`,
        EXIT.notFound,
      );
    }
    case "no_such_entry":
    case "several_types":
      throw misnamed(baseline, options, answer);
  }
}

async function unpin(
  platform: Platform,
  scope: RunScope,
  { baseline, options }: { readonly baseline: BaselineVersion; readonly options: PinOptions },
): Promise<string> {
  const named = entryNamed(baseline, options);
  if (named.kind !== "found") throw misnamed(baseline, options, named);
  const { type, matchKey, displayName }: BaselineEntry = named.entry;
  const place = { baselineId: baseline.baselineId, type, matchKey };
  const removed = await platform.database.transaction(async (tx) => {
    if (!(await removePin(tx, scope, place))) return false;
    await recordFromTerminal(platform, tx, {
      scope,
      action: "baseline.unpin",
      target: { type: "baseline", id: baseline.baselineId, name: baseline.name },
      detail: { type, match_key: matchKey },
    });
    return true;
  });
  return removed ? `${displayName} is pinned no more.` : `${displayName} was not pinned.`;
}

function misnamed(
  baseline: BaselineVersion,
  { policy }: PinOptions,
  found: { readonly kind: "no_such_entry" } | { kind: "several_types"; types: readonly string[] },
): CommandFault {
  return found.kind === "no_such_entry"
    ? new CommandFault(
        `The baseline ${baseline.name} expects no policy ${policy}. See: platform baseline show "${baseline.name}"`,
        EXIT.notFound,
      )
    : new CommandFault(
        `Policies of several types are called so. Give --type: ${found.types.join(", ")}.`,
        EXIT.usage,
      );
}
