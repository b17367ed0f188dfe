import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type Served, serve } from "../api/serve.ts";
import { builtClient, launch, type Opened, open } from "./browser.ts";

/** The page as it is served, for all tests of a file. */
export interface Stand {
  readonly browser: Browser;
  /** Where the server is, without a slash at its end. */
  readonly url: string;
  /** What the open page complained of so far; what is left of it when the test ends fails the test. */
  readonly errors: string[];
  /** Opens an address of the server, or any other; the page is closed when the test ends. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens an address that draws a graph, and waits until the page tells what it shows; else Russia and what is around it. */
  drawn(path?: string): Promise<Page>;
}

/**
 * A browser and a server over the graph of the fixture, from before the first test to behind the last.
 * @param expected what a page may well complain of
 */
export function stand(expected?: RegExp): Stand {
  let browser: Browser;
  let served: Served;
  let opened: Opened;

  beforeAll(async () => {
    const client = await builtClient();
    [browser, served] = await Promise.all([launch(), serve({ client })]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  afterEach(async () => {
    await opened?.page.context().close();
    expect(opened?.errors.filter((error) => !expected?.test(error))).toEqual([]);
  });

  const site: Stand = {
    get browser() {
      return browser;
    },
    get url() {
      return served.url;
    },
    get errors() {
      return opened.errors;
    },
    async open(path, options) {
      opened = await open(browser, new URL(path, served.url).href, options);
      return opened.page;
    },
    async drawn(path = "/?node=Q159") {
      const page = await site.open(path);
      await page.locator(".summary").waitFor();
      return page;
    },
  };
  return site;
}
