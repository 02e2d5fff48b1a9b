import type { RunsWorld } from "./open-runs-world.ts";

export interface Paging {
  /** The middle of all pages that were asked for. */
  readonly shortMs: number;
  readonly longMs: number;
  readonly ratio: number;
}

const PAGES = 60;
const QUERIES = [
  "",
  "outcome=attention_required,blocked",
  "environment=contoso",
  "until=2026-01-01",
];

/** Asks both lists for pages in turn, so that what else the machine does hits both alike. */
export async function measurePaging(world: RunsWorld): Promise<Paging> {
  const times: Record<"short" | "long", number[]> = { short: [], long: [] };
  for (const query of QUERIES) {
    const next = { short: firstPage("short", query), long: firstPage("long", query) };
    for (let page = 0; page < PAGES; page += 1) {
      for (const name of ["short", "long"] as const) {
        const startedMs = performance.now();
        const answer = await fetch(`${world.url}${next[name]}`, {
          headers: { authorization: `Bearer ${world.token}` },
        });
        const body = (await answer.json()) as { readonly next?: string | null };
        if (!answer.ok) throw new Error(`A page was refused: ${answer.status}`);
        times[name].push(performance.now() - startedMs);
        next[name] = body.next ?? firstPage(name, query);
      }
    }
  }
  const shortMs = middleOf(times.short);
  const longMs = middleOf(times.long);
  const ratio = Math.round((longMs / shortMs) * 100) / 100;
  return { shortMs: rounded(shortMs), longMs: rounded(longMs), ratio };
}

function firstPage(workspace: string, query: string): string {
  return `/api/v1/workspaces/${workspace}/runs?limit=50${query === "" ? "" : `&${query}`}`;
}

function middleOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
