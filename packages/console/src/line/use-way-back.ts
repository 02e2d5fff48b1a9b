import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useApi } from "../api/use-api.ts";

const WAITS_MS = [2_000, 4_000, 8_000, 15_000, 30_000];
/** Until then a line that is back may go again at once, where a part of the server alone answers. */
const STEADY_AFTER_MS = 60_000;

/** While the server is away looks for it again and again, each wait longer than the one before; then all is read anew. */
export function useWayBack(isAway: boolean): { readonly isTrying: boolean; tryNow(): void } {
  const api = useApi();
  const client = useQueryClient();
  const [tries, setTries] = useState(0);
  const [isTrying, setTrying] = useState(false);
  const tryNow = useCallback(() => {
    setTrying(true);
    const look = async () => {
      await api.ask("/me").catch(() => undefined);
      setTrying(false);
      setTries((before) => before + 1);
      if (!api.line.view().isAway) await client.invalidateQueries();
    };
    void look();
  }, [api, client]);
  useEffect(() => {
    const wait = isAway
      ? setTimeout(tryNow, WAITS_MS[Math.min(tries, WAITS_MS.length - 1)])
      : setTimeout(() => setTries(0), STEADY_AFTER_MS);
    return () => clearTimeout(wait);
  }, [isAway, tries, tryNow]);
  useEffect(() => {
    if (!isAway) return;
    window.addEventListener("online", tryNow);
    return () => window.removeEventListener("online", tryNow);
  }, [isAway, tryNow]);
  return { isTrying, tryNow };
}
