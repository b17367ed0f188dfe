import type { Request, Response } from "express";
import type { ZodType } from "zod";
import type { Context } from "../context.ts";

/** One address of the API, told once: Express answers by it and the OpenAPI document is made from it. */
export interface Route<Params = unknown, Query = unknown, Body = unknown> {
  method: "get" | "post";
  /** As Express writes it: `/api/nodes/:id`. */
  path: string;
  summary: string;
  params?: ZodType<Params>;
  query?: ZodType<Query>;
  body?: ZodType<Body>;
  /** A body that the handler reads by itself. */
  upload?: ZodType;
  /** Schema of the JSON answer, or the media types that are sent instead. */
  answer: ZodType | readonly string[];
  /** Problems a caller should expect, beside 400 and 500. */
  problems?: number[];
  /** Follows from the stored graph alone, so that it stays good until the graph changes. */
  cached?: boolean;
  /** How often one address may ask within a minute. */
  perMinute?: number;
  /** Bytes a JSON body may have; 100 kB unless told. */
  maxBody?: number;
  /** Gives the answer, or undefined when it has written to the response itself. */
  handle(asked: Asked<Params, Query, Body>, context: Context): Promise<unknown>;
}

export interface Asked<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  request: Request;
  response: Response;
  /** Aborted when the caller hangs up. */
  signal: AbortSignal;
}

/** A list of routes forgets their types; each handler has been checked against its own schemas here. */
export function route<Params, Query, Body>(route: Route<Params, Query, Body>): Route {
  return route as Route;
}
