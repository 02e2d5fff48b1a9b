import type { CheckLog } from "../../ports/check-log.ts";

export function createMemoryCheckLog(options: { readonly now: () => Date }): CheckLog {
  const rows = new Map<string, { tries: number; readonly sinceMs: number }>();
  return {
    async countCheck(workspaceId, runId, because) {
      const key = `${keyOf(workspaceId, runId)}${because}`;
      const nowMs = options.now().getTime();
      const row = rows.get(key) ?? { tries: 0, sinceMs: nowMs };
      row.tries += 1;
      rows.set(key, row);
      return { tries: row.tries, sinceMs: nowMs - row.sinceMs };
    },
    async forgetChecks(workspaceId, runId, because) {
      const ofRun = keyOf(workspaceId, runId);
      for (const key of rows.keys()) {
        if (because === undefined ? key.startsWith(ofRun) : key === `${ofRun}${because}`) {
          rows.delete(key);
        }
      }
    },
  };
}

function keyOf(workspaceId: string, runId: string): string {
  return `${workspaceId} ${runId} `;
}
