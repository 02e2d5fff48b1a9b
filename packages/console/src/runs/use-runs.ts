import { useInfiniteQuery } from "@tanstack/react-query";
import { useApi } from "../api/use-api.ts";
import { type RunsQuestion, runsQuery } from "./runs-query.ts";

export function useRuns(question: RunsQuestion) {
  return useInfiniteQuery(runsQuery(useApi(), question));
}
