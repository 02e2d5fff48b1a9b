import { useEffect, useRef, useState } from "react";

const EVERY_MS = 10_000;

/** Says to screen readers what has changed, at most every 10 s: of what comes faster, the last counts. */
export function SparingRegion({ text }: { readonly text: string }) {
  const [said, setSaid] = useState("");
  const saidAtMs = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (text === said) return undefined;
    const waitMs = Math.max(saidAtMs.current + EVERY_MS - performance.now(), 0);
    const timer = setTimeout(() => {
      saidAtMs.current = performance.now();
      setSaid(text);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [text, said]);
  return <output className="sr-only">{said}</output>;
}
