import type { ComponentProps } from "react";
import { message } from "../messages/message.ts";
import { Button, type ButtonLook } from "../parts/button.tsx";
import { useCapabilities } from "./use-capabilities.ts";

/** A button that needs a right. Without it the button stays, does nothing, and says which right is missing. */
export function NeedingButton({
  workspace,
  capability,
  onClick,
  ...rest
}: Omit<ComponentProps<"button">, "onClick"> & {
  readonly workspace: string;
  readonly capability: string;
  readonly look?: ButtonLook;
  onClick(): void;
}) {
  const mayDo = useCapabilities(workspace).has(capability);
  // What it does is offered by the palette as well.
  if (mayDo) return <Button data-command="" onClick={onClick} {...rest} />;
  // Focusable, so that a keyboard reaches the words, too.
  return <Button aria-disabled title={message("access.missing", { capability })} {...rest} />;
}
