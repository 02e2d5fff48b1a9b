import { createContext, use } from "react";
import type { Api } from "./create-api.ts";

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = use(ApiContext);
  if (api === null) throw new Error("The console stands inside an ApiContext.");
  return api;
}
