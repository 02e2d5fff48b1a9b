import { useState } from "react";
import { createLaterPart } from "../app/create-later-part.ts";
import { buttonClass } from "./button.tsx";
import type { MenuProps } from "./menu-section.ts";

const useDropMenu = createLaterPart(async () => (await import("./drop-menu.tsx")).DropMenu);

const CLASS = `${buttonClass("quiet")} max-w-64`;

/** A button that drops a menu. */
export function MenuButton({ face, sections }: MenuProps) {
  const [isByKeys, setByKeys] = useState(false);
  const { Part: DropMenu, warm, use } = useDropMenu();
  if (DropMenu !== null) return <DropMenu {...{ face, sections, isByKeys }} className={CLASS} />;
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      className={CLASS}
      onPointerEnter={warm}
      onFocus={warm}
      // A click of the keyboard is none of a pointer, and counts none.
      onClick={({ detail }) => void use(() => setByKeys(detail === 0))}
    >
      {face}
    </button>
  );
}
