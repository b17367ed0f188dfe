import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";

/** The server cannot listen where it was told to: what is in the way and what to do. */
export class ListenError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ListenError";
  }
}

export interface Listening {
  server: Server;
  /** Where a browser on this machine finds the page. */
  url: string;
}

/** Listens on a host and port; port 0 takes a free one. Rejects with ListenError. */
export function listen(handler: Express, host: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    // The error belongs to the promise: Express would call back with it.
    const server = handler.listen(port, host, (error?: Error) => {
      if (error) reject(new ListenError(reason(error, host, port), { cause: error }));
      else resolve({ server, url: urlOf(server, host) });
    });
  });
}

/** Ends the server: answers under way get a moment, idle connections none. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const moment = setTimeout(() => server.closeAllConnections(), 2_000);
  await closed;
  clearTimeout(moment);
}

function reason(error: NodeJS.ErrnoException, host: string, port: number): string {
  const place = `${host}:${port}`;
  if (error.code === "EADDRINUSE") {
    return `Port ${port} on ${host} is in use by another program. Stop that one, or start with another port: PORT=${port + 1} npm start`;
  }
  if (error.code === "EACCES")
    return `Port ${port} may not be used by this user. Start with a port above 1023: PORT=4400 npm start`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return `This machine has no address ${host}. Set HOST to 127.0.0.1, or to one of its own addresses.`;
  }
  return `Nothing can listen at ${place}: ${error.message}. Check HOST and PORT.`;
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${shown}:${port}/`;
}
