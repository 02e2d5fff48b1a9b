import { type ComponentType, use } from "react";
import { ApiProblemError, UNREACHABLE } from "../api/api-problem.ts";
import type { Api } from "../api/create-api.ts";

const FORGET_AFTER_MS = 500;
const RELOADED = "settled.reloaded";

/**
 * A page that is loaded when it is first shown. Where its file cannot be had, the page says so and can be tried again; a
 * file that is gone because the server has a newer console loads that, once.
 */
export function lazyPage(load: () => Promise<ComponentType>, api: Api) {
  let coming: Promise<ComponentType> | null = null;
  const fetchPage = async () => {
    try {
      return await load();
    } catch (error) {
      const told = await whyNot(api, error);
      // Forgotten only after it was told: it would otherwise be asked for again and again.
      setTimeout(() => {
        coming = null;
      }, FORGET_AFTER_MS);
      throw told;
    }
  };
  const page = () => (coming ??= fetchPage());
  function LazyPage() {
    const Page = use(page());
    return <Page />;
  }
  LazyPage.preload = async () => {
    await page().catch(() => undefined);
  };
  return LazyPage;
}

async function whyNot(api: Api, fault: unknown): Promise<unknown> {
  await api.ask("/me").catch(() => undefined);
  if (api.line.view().isAway) return new ApiProblemError(UNREACHABLE);
  if (sessionStorage.getItem(RELOADED) !== location.href) {
    sessionStorage.setItem(RELOADED, location.href);
    location.reload();
  }
  return fault;
}
