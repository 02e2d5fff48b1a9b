/** How one person likes their screen; kept in their browser. */
export interface Settings {
  readonly theme: "system" | "light" | "dark";
  readonly density: "comfortable" | "dense";
  readonly zone: "local" | "utc" | "workspace";
}

export const SETTINGS_AT_FIRST: Settings = {
  theme: "system",
  density: "comfortable",
  zone: "local",
};

export const SETTING_CHOICES = {
  theme: ["system", "light", "dark"],
  density: ["comfortable", "dense"],
  zone: ["local", "utc", "workspace"],
} as const satisfies { readonly [Name in keyof Settings]: readonly Settings[Name][] };

/** What was kept, with the choice at first in the place of anything that is none of ours. */
export function readSettings(kept: string | null): Settings {
  const said = parsed(kept);
  const oneOf = <Choice extends string>(
    choices: readonly Choice[],
    value: unknown,
    first: Choice,
  ) => choices.find((choice) => choice === value) ?? first;
  return {
    theme: oneOf(SETTING_CHOICES.theme, said["theme"], SETTINGS_AT_FIRST.theme),
    density: oneOf(SETTING_CHOICES.density, said["density"], SETTINGS_AT_FIRST.density),
    zone: oneOf(SETTING_CHOICES.zone, said["zone"], SETTINGS_AT_FIRST.zone),
  };
}

function parsed(kept: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
