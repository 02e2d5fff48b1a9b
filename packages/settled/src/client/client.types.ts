// What the compiler must hold for users of the client. Nothing here is executed.
import type { RunOutcome, RunStatus } from "../run/operation-run.ts";
import {
  ApiError,
  type ClientOptions,
  type ListedRunJson,
  type RunListFilter,
  type RunsPage,
  type ServedRunJson,
  type SettledClient,
  type WatchedEvent,
} from "./index.ts";

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Takes<Wanted, Given> = [Given] extends [Wanted] ? true : false;
type Resolving = Parameters<SettledClient["resolve"]>[1];

export async function holds(client: SettledClient, error: unknown): Promise<void> {
  const started = await client.start("review.compose", { input: { month: "2026-05" } });
  true satisfies Same<typeof started.joined, boolean>;
  true satisfies Same<typeof started.status, RunStatus>;
  true satisfies Same<typeof started.outcome, RunOutcome | null>;
  const waited = await client.wait(started.id, { timeoutMs: 1_000 });
  true satisfies Same<typeof waited, ServedRunJson>;
  const { cancellation } = await client.cancel(started.id, { ifMatch: started.version });
  true satisfies Same<typeof cancellation, "cancelled" | "requested" | "already_requested">;
  const { look } = await client.reconcile(started.id, { dryRun: true });
  true satisfies Same<typeof look.changed, boolean>;
  for await (const run of client.list({ status: ["queued"] })) {
    true satisfies Same<typeof run, ListedRunJson>;
  }
  for await (const page of client.pages()) true satisfies Same<typeof page, RunsPage>;
  for await (const event of client.watch({ run: started.id })) {
    true satisfies Same<typeof event, WatchedEvent>;
    if (event.kind === "run") true satisfies Same<typeof event.change.run_id, string>;
    // A reset is about no run.
    else false satisfies Takes<{ readonly change: unknown }, typeof event>;
  }
  if (error instanceof ApiError) {
    true satisfies Same<typeof error.nextActions, readonly string[]>;
    true satisfies Takes<typeof error.code, "stale_version">;
  }
}

// A list looks for no artifacts, and says so.
true satisfies Same<ListedRunJson["artifact_checked_at"], null>;
false satisfies Takes<{ readonly belief: unknown }, ListedRunJson>;
// An outcome is one of a closed list, and nobody settles a run without a reason.
true satisfies Takes<Resolving, { readonly outcome: "failed"; readonly reason: string }>;
false satisfies Takes<Resolving, { readonly outcome: "fine"; readonly reason: string }>;
false satisfies Takes<Resolving, { readonly outcome: "failed" }>;
// Filters are lists of words, and nothing is read without a workspace.
false satisfies Takes<RunListFilter, { readonly status: "queued" }>;
false satisfies Takes<ClientOptions, { readonly baseUrl: string }>;
