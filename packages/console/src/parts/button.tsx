import type { ComponentProps } from "react";

const LOOKS = {
  plain: "border-line bg-card text-ink hover:border-strong-line",
  main: "border-accent bg-accent text-accent-ink hover:brightness-110",
  quiet: "border-transparent text-soft hover:bg-sunken hover:text-ink",
} as const;

export type ButtonLook = keyof typeof LOOKS;

/** The classes of whatever looks like a button: a link that leads to a form looks like one, too. */
export function buttonClass(look: ButtonLook = "plain"): string {
  return `inline-flex min-h-8 items-center justify-center gap-1.5 rounded-md border px-2.5 py-1 text-small font-semibold whitespace-nowrap no-underline disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 ${LOOKS[look]}`;
}

export function Button({
  look = "plain",
  className = "",
  ...rest
}: ComponentProps<"button"> & { readonly look?: ButtonLook }) {
  return <button type="button" className={`${buttonClass(look)} ${className}`} {...rest} />;
}
