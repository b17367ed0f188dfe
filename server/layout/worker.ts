import { parentPort, workerData } from "node:worker_threads";
import { force, type Mesh } from "./force.ts";

/** One layout, away from the thread that answers requests. */
const places = force(workerData as Mesh);
parentPort?.postMessage(places, [places.buffer as ArrayBuffer]);
