import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useApi } from "../api/use-api.ts";

const WAITS_MS = [2_000, 4_000, 8_000, 15_000, 30_000];

/** Looks for the server again and again, each wait longer than the one before; what is shown is then read anew. */
export function useWayBack(): { readonly isTrying: boolean; tryNow(): void } {
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
    const wait = setTimeout(tryNow, WAITS_MS[Math.min(tries, WAITS_MS.length - 1)]);
    return () => clearTimeout(wait);
  }, [tries, tryNow]);
  useEffect(() => {
    window.addEventListener("online", tryNow);
    return () => window.removeEventListener("online", tryNow);
  }, [tryNow]);
  return { isTrying, tryNow };
}
