import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { keepText, keptText } from "../keep/kept-text.ts";
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
  const [settings, setSettings] = useState(() => readSettings(keptText("localStorage", KEPT_AS)));
  useEffect(() => {
    document.documentElement.dataset["theme"] = settings.theme;
    document.documentElement.dataset["density"] = settings.density;
    keepText("localStorage", KEPT_AS, JSON.stringify(settings));
  }, [settings]);
  const change = (changes: Partial<Settings>) =>
    setSettings((before) => ({ ...before, ...changes }));
  return <SettingsContext value={{ settings, change }}>{children}</SettingsContext>;
}
