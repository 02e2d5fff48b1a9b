import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { message } from "../messages/message.ts";

const SAID_FOR_MS = 1_500;

/** A text that people take elsewhere, such as an id: one click copies it, and says so. */
export function CopyText({
  text,
  shown = text,
}: {
  readonly text: string;
  /** In its place, where there is no room for all of it. */
  readonly shown?: string;
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
      <code className="min-w-0 font-mono text-small break-all" title={text}>
        {shown}
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
