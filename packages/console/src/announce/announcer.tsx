import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { type Announcements, createAnnouncements } from "./announcements.ts";

const AnnouncerContext = createContext<Announcements["say"]>(() => undefined);

/** Says something to people who listen to the screen, at most every 10 s; for what they would see happen by itself. */
export function useAnnounce(): (words: string) => void {
  return use(AnnouncerContext);
}

/** The one live region of the console. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState("");
  const [announcements] = useState(() => createAnnouncements(setSaid));
  useEffect(() => () => announcements.stop(), [announcements]);
  return (
    <AnnouncerContext value={announcements.say}>
      {children}
      <output aria-live="polite" className="sr-only">
        {said}
      </output>
    </AnnouncerContext>
  );
}
