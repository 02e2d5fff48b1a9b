import { createContext, type ReactNode, use, useEffect, useState } from "react";

interface Shown {
  readonly environment: string | null;
  show(environment: string | null): void;
}

const ShownEnvironment = createContext<Shown>({ environment: null, show: () => undefined });

export function ShownEnvironmentProvider({ children }: { readonly children: ReactNode }) {
  const [environment, show] = useState<string | null>(null);
  return <ShownEnvironment value={{ environment, show }}>{children}</ShownEnvironment>;
}

/** The environment that the page is about; null = the whole workspace. */
export function useShownEnvironment(): string | null {
  return use(ShownEnvironment).environment;
}

/** Says for as long as the page is there that it is about one environment; the head then shows it. */
export function useAboutEnvironment(environment: string | null): void {
  const { show } = use(ShownEnvironment);
  useEffect(() => {
    show(environment);
    return () => show(null);
  }, [environment, show]);
}
