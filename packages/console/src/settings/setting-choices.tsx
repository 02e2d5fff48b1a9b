import { useId } from "react";
import { message } from "../messages/message.ts";
import type { MessageKey } from "../messages/messages-en.ts";
import { type Settings, SETTING_CHOICES } from "./settings.ts";
import { useSettings } from "./settings-provider.tsx";

export const SETTING_NAMES = [
  "theme",
  "density",
  "zone",
] as const satisfies readonly (keyof Settings)[];

/** One thing that a person chooses about their screen; it counts at once. */
export function SettingChoices({ name }: { readonly name: keyof Settings }) {
  const { settings, change } = useSettings();
  const group = useId();
  return (
    <fieldset>
      <legend className="px-2 py-0.5 text-tiny font-semibold text-soft">
        {message(`settings.${name}`)}
      </legend>
      {SETTING_CHOICES[name].map((choice) => (
        <label
          key={choice}
          className="flex items-center gap-2 rounded-md px-2 py-1 hover:bg-sunken"
        >
          <input
            type="radio"
            name={group}
            className="size-4 accent-accent"
            checked={settings[name] === choice}
            onChange={() => change({ [name]: choice })}
          />
          {message(`settings.${name}.${choice}` as MessageKey, { zone: localZone() })}
        </label>
      ))}
    </fieldset>
  );
}

function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
