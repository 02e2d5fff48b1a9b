import { SlidersHorizontal } from "lucide-react";
import { message } from "../messages/message.ts";
import { DropPanel } from "../parts/drop-panel.tsx";
import { SETTING_NAMES, SettingChoices } from "./setting-choices.tsx";

/** Theme, density and time zone of this person's screen. */
export function SettingsMenu() {
  return (
    <DropPanel
      label={message("settings.open")}
      face={<SlidersHorizontal aria-hidden="true" size={16} />}
    >
      {() => (
        <div className="flex flex-col gap-2">
          {SETTING_NAMES.map((name) => (
            <SettingChoices key={name} name={name} />
          ))}
        </div>
      )}
    </DropPanel>
  );
}
