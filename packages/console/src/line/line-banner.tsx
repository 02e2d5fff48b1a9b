import { KeyRound, type LucideIcon, WifiOff } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useAnnounce } from "../announce/announcer.tsx";
import { useApi } from "../api/use-api.ts";
import { message } from "../messages/message.ts";
import { Button } from "../parts/button.tsx";
import { SignInLink } from "../parts/sign-in-link.tsx";
import { useLine } from "./use-line.ts";
import { useWayBack } from "./use-way-back.ts";

/** Says above every page that the server is away, or that the session is over, and what helps. */
export function LineBanner() {
  const { line } = useApi();
  const { isAway, isSignedOut } = useLine();
  const { isTrying, tryNow } = useWayBack(isAway);
  useEffect(() => {
    const lost = () => line.lost();
    window.addEventListener("offline", lost);
    return () => window.removeEventListener("offline", lost);
  }, [line]);
  if (isAway) {
    return (
      <Banner
        Icon={WifiOff}
        words={message(navigator.onLine ? "line.server_away" : "line.offline")}
      >
        <Button aria-disabled={isTrying} onClick={tryNow}>
          {message(isTrying ? "line.trying" : "line.try_now")}
        </Button>
      </Banner>
    );
  }
  return isSignedOut ? (
    <Banner Icon={KeyRound} words={message("line.signed_out")}>
      <SignInLink />
    </Banner>
  ) : null;
}

function Banner({
  Icon,
  words,
  children,
}: {
  readonly Icon: LucideIcon;
  readonly words: string;
  readonly children: ReactNode;
}) {
  const announce = useAnnounce();
  useEffect(() => announce(words), [announce, words]);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-care-ground px-4 py-1.5 text-care sm:px-5">
      <Icon aria-hidden="true" size={16} className="shrink-0" />
      <p className="min-w-0 grow font-semibold">{words}</p>
      {children}
    </div>
  );
}
