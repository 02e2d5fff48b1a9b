import { type ComponentType, useState } from "react";
import { flushSync } from "react-dom";
import { useApi } from "../api/use-api.ts";
import { whyNotLoaded } from "./why-not-loaded.ts";

/**
 * A part of a page whose code is loaded when it is first used: for what many pages show and few people open. Until it is
 * used, and for as long as its file cannot be had, `Part` is null and something simpler stands in its place.
 */
export function createLaterPart<Props>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null;
  const fetchPart = async () => (loaded ??= await load());
  return function useLaterPart() {
    const api = useApi();
    const [Part, show] = useState<ComponentType<Props> | null>(null);
    return {
      Part,
      /** Loads it, so that it is there at once when it is used. */
      warm: () => void fetchPart().catch(() => undefined),
      /** Loads and shows it. `leave` looks at what it replaces; nothing is typed or clicked in between. */
      async use(leave: () => void = () => undefined): Promise<void> {
        try {
          const fetched = await fetchPart();
          flushSync(() => {
            leave();
            show(() => fetched);
          });
        } catch (error) {
          await whyNotLoaded(api, error);
        }
      },
    };
  };
}
