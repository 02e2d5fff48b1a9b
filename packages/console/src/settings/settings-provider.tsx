import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { readSettings, type Settings, SETTINGS_AT_FIRST } from "./settings.ts";

interface SettingsDesk {
  readonly settings: Settings;
  change(changes: Partial<Settings>): void;
}

const KEPT_AS = "settled.settings";

const SettingsContext = createContext<SettingsDesk>({
  settings: SETTINGS_AT_FIRST,
  change: () => undefined,
});

export function useSettings(): SettingsDesk {
  return use(SettingsContext);
}

export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const [settings, setSettings] = useState(() => readSettings(kept()));
  useEffect(() => {
    document.documentElement.dataset["theme"] = settings.theme;
    document.documentElement.dataset["density"] = settings.density;
    keep(settings);
  }, [settings]);
  const change = (changes: Partial<Settings>) =>
    setSettings((before) => ({ ...before, ...changes }));
  return <SettingsContext value={{ settings, change }}>{children}</SettingsContext>;
}

/** A browser may refuse to keep anything: the choice then lasts as long as the page. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}

function keep(settings: Settings): void {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(settings));
  } catch {
    // See above.
  }
}
