import type { Request, RequestHandler } from "express";
import { reason } from "../model/problem.ts";
import { Problem } from "./problem.ts";
import { isLoopback } from "./settings.ts";

/**
 * Answers only under names this server knows. A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding)
 * and would then count as same-origin in the browser; its Host header still gives it away.
 * @param hosts names beside those of the loopback
 */
export function checkHost(hosts: string[]): RequestHandler {
  const known = new Set(hosts.map((host) => bare(host)));
  // Whoever asks again and again names the same host: it is taken apart once.
  let allowed: string | undefined;
  return (request, _response, next) => {
    if (allowed !== undefined && request.headers.host === allowed) return next();
    const host = hostName(request.headers.host);
    if (host !== undefined && (isLoopback(host) || known.has(host))) {
      allowed = request.headers.host;
      return next();
    }
    throw new Problem(
      421,
      "Unknown host",
      `This server does not go by the name ${JSON.stringify(request.headers.host ?? "")}. Name it in ALLOWED_HOSTS to allow it.`,
      reason("request.foreign"),
    );
  };
}

/**
 * Lets no other site's page write. Browsers name the page in Origin and Sec-Fetch-Site and no page can forge them;
 * programs that are no browsers send neither and may write.
 */
export const refuseForeignWrites: RequestHandler = (request, _response, next) => {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return next();
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const foreign =
    (site !== undefined && site !== "same-origin" && site !== "none") || (origin && !sameHost(origin, host));
  if (!foreign) return next();
  throw new Problem(
    403,
    "Foreign origin",
    "A page of another site may not write here. Send the request from this server's own page.",
    reason("request.foreign"),
  );
};

/** Whether the caller sits on this machine, and no proxy that passes on what others ask. */
export function isOnThisMachine({ socket, headers }: Request): boolean {
  const isPassedOn = ["forwarded", "x-forwarded-for", "via"].some((name) => headers[name] !== undefined);
  return !isPassedOn && isLoopback((socket.remoteAddress ?? "").replace("::ffff:", ""));
}

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

/** The name in a Host header, without its port; undefined when it is no host. */
function hostName(header: string | undefined): string | undefined {
  if (!header || !/^[A-Za-z0-9._:[\]-]+$/.test(header) || !URL.canParse(`http://${header}`)) return undefined;
  return bare(new URL(`http://${header}`).hostname);
}

function bare(host: string): string {
  return host.toLowerCase().replace(/\.$/, "");
}
