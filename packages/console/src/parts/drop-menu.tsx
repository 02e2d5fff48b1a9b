import { Menu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { Fragment, useEffect, useRef } from "react";
import type { MenuEntry, MenuProps, MenuSection } from "./menu-section.ts";

const ITEM =
  "flex w-full cursor-default items-center gap-2 rounded-md px-2 py-1 text-left text-ink no-underline data-highlighted:bg-sunken";
const MARK = "inline-flex w-4 shrink-0";

interface DropMenuProps extends MenuProps {
  readonly className: string;
  /** Whether it was opened by the keyboard: the focus then goes to its first entry. */
  readonly isByKeys: boolean;
}

/** A menu with its button, open at first: it is loaded when it is wanted. */
export function DropMenu({ face, sections, className, isByKeys }: DropMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isByKeys) button.current?.click();
  }, [isByKeys]);
  return (
    <Menu.Root defaultOpen={!isByKeys}>
      <Menu.Trigger ref={button} className={className}>
        {face}
      </Menu.Trigger>
      {/* Inside the landmark that its button stands in, so that whoever goes by landmarks finds it. */}
      <Menu.Portal container={document.querySelector("main")}>
        <Menu.Positioner sideOffset={6} align="end" className="z-30">
          <Menu.Popup className="max-h-[min(28rem,var(--available-height))] max-w-64 min-w-56 overflow-y-auto rounded-lg border border-line bg-raised p-1.5 shadow-lg">
            {sections.map((section, place) => (
              <Fragment key={section.title ?? place}>
                {section.title === undefined && place > 0 ? (
                  <Menu.Separator className="my-1 border-t border-line" />
                ) : null}
                <Section section={section} />
              </Fragment>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Section({ section: { title, Icon, entries } }: { readonly section: MenuSection }) {
  // Two saved views may have one name.
  const items = entries.map((entry, place) => <Entry key={place} entry={entry} />);
  if (title === undefined) return items;
  return (
    <Menu.Group className="py-1">
      <Menu.GroupLabel className="flex items-center gap-1.5 px-2 py-0.5 text-tiny font-semibold text-soft">
        {Icon === undefined ? null : <Icon aria-hidden="true" size={12} />}
        {title}
      </Menu.GroupLabel>
      {items}
    </Menu.Group>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case "action":
      return (
        <Menu.Item className={ITEM} title={entry.title} onClick={() => entry.run()}>
          {entry.isShown === undefined ? null : (
            <span className={MARK}>
              {entry.isShown ? <Check aria-hidden="true" size={14} /> : null}
            </span>
          )}
          <span className="truncate">{entry.label}</span>
        </Menu.Item>
      );
    case "choice":
      return (
        <Menu.CheckboxItem
          checked={entry.isChosen}
          onCheckedChange={(isChosen) => entry.choose(isChosen)}
          closeOnClick={false}
          className={ITEM}
        >
          <span className={MARK}>
            <Menu.CheckboxItemIndicator>
              <Check aria-hidden="true" size={14} />
            </Menu.CheckboxItemIndicator>
          </span>
          {entry.label}
        </Menu.CheckboxItem>
      );
    case "file":
      return (
        <Menu.LinkItem href={entry.href} download="" className={ITEM}>
          {entry.label}
        </Menu.LinkItem>
      );
    case "note":
      return <p className="px-2 py-1 text-small text-soft">{entry.label}</p>;
  }
}
