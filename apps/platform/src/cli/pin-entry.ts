import type { BaselineEntry, BaselineVersion } from "../baseline/baseline.ts";
import { normalisedName } from "../normal-form/normalised-name.ts";
import type { Platform } from "../platform.ts";
import { findLatestSnapshot, readSnapshotContent } from "../store/snapshot-store.ts";
import { putPin, removePin } from "../store/pin-store.ts";
import { assertEnvironment } from "./assert-scope.ts";
import { EXIT } from "./exit-code.ts";
import { findNamedBaseline } from "./find-baseline.ts";
import { asScope } from "./find-scope.ts";
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
export async function pinEntry(platform: Platform, options: PinOptions): Promise<string> {
  const { providerId, remove } = options;
  if ((providerId === undefined) !== remove) {
    throw new CommandFault("Give either --provider-id ID or --remove.", EXIT.usage);
  }
  const scope = asScope(options);
  await assertEnvironment(platform, scope);
  const baseline = await findNamedBaseline(platform, options);
  const { type, matchKey, displayName } = theEntry(baseline, options);
  const place = { baselineId: baseline.baselineId, type, matchKey };
  if (providerId === undefined) {
    const removed = await removePin(platform.database, scope, place);
    return removed ? `${displayName} is pinned no more.` : `${displayName} was not pinned.`;
  }
  await assertSeen(platform, options, { type, providerId });
  const pinnedBy = personAtTerminal().name;
  await putPin(platform.database, scope, { ...place, providerId, pinnedBy });
  return `${displayName} is ${providerId} in environment ${options.environment} from now on.`;
}

function theEntry(baseline: BaselineVersion, { policy, type }: PinOptions): BaselineEntry {
  const named = baseline.entries.filter(
    (entry) =>
      entry.matchKey === normalisedName(policy) && (type === undefined || entry.type === type),
  );
  const [entry] = named;
  if (entry === undefined) {
    throw new CommandFault(
      `The baseline ${baseline.name} expects no policy ${policy}. See: platform baseline show "${baseline.name}"`,
      EXIT.notFound,
    );
  }
  if (named.length === 1) return entry;
  const types = named.map((one) => one.type).join(", ");
  throw new CommandFault(
    `Policies of several types are called so. Give --type: ${types}.`,
    EXIT.usage,
  );
}

/** A pin to something that nobody has seen would hide the policy that it was meant for. */
async function assertSeen(
  { database }: Platform,
  options: PinOptions,
  target: { readonly type: string; readonly providerId: string },
): Promise<void> {
  const scope = asScope(options);
  const snapshot = await findLatestSnapshot(database, scope);
  const items =
    snapshot === null
      ? []
      : (await readSnapshotContent(database, scope, snapshot.snapshotId)).items;
  const seen = items.filter(
    ({ type, providerId }) => type === target.type && providerId === target.providerId,
  );
  if (seen.length === 1) return;
  const count = seen.length === 0 ? "no policy" : "more than one policy";
  throw new CommandFault(
    `The newest snapshot of ${options.environment} has ${count} of type ${target.type} with the id ${target.providerId}. See: platform snapshot show --workspace ${options.workspace} --environment ${options.environment}`,
    EXIT.notFound,
  );
}
