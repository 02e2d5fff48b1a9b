import { QueryClient } from "@tanstack/react-query";
import { problemIn } from "./api-problem.ts";

const TRIES_MAX = 2;
const FRESH_FOR_MS = 5_000;

/** What may pass by itself: the line, a busy server. A refusal is asked for once. */
function mayPass(error: unknown): boolean {
  const { status } = problemIn(error);
  return status === 0 || status === 429 || status >= 500;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_FOR_MS,
        retry: (failures, error) => failures < TRIES_MAX && mayPass(error),
        // Live updates tell what changed; a focus must not move what a person reads.
        refetchOnWindowFocus: false,
        // Without a line a request fails and says so, in the place of one that waits without a word.
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
