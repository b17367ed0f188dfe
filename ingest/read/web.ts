import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { reason } from "../../model/problem.ts";
import type { Source } from "../../model/stages.ts";
import { decode } from "./decode.ts";
import type { Rejected } from "./page.ts";
import { megabytes, tooLarge } from "./read.ts";

const Timeout = 20_000;
const SizeLimit = 20 * 1024 * 1024;
const Redirects = 5;
const unreached = reason("unread.address");

/**
 * The article at an address that the user gave. The address itself may be a private one (the user named it); where it
 * sends us may not, so that no page can make us read what only this machine can see.
 */
export async function fetched(address: string): Promise<Source | Rejected> {
  try {
    return await follow(new URL(address), address, AbortSignal.timeout(Timeout));
  } catch (error) {
    return { from: address, why: trouble(error as Error), reason: unreached };
  }
}

async function follow(given: URL, from: string, signal: AbortSignal): Promise<Source | Rejected> {
  let url = given;
  for (let hop = 0; hop <= Redirects; hop++) {
    if (hop > 0 && url.host !== given.host && (await isPrivate(url))) {
      return {
        from,
        why: `sends us to ${url.host}, an address inside a private network: not followed`,
        reason: unreached,
      };
    }
    const answer = await fetch(url, {
      redirect: "manual",
      signal,
      headers: { accept: "text/html, text/plain, application/json;q=0.5" },
    });
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get("location") : null;
    if (!next) return await article(answer, url, from);
    await answer.body?.cancel();
    url = new URL(next, url);
    if (url.protocol !== "http:" && url.protocol !== "https:")
      return { from, why: `sends us to ${url.protocol} — not followed`, reason: unreached };
  }
  return { from, why: `sends us on more than ${Redirects} times`, reason: unreached };
}

async function article(answer: Response, url: URL, from: string): Promise<Source | Rejected> {
  if (!answer.ok)
    return { from, why: `the server answers ${answer.status} ${answer.statusText}`.trim(), reason: unreached };
  const [type = "", ...parameters] = (answer.headers.get("content-type") ?? "text/html").split(";");
  const format = type.includes("html") ? "html" : type.trim() === "text/plain" ? "text" : undefined;
  if (!format) return { from, why: `is ${type.trim()}, expected a page (text/html) or plain text`, reason: unreached };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (answer.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > SizeLimit) return { from, why: `is larger than ${megabytes(SizeLimit)}`, reason: tooLarge(SizeLimit) };
    chunks.push(chunk);
  }
  const charset = parameters.map((each) => /charset\s*=\s*"?([\w-]+)/i.exec(each)?.[1]).find(Boolean);
  const text = decode(Buffer.concat(chunks), charset);
  if (typeof text !== "string") return { from, ...text };
  return { id: idOf(url), from, format, content: text, url: url.href };
}

/** A readable id: the host and the path, letters and digits only. */
function idOf({ hostname, pathname }: URL): string {
  return `${hostname}${decodeURI(pathname)}`
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 120);
}

async function isPrivate({ hostname }: URL): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : (await lookup(host, { all: true })).map(({ address }) => address);
  return addresses.some((address) => inner.check(address, isIP(address) === 6 ? "ipv6" : "ipv4"));
}

/** Loopback, private, link-local and reserved networks (RFC 6890). */
const inner = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  inner.addSubnet(network, prefix, "ipv4");
  inner.addSubnet(`::ffff:${network}`, 96 + prefix, "ipv6");
}
for (const [network, prefix] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  inner.addSubnet(network, prefix, "ipv6");
}

function trouble(error: Error): string {
  if (error.name === "TimeoutError") return `did not answer within ${Timeout / 1000} seconds`;
  const cause = error.cause as { code?: string; message?: string } | undefined;
  if (cause?.code === "ENOTFOUND") return "there is no such host: check the address";
  if (cause?.code === "ECONNREFUSED") return "nothing answers at that address";
  return `cannot be fetched (${cause?.code ?? cause?.message ?? error.message})`;
}
