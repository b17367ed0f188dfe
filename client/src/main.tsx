import "@fontsource-variable/noto-sans/wght.css";
import "@fontsource-variable/noto-sans-devanagari/wght.css";
import "@fontsource-variable/noto-sans-bengali/wght.css";
import "@fontsource-variable/noto-serif/wght.css";
import "@fontsource-variable/noto-serif-devanagari/wght.css";
import "@fontsource-variable/noto-serif-bengali/wght.css";
import "./styles/page.css";
import "./styles/parts.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App, fetchDesk } from "./app.tsx";
import { followStart } from "./features/start/open.ts";
import { address, asksForSomething, followView, isEmbedded, openAddress } from "./location.ts";
import { followMeasures } from "./picture.ts";
import { recall } from "./preferences.ts";

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 60_000, retry: 1, refetchOnWindowFocus: false } },
});

if (isEmbedded || asksForSomething()) fetchDesk();
await recall(address());
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
if (!isEmbedded) {
  followStart(asksForSomething);
  followView();
}
followMeasures();
void openAddress();
