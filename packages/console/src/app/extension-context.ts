import { createContext, use } from "react";
import { type ConsoleExtension, NO_EXTENSION } from "./console-extension.ts";

export const ExtensionContext = createContext<ConsoleExtension>(NO_EXTENSION);

export function useExtension(): ConsoleExtension {
  return use(ExtensionContext);
}
