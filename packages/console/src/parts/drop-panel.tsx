import { type ReactNode, useId, useState } from "react";
import { buttonClass } from "./button.tsx";

/**
 * A button of the head with a panel below it. The browser closes it by Escape and by a click elsewhere, and puts the
 * focus back on the button; no library is loaded for it.
 */
export function DropPanel({
  label,
  face,
  side = "right",
  className = "",
  children,
}: {
  /** What the button is called; null = its face says it. */
  readonly label: string | null;
  readonly face: ReactNode;
  readonly side?: "left" | "right";
  readonly className?: string;
  /** What it holds; `close` is for whatever leads elsewhere. A choice leaves it open. */
  children(close: () => void): ReactNode;
}) {
  const id = useId();
  const [isNeeded, setNeeded] = useState(false);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={`${buttonClass("quiet")} min-w-0 ${className}`}
        {...(label === null ? {} : { "aria-label": label, title: label })}
      >
        {face}
      </button>
      <div
        id={id}
        popover="auto"
        onBeforeToggle={() => setNeeded(true)}
        className={`fixed top-13 m-0 max-h-[calc(100dvh-4rem)] max-w-[calc(100vw-1rem)] min-w-56 overflow-auto rounded-lg border border-line bg-raised p-2 text-ink shadow-lg ${
          side === "right" ? "right-2 left-auto sm:right-4" : "right-auto left-2 sm:left-4"
        }`}
      >
        {isNeeded ? children(() => document.getElementById(id)?.hidePopover()) : null}
      </div>
    </>
  );
}
