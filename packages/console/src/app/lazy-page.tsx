import { type ComponentType, use } from "react";
import type { Api } from "../api/create-api.ts";
import { whyNotLoaded } from "./why-not-loaded.ts";

const FORGET_AFTER_MS = 500;

/**
 * A page that is loaded when it is first shown. Where its file cannot be had, the page says so and can be tried again.
 */
export function lazyPage(load: () => Promise<ComponentType>, api: Api) {
  let coming: Promise<ComponentType> | null = null;
  const fetchPage = async () => {
    try {
      return await load();
    } catch (error) {
      const told = await whyNotLoaded(api, error);
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
