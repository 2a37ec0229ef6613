/** The code of route-worker.js, which build.js puts in. */
declare const ROUTE_WORKER: string;
