import { Menu } from "@base-ui/react/menu";
import { Check, SlidersHorizontal } from "lucide-react";
import { message } from "../messages/message.ts";
import type { MessageKey } from "../messages/messages-en.ts";
import { buttonClass } from "../parts/button.tsx";
import { type Settings, SETTING_CHOICES } from "./settings.ts";
import { useSettings } from "./settings-provider.tsx";

const NAMES = ["theme", "density", "zone"] as const;

/** Theme, density and time zone of this person's screen. */
export function SettingsMenu() {
  return (
    <Menu.Root>
      <Menu.Trigger aria-label={message("settings.open")} className={buttonClass("quiet")}>
        <SlidersHorizontal aria-hidden="true" size={16} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="z-30">
          <Menu.Popup className="min-w-48 rounded-lg border border-line bg-raised p-1.5 shadow-lg">
            {NAMES.map((name) => (
              <SettingChoices key={name} name={name} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function SettingChoices({ name }: { readonly name: keyof Settings }) {
  const { settings, change } = useSettings();
  return (
    <Menu.RadioGroup
      value={settings[name]}
      onValueChange={(value: string) => change({ [name]: value })}
      className="py-1"
    >
      <Menu.GroupLabel className="px-2 py-0.5 text-tiny font-semibold text-soft">
        {message(`settings.${name}`)}
      </Menu.GroupLabel>
      {SETTING_CHOICES[name].map((choice) => (
        <Menu.RadioItem
          key={choice}
          value={choice}
          closeOnClick={false}
          className="flex cursor-default items-center gap-2 rounded-md px-2 py-1 data-highlighted:bg-sunken"
        >
          <span className="inline-flex w-4">
            <Menu.RadioItemIndicator>
              <Check aria-hidden="true" size={14} />
            </Menu.RadioItemIndicator>
          </span>
          {message(`settings.${name}.${choice}` as MessageKey, { zone: localZone() })}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
