import { useId } from "react";
import { usePathPart } from "../app/use-path-part.ts";
import { localZone } from "../clock/shown-zone.ts";
import { message } from "../messages/message.ts";
import type { MessageKey } from "../messages/messages-en.ts";
import { type Settings, SETTING_CHOICES } from "./settings.ts";
import { useSettings } from "./settings-provider.tsx";
import { useWorkspaceZone } from "./use-workspace-zone.ts";
import { zoneChoiceWords } from "./zone-choice-words.ts";

export const SETTING_NAMES = [
  "theme",
  "density",
  "zone",
] as const satisfies readonly (keyof Settings)[];

/** One thing that a person chooses about their screen; it counts at once. */
export function SettingChoices({ name }: { readonly name: keyof Settings }) {
  const { settings, change } = useSettings();
  const group = useId();
  const workspace = usePathPart("workspace");
  const zone = useWorkspaceZone();
  const wordsOf = (setting: keyof Settings, choice: string) =>
    choice === "workspace"
      ? zoneChoiceWords(workspace, zone)
      : message(`settings.${setting}.${choice}` as MessageKey, { zone: localZone() });
  return (
    <fieldset>
      <legend className="px-2 py-0.5 text-tiny font-semibold text-soft">
        {message(`settings.${name}`)}
      </legend>
      {SETTING_CHOICES[name].map((choice) => (
        <label key={choice} className="flex items-start gap-2 rounded-md px-2 py-1 hover:bg-sunken">
          <input
            type="radio"
            name={group}
            className="mt-0.5 size-4 shrink-0 accent-accent"
            checked={settings[name] === choice}
            onChange={() => change({ [name]: choice })}
          />
          {wordsOf(name, choice)}
        </label>
      ))}
    </fieldset>
  );
}
