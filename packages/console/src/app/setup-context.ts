import { createContext, use } from "react";
import type { ConsoleSetup } from "./console-setup.ts";

export const SetupContext = createContext<ConsoleSetup | null>(null);

export function useSetup(): ConsoleSetup {
  const setup = use(SetupContext);
  if (setup === null) throw new Error("The console stands inside a SetupContext.");
  return setup;
}
