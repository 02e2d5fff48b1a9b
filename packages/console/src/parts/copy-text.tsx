import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { message } from "../messages/message.ts";

const SAID_FOR_MS = 1_500;
const SHORT_CHARS = 8;

/** A text that people take elsewhere, such as an id: one click copies it, and says so. */
export function CopyText({
  text,
  isShort = false,
}: {
  readonly text: string;
  /** Shows the beginning alone; the whole stands in its title. */
  readonly isShort?: boolean;
}) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const Icon = isCopied ? Check : Copy;
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <code
        className={`min-w-0 font-mono break-all ${isShort ? "text-tiny" : "text-small"}`}
        {...(isShort ? { title: text } : {})}
      >
        {isShort && text.length > SHORT_CHARS ? `${text.slice(0, SHORT_CHARS)}…` : text}
      </code>
      <button
        type="button"
        aria-label={`${message(isCopied ? "copy.done" : "copy.do")}: ${text}`}
        className="no-print rounded p-0.5 text-soft hover:bg-sunken hover:text-ink"
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => undefined,
          );
        }}
      >
        <Icon aria-hidden="true" size={13} />
      </button>
    </span>
  );
}
